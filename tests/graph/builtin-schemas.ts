import { readdirSync, readFileSync } from 'node:fs';
import type { SourceFile } from '../../pipeline/model.ts';

const repository = new URL('../../', import.meta.url);

/** The files under schemas/ that come with the tool. */
export function builtinSchemas(): SourceFile[] {
  const data = ['values.json', 'units.json', 'prefixes.json', 'terms.json', 'types-elsewhere.json'];
  return [...data.map((name) => readFile(`schemas/${name}`)), ...readFolder('schemas/types/')];
}

/** The types of the publication of this repository: its own files, as a project has them. */
export function borderSchemas(): SourceFile[] {
  return readFolder('source/peru-borders/schemas/types/');
}

function readFolder(folder: string): SourceFile[] {
  return readdirSync(new URL(folder, repository)).map((name) => readFile(folder + name));
}

function readFile(path: string): SourceFile {
  return { path, text: readFileSync(new URL(path, repository), 'utf8') };
}
