import type { Diagnostic, FileConfiguration, SourceFile, Staged } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { startOfFile } from '../rules/start-of-file.ts';
import { createGlob } from '../values/create-glob.ts';
import type { FileSources } from './file-sources.ts';
import { findOwnSchema, findSchemasOfPlace, isSchemaPath, type NamedSchema } from './find-named-schemas.ts';
import { type FileReader, readerOfFile, readerOfText } from './reader-of-file.ts';

export interface SchemaChoice {
  /** By path the schemas that a file is held against, and how it is read. */
  schemas: Map<string, { wanted: NamedSchema[]; kind: FileReader }>;
  /** Number of files of a kind that is read, but for schemas and those that are passed by as the project says. */
  others: number;
}

/**
 * Which file is held against which schemas. tinkuy.yaml and the schemas that it names are no data, whatever glob fits them.
 * Findings: glob-matches-a-file, file-is-of-a-known-kind, file-is-inside-project.
 */
export function chooseSchemas(
  { paths, strayLinks, read }: FileSources,
  globs: readonly FileConfiguration[],
  isOpen: boolean,
): Staged<SchemaChoice> {
  const compiled = globs.map((each) => ({ ...each, fits: createGlob(each.glob), isUsed: false }));
  const diagnostics: Diagnostic[] = [];
  const schemas: SchemaChoice['schemas'] = new Map();
  const unknown = new Map<(typeof compiled)[number], string[]>();
  const present = new Set(paths);
  const own = new Set(globs.flatMap(({ schema }) => schema?.split('#')[0] ?? []));
  let others = 0;
  for (const path of [...paths, ...strayLinks]) {
    if (path === 'tinkuy.yaml' || own.has(path)) continue;
    const fitting = compiled.filter(({ fits }) => fits(path));
    for (const each of fitting) each.isUsed = true;
    if (fitting.some(({ schema }) => schema === undefined)) continue;
    const wanted = fitting.flatMap(({ schema = '', at }): NamedSchema[] => [
      { reference: schema, from: 'tinkuy.yaml', at: at.schema, by: 'project' },
    ]);
    const [first] = fitting;
    if (!present.has(path)) {
      if (first) diagnostics.push(diagnose('file-is-inside-project', startOfFile(path), { path }));
      continue;
    }
    // Of a file that somebody names the text may tell what its ending does not.
    const kind = readerOfFile(path) ?? (first && readerOfUnknown(read(path).value));
    if (kind === undefined) {
      if (first) unknown.set(first, [...(unknown.get(first) ?? []), path]);
      continue;
    }
    if (isOpen || first) {
      const file = kind === 'lines' || kind === 'csv' ? undefined : read(path).value;
      const named = file && findOwnSchema(file, kind);
      if (named === 'isSchema' && !first) continue;
      if (named && named !== 'isSchema') wanted.push(named);
      const isEmpty = kind === 'markdown' && file?.text.startsWith('---') !== true;
      if (isOpen && !isEmpty)
        for (const reference of findSchemasOfPlace(path, (at) => present.has(at)))
          wanted.push({
            reference: `/${encodePath(reference)}`,
            from: path,
            at: startOfFile(path),
            by: 'place',
          });
    }
    if (wanted.length > 0) schemas.set(path, { wanted, kind });
    if (wanted.length > 0 || !isSchemaPath(path)) others += 1;
  }
  for (const [glob, names] of unknown) diagnostics.push(tellUnknown(names, glob));
  for (const { isUsed, glob, at } of compiled)
    if (!isUsed) diagnostics.push(diagnose('glob-matches-a-file', at.glob, { found: glob }));
  return { value: { schemas, others }, diagnostics };
}

/** One finding for all files of a glob that cannot be read. */
function tellUnknown(names: readonly string[], { glob, at }: FileConfiguration): Diagnostic {
  const several = names.length > 1 ? { context: 'several', number: names.length } : {};
  const values = {
    path: names[0] ?? '',
    found: glob,
    expected: 'md, yaml, json, json5, jsonl, csv',
    ...several,
  };
  return diagnose('file-is-of-a-known-kind', at.glob, values);
}

/** A file that cannot be read as a text is of no kind. */
function readerOfUnknown(file: SourceFile | undefined): FileReader | undefined {
  return file && !file.text.includes('\0') ? readerOfText(file.text) : undefined;
}

/** A path as a reference, so that "#" in it begins no fragment. */
function encodePath(path: string): string {
  return path.replace(/[%#]/g, (char) => encodeURIComponent(char));
}
