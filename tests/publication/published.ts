import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse as parseYaml } from 'yaml';
import { packageRoot } from '../package-root.ts';

/** An edition as it lies in dist/, or its register of entities. */
export interface PublishedEdition {
  /** Relative to dist/, forward slashes. */
  path: string;
  language: string;
  /** The whole file. */
  text: string;
  /** The Markdown below the front matter. */
  markdown: string;
  frontMatter: Record<string, unknown>;
}

/** Files that git ignores, for every build makes them: a document for each entity, pages of HTML. */
export function isCommitted(at: string): boolean {
  return !/^data\/entities\/|\.html$/.test(at);
}

/** What is published and committed: files of dist/, by their path in it with forward slashes. */
export function readPublished(): Map<string, Buffer> {
  const root = path.join(packageRoot, 'dist');
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [path.relative(root, file).split(path.sep).join('/'), file] as const)
      .filter(([at]) => isCommitted(at))
      .map(([at, file]) => [at, readFileSync(file)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** The editions among them, sorted by language. */
export function readEditions(published: Map<string, Buffer> = readPublished()): PublishedEdition[] {
  return readMarkdown(published, /^([a-z]{2,3})\/.*(?<!-register)\.md$/);
}

/** The registers of entities of the editions, in the same order. */
export function readRegisters(published: Map<string, Buffer> = readPublished()): PublishedEdition[] {
  return readMarkdown(published, /^([a-z]{2,3})\/.*-register\.md$/);
}

function readMarkdown(published: Map<string, Buffer>, pattern: RegExp): PublishedEdition[] {
  return [...published].flatMap(([at, bytes]) => {
    const language = pattern.exec(at)?.[1];
    return language === undefined ? [] : [readEdition(at, language, bytes.toString('utf8'))];
  });
}

function readEdition(at: string, language: string, text: string): PublishedEdition {
  const [front, yaml] = /^---\n([\s\S]*?)\n---\n/.exec(text) ?? [];
  if (front === undefined || yaml === undefined) throw new Error(`${at} has no front matter`);
  const frontMatter = parseYaml(yaml) as Record<string, unknown>;
  return { path: at, language, text, markdown: text.slice(front.length), frontMatter };
}
