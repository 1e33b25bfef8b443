import type { Location, SourceFile } from '../model.ts';
import type { JsonWriting } from './json-syntax.ts';
import { placeInText } from './place-in-text.ts';
import { readJsonText } from './read-json-text.ts';
import type { FileReader } from './reader-of-file.ts';

/** A schema as something names it. */
export interface NamedSchema {
  /** A path or an address, with a fragment perhaps. */
  reference: string;
  /** The file that a path is read against; one in the project's folder for those of tinkuy.yaml. */
  from: string;
  at: Location;
  /** What names it: the project's configuration or command line, the file itself, the place of the file. */
  by: 'project' | 'file' | 'place';
}

/** The meta-schema of any draft: what names it is a schema itself. */
const draft = /^https?:\/\/json-schema\.org\//;
const modeline = /^[ \t]*#[ \t]*yaml-language-server:[ \t]*\$schema=(\S+)/m;
const schemaKey = /^(["']?)\$schema\1[ \t]*:[ \t]*(["']?)([^"'#\s][^"'\s]*)\2/m;

/** The schema that a file names in itself: by `$schema`, or in the comment that editors read. */
export function findOwnSchema(file: SourceFile, kind: FileReader): NamedSchema | 'isSchema' | undefined {
  const { path, text } = file;
  if (!text.includes('$schema')) return undefined;
  if (kind === 'lines' || kind === 'csv') return undefined;
  const isYaml = kind === 'yaml' || kind === 'markdown';
  const found = isYaml ? inYaml(kind === 'yaml' ? text : frontMatterOf(text)) : inJson(text, kind);
  if (!found) return undefined;
  if (draft.test(found.reference)) return 'isSchema';
  const at = placeInText(path, text)(found.start, found.end);
  return { reference: found.reference, from: path, at, by: 'file' };
}

interface FoundName {
  reference: string;
  start: number;
  end: number;
}

function inJson(text: string, writing: JsonWriting): FoundName | undefined {
  const node = readJsonText(text, writing).root?.members?.get('$schema')?.node;
  return typeof node?.value === 'string'
    ? { reference: node.value, start: node.start, end: node.end }
    : undefined;
}

function inYaml(text: string): FoundName | undefined {
  const found = modeline.exec(text) ?? schemaKey.exec(text);
  const reference = found?.[3] ?? found?.[1];
  if (!found || reference === undefined) return undefined;
  const start = found.index + found[0].lastIndexOf(reference);
  return { reference, start, end: start + reference.length };
}

/** Lines up to the closing fence, '' where there is no front matter. */
function frontMatterOf(text: string): string {
  return /^---[ \t]*\r?\n[\s\S]*?^---[ \t]*\r?$/m.exec(text.startsWith('---') ? text : '')?.[0] ?? '';
}

/** Whether a file is a schema by its name or its folder, and so no data. */
export function isSchemaPath(path: string): boolean {
  return /(?:^|\/)schemas\/.*\.(?:json|ya?ml)$|\.schema\.(?:json|ya?ml)$/.test(path);
}

/** Whether a file's place names schemas: `x.schema.json` beside `x.yaml`, `schemas/x.json` beside the folder `x`. */
export function findSchemasOfPlace(path: string, exists: (path: string) => boolean): string[] {
  if (isSchemaPath(path)) return [];
  const steps = path.split('/');
  const names = [path.replace(/\.[^./]+$/, '.schema')];
  for (let depth = 0; depth < steps.length - 1; depth += 1) {
    const above = [...steps.slice(0, depth), 'schemas', steps[depth]].join('/');
    names.push(above, `${above}.schema`);
  }
  return names.flatMap((name) => ['json', 'yaml', 'yml'].map((ending) => `${name}.${ending}`)).filter(exists);
}
