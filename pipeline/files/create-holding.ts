import { visitSchemas } from '../graph/schema-places.ts';
import type { Diagnostic, SourceFile } from '../model.ts';
import { createEvaluator } from '../values/json-schema/evaluate.ts';
import { hasFormat } from '../values/json-schema/formats.ts';
import type { AcrossMark, Failure } from '../values/json-schema/outcome.ts';
import { isObject } from '../values/json-value.ts';
import type { Matches } from '../values/patterns/create-pattern-matcher.ts';
import { checkKeywords } from './check-keywords.ts';
import { columnTypes } from './column-types.ts';
import { createAcrossCheck } from './create-across-check.ts';
import type { FileSources } from './file-sources.ts';
import { tellRefusals } from './hold-value.ts';
import type { LoadedSchema, LoadedSchemas } from './load-schemas.ts';
import type { LocatedValue } from './located-value.ts';
import { readCsvRow, readCsvRows } from './read-csv-rows.ts';
import { readFrontMatterValues } from './read-front-matter-values.ts';
import { readJsonValue } from './read-json-file.ts';
import { readYamlValues } from './read-yaml-values.ts';
import type { FileReader } from './reader-of-file.ts';

/** Files being held against schemas, one after the other. */
export interface FileHolding {
  hold: (path: string, kind: FileReader, schemas: readonly LoadedSchema[]) => void;
  finish: () => Diagnostic[];
  /** Paths of files that may have a comment which allows a finding. */
  allowing: ReadonlySet<string>;
}

const allowance = /(?:#|\/\/|\/\*|<!--|\()\s*allow\b/;

export function createHolding(sources: FileSources, loaded: LoadedSchemas, matches: Matches): FileHolding {
  const diagnostics: Diagnostic[] = [];
  const allowing = new Set<string>();
  const members = memberNames(loaded);
  const across = createAcrossCheck(loaded, sources.exists);
  let marks: AcrossMark[] = [];
  const evaluate = createEvaluator(loaded.documents, { matches, hasFormat }, (mark) => marks.push(mark));

  const holdOne = (
    path: string,
    value: LocatedValue,
    schema: LoadedSchema,
    isTold: (failure: Failure) => boolean = () => true,
  ): Diagnostic[] => {
    marks = [];
    const failures = evaluate(schema.node, value.value).filter(isTold);
    for (const mark of marks) across.mark(mark, value, schema, path);
    return tellRefusals(failures, value, { schema: schema.name, members });
  };

  const holdLines = (path: string, schemas: readonly LoadedSchema[]): void => {
    for (const line of sources.readLines(path)) {
      if ('unread' in line) {
        diagnostics.push(line.unread);
        continue;
      }
      if (line.text.trim() === '') continue;
      const { number, text } = line;
      const read = readJsonValue({ path, text }, { name: `${path}:${number}`, before: number - 1 });
      diagnostics.push(...read.diagnostics);
      for (const value of read.value)
        for (const schema of schemas) diagnostics.push(...holdOne(path, value, schema));
    }
  };

  const holdRows = (file: SourceFile, schemas: readonly LoadedSchema[]): Diagnostic[] => {
    const read = readCsvRows(file);
    const { columns, rows } = read.value;
    const found = [...read.diagnostics];
    for (const schema of schemas) {
      const types = columnTypes(schema.node, loaded.documents);
      // What the header has or lacks is told once, not of every row.
      const told = new Set<string>();
      const isTold = ({ keyword, params, path }: Failure): boolean => {
        const lacking = Array.isArray(params.missing) ? params.missing.map(String) : [];
        const isOfHeader =
          path === '' &&
          (lacking.some((name) => !columns.has(name)) ||
            /^(?:additional|unevaluated)Properties$/.test(keyword));
        if (!isOfHeader) return true;
        const key = `${keyword} ${String(params.property ?? '')} ${lacking.join()}`;
        return !told.has(key) && Boolean(told.add(key));
      };
      for (const row of rows)
        found.push(...holdOne(file.path, readCsvRow(row, read.value, types), schema, isTold));
    }
    return found;
  };

  return {
    hold: (path, kind, schemas) => {
      if (kind === 'lines') return holdLines(path, schemas);
      const { value: file, diagnostics: unread } = sources.read(path);
      diagnostics.push(...unread);
      if (!file) return;
      if (kind !== 'csv' && allowance.test(file.text)) allowing.add(path);
      const found = kind === 'csv' ? holdRows(file, schemas) : [];
      if (kind !== 'csv') {
        const read =
          kind === 'markdown'
            ? readFrontMatterValues(file)
            : kind === 'yaml'
              ? readYamlValues(file)
              : readJsonValue(file, { name: path, writing: kind });
        found.push(...read.diagnostics);
        for (const value of read.value)
          for (const schema of schemas) found.push(...holdOne(path, value, schema));
        if (read.value.length === 1) for (const schema of schemas) across.name(path, schema);
      }
      diagnostics.push(...found);
    },
    allowing,
    finish: () => [...diagnostics, ...[...loaded.files.values()].flatMap(checkKeywords), ...across.finish()],
  };
}

/** Names of all properties that schemas speak of. */
function memberNames({ files }: LoadedSchemas): Set<string> {
  const names = new Set<string>();
  for (const { written } of files.values())
    visitSchemas(written, ({ properties }) => {
      if (isObject(properties)) for (const name of Object.keys(properties)) names.add(name);
    });
  return names;
}
