import { readdirSync, readFileSync } from 'node:fs';
import type { SourceFile } from '../../pipeline/model.ts';

/** The files under schemas/ that come with the tool. */
export function builtinSchemas(): SourceFile[] {
  const root = new URL('../../schemas/', import.meta.url);
  const names = [
    'values.json',
    'units.json',
    'prefixes.json',
    ...readdirSync(new URL('types/', root)).map((name) => `types/${name}`),
  ];
  return names.map((name) => ({ path: `schemas/${name}`, text: readFileSync(new URL(name, root), 'utf8') }));
}
