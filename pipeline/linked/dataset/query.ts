import type { Diagnostic, ProjectFiles, SourceFile, Staged } from '../../model.ts';
import type { Translate } from '../../project/furniture.ts';
import { readConfiguration } from '../../project/read-configuration.ts';
import { diagnose } from '../../rules/diagnose.ts';
import { spellLanguageTag } from '../../values/spell-language-tag.ts';
import { addLabels } from '../query/add-labels.ts';
import { type CheckedQuery, checkQuery } from '../query/check-query.ts';
import { explainMistake } from '../query/explain-mistake.ts';
import { orderRows } from '../query/order-rows.ts';
import { placeIn } from '../query/place-in.ts';
import type { QueryEngine } from '../query/query-engine.ts';
import type { Results, ResultTerm } from '../query/results.ts';
import { writeCsv } from '../query/write-csv.ts';
import { writeRequest } from '../query/write-request.ts';
import { writeResultsTable } from '../query/write-results-table.ts';
import { canonicalize } from '../rdf/canonicalize.ts';
import { createShortener } from '../rdf/create-shortener.ts';
import { readNquads } from '../rdf/read-nquads.ts';
import { writeTurtle } from '../rdf/write-turtle.ts';
import { type DataWords, readDataWords } from './read-data-words.ts';

export type QueryFormat = 'table' | 'json' | 'csv' | 'spreadsheet' | 'turtle';

export interface QueryRequest {
  /** The query; its path is where findings place it. */
  query: SourceFile;
  files: ProjectFiles;
  /** The published data, as N-Triples. */
  data: string[];
  /** undefined: a table, or Turtle for a graph. */
  format: QueryFormat | undefined;
  /** Language in which resources are named; undefined for their addresses. */
  labels: string | undefined;
  /** Width of a table, in columns. */
  width: number;
}

export interface QueryServices {
  runQuery: QueryEngine;
  say: Translate;
}

/** A text to print, or the formats that a query of this form can have where another was asked for. */
export type QueryAnswer = { text: string } | { formats: QueryFormat[] };

const formats: Record<CheckedQuery['form'], [QueryFormat, ...QueryFormat[]]> = {
  rows: ['table', 'json', 'csv', 'spreadsheet'],
  boolean: ['table', 'json'],
  graph: ['turtle'],
};

/**
 * Answers a SPARQL query over what a build published; undefined where a finding stops it.
 * Findings: query-is-well-formed, query-only-reads, query-can-be-run, query-stays-in-bounds.
 */
export async function query(
  request: QueryRequest,
  { runQuery, say }: QueryServices,
): Promise<Staged<QueryAnswer | undefined>> {
  const { value: checked, diagnostics } = checkQuery(request.query.text, request.query.path);
  const stop = (...found: Diagnostic[]) => ({ value: undefined, diagnostics: found });
  if (diagnostics.length > 0) return stop(...diagnostics);
  const format = request.format ?? formats[checked.form][0];
  if (!formats[checked.form].includes(format))
    return { value: { formats: formats[checked.form] }, diagnostics };

  const words = readDataWords(request.files, readConfiguration(request.files).value.base);
  const engineQuery = writeRequest(checked, words.prefixes);
  const accept = checked.form === 'graph' ? 'application/n-triples' : 'application/sparql-results+json';
  const { text, spaced } = engineQuery;
  const answer = await runQuery({ data: request.data, query: text, spaced, accept });
  const whole = placeIn(checked.path, checked.text, checked.tokens[0]?.start ?? 0, checked.text.length);
  if ('mistake' in answer) return stop(explainMistake(checked, engineQuery, answer.mistake));
  if ('failure' in answer) return stop(diagnose('query-can-be-run', whole, { reason: answer.failure }));
  if ('exceeded' in answer)
    return stop(diagnose('query-stays-in-bounds', whole, { context: answer.exceeded }));

  if (checked.form === 'graph') {
    const canonical = readNquads(await canonicalize(readNquads(answer.text)));
    return { value: { text: writeTurtle(canonical, words.prefixes) }, diagnostics };
  }
  const results = JSON.parse(answer.text, withSpeltTags) as Results | { boolean: boolean };
  if ('boolean' in results) {
    const answered = say(`query.${results.boolean ? 'yes' : 'no'}`);
    const printed = format === 'json' ? JSON.stringify(results, null, 2) : answered;
    return { value: { text: `${printed}\n` }, diagnostics };
  }
  return { value: { text: print(orderRows(results, checked.isOrdered)) }, diagnostics };

  function print(rows: Results): string {
    const { labels: language, data, width } = request;
    const labels = language === undefined ? undefined : words.labels(data.map(textsIn(language)), language);
    if (format === 'table') {
      const count = rows.results.bindings.length;
      return `${writeResultsTable(rows, createShow(words, labels), width)}\n${say('query.rows', { count })}\n`;
    }
    const labelOf = (iri: string) => labels?.get(iri);
    const told = language === undefined ? rows : addLabels(rows, labelOf, language);
    if (format === 'json') return `${JSON.stringify(told, null, 2)}\n`;
    return writeCsv(told, format === 'spreadsheet');
  }
}

/** The engine gives language tags in lower case. */
function withSpeltTags(key: string, value: unknown): unknown {
  return key === 'xml:lang' && typeof value === 'string' ? spellLanguageTag(value) : value;
}

/** The texts of a language in N-Triples: labels are among them, and they are few beside all. */
function textsIn(language: string) {
  return (ntriples: string) =>
    readNquads(
      ntriples
        .split('\n')
        .filter((line) => line.toLowerCase().endsWith(`"@${language.toLowerCase()} .`))
        .join('\n'),
    );
}

/** A term as a table shows it: its label, else its address with a prefix; literals without their datatype. */
function createShow(words: DataWords, labels: ReadonlyMap<string, string> | undefined) {
  const shorten = createShortener(words.prefixes);
  return ({ type, value }: ResultTerm): string => {
    if (type === 'bnode') return `_:${value}`;
    return type === 'uri' ? (labels?.get(value) ?? shorten(value)) : value;
  };
}
