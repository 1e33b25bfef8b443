import { readFileSync } from 'node:fs';
import path from 'node:path';
import { asKept } from '../values/as-kept.ts';
import { sha256 } from './sha256.ts';

/** A Markdown file that a build wrote, as it is on the disk now. */
export interface BuiltFile {
  /** Relative to the project. */
  path: string;
  /** With LF as line end, whatever a checkout made of it, and without a byte order mark. */
  text: string;
  /** SHA-256 that the manifest has for it. */
  digest: string;
  /** Whether that is the text's. */
  isAsBuilt: boolean;
}

/**
 * The editions and pages that dist/manifest.json lists, as far as they can be read. None where the manifest is missing
 * or damaged, as after a merge: then nobody can tell what was built.
 */
export function readBuilt(root: string): BuiltFile[] {
  return [...readBuiltInTurn(root)];
}

/** The same, each file when it is asked for: of a corpus nobody has to hold all. */
export function* readBuiltInTurn(root: string): Generator<BuiltFile> {
  const manifest = readJson(path.join(root, 'dist/manifest.json'));
  for (const entry of [...entriesOf(manifest, 'files', 'dist/'), ...entriesOf(manifest, 'pages', '')]) {
    const text = readMarkdown(root, entry.path);
    if (text !== undefined) yield { ...entry, text, isAsBuilt: sha256(text) === entry.digest };
  }
}

function entriesOf(manifest: unknown, key: string, folder: string): { path: string; digest: string }[] {
  const listed: unknown = (manifest as Record<string, unknown> | null)?.[key];
  if (!Array.isArray(listed)) return [];
  return listed.flatMap((entry: { path?: unknown; sha256?: unknown } | null) => {
    const at = entry?.path;
    const digest = entry?.sha256;
    if (typeof at !== 'string' || typeof digest !== 'string') return [];
    const isInside = at.endsWith('.md') && !path.isAbsolute(at) && !at.split(/[\\/]/).includes('..');
    return isInside ? [{ path: `${folder}${at}`, digest }] : [];
  });
}

function readJson(full: string): unknown {
  try {
    return JSON.parse(readFileSync(full, 'utf8'));
  } catch {
    return undefined;
  }
}

/** A Markdown file of the project, as a {@link BuiltFile} has it; undefined where there is none. */
export function readMarkdown(root: string, at: string): string | undefined {
  try {
    return asKept(readFileSync(path.join(root, at), 'utf8'));
  } catch {
    return undefined;
  }
}
