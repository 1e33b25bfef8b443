import { plugins } from '@citation-js/core';
import '@citation-js/plugin-ris';
import type { Diagnostic, Json, JsonObject, SourceFile, Staged } from '../../model.ts';
import { diagnose } from '../../rules/diagnose.ts';
import { startOfFile } from '../../rules/start-of-file.ts';
import { isObject, showValue, stableJson } from '../../values/json-value.ts';
import type { BibliographicItem } from './bibliographic-item.ts';
import { createPlaces, type Places } from './create-places.ts';
import { readRisDate } from './ris-date.ts';
import { type RisLine, type RisRecord, scanRis } from './scan-ris.ts';
import { type ConversionTrace, traceConversion } from './trace-conversion.ts';

/** Tags that tell nothing of the work: where files lie, what a database or a program notes for itself. */
const housekeepingTags: ReadonlySet<string> = new Set(
  'AD AN AV C1 CA DB DP H1 H2 L1 L2 L3 L4 LB LK RN'.split(' '),
);

/** Tags of which each line is one of a list. */
const listTags: ReadonlySet<string> = new Set('A1 A2 A3 A4 AU ED KW'.split(' '));

/** Tags of dates by the variable of CSL, the most exact first. */
const dateTags: readonly [variable: string, tags: readonly string[]][] = [
  ['issued', ['DA', 'PY', 'Y1']],
  ['accessed', ['Y2']],
];

/**
 * Reads RIS. Its records have no keys unless they have an ID: then author, year and title make one.
 * Findings: bibliography-is-well-formed, bibliography-is-kept-whole.
 */
export function readRis(file: SourceFile): Staged<BibliographicItem[]> {
  const diagnostics: Diagnostic[] = [];
  const place = createPlaces(file);
  const { records, mistakes } = scanRis(file.text);
  for (const { problem, found, start, end } of mistakes) {
    const values = { context: problem, found: showValue(found) };
    diagnostics.push(diagnose('bibliography-is-well-formed', place(start, end), values));
  }
  if (records.length === 0 && mistakes.length === 0) {
    diagnostics.push(diagnose('bibliography-is-well-formed', startOfFile(file.path), { context: 'empty' }));
  }
  const traces = new Map<string, ConversionTrace>();
  const value = records.map((record) => readRecord(record, traces, place, diagnostics));
  return { value, diagnostics };
}

function readRecord(
  record: RisRecord,
  traces: Map<string, ConversionTrace>,
  place: Places,
  diagnostics: Diagnostic[],
): BibliographicItem {
  const isKnown = ask({ ...record, lines: new Map() }).type !== undefined;
  // The library maps tags by the type; "GEN" is any work.
  const asked = isKnown ? record : { ...record, type: 'GEN' };
  const csl = ask(asked);
  const trace = traceOf(asked, csl, traces);
  const sources = new Map<string, RisLine>();
  for (const [variable, tag] of trace.sources) {
    const [line] = record.lines.get(tag) ?? [];
    if (line) sources.set(variable, line);
  }
  const said = addDates(csl, record, sources);
  addEditors(csl, record, { sources, said });
  for (const tag of trace.lost) {
    const [line] = record.lines.get(tag) ?? [];
    if (!line || said.has(tag) || housekeepingTags.has(tag)) continue;
    const values = { context: 'field', field: tag, found: showValue(line.value) };
    diagnostics.push(diagnose('bibliography-is-kept-whole', place(line.start, line.end), values));
  }
  for (const [tag, line] of findRepeated(asked)) {
    const values = { context: 'field', field: tag, found: showValue(line.value) };
    diagnostics.push(diagnose('bibliography-is-kept-whole', place(line.start, line.end), values));
  }
  const head = place(record.start, record.end);
  if (!isKnown) {
    const values = { context: 'type', variable: 'type', found: record.type };
    diagnostics.push(diagnose('bibliography-is-kept-whole', head, values));
  }
  mendTexts(csl);
  csl.id ??= makeKey(csl);
  return {
    csl,
    locate: (variable) => {
      const line = sources.get(variable);
      return line ? place(line.start, line.end) : head;
    },
    quote: (variable) => showValue(sources.get(variable)?.value ?? ''),
  };
}

/** Records of one type with the same tags become the same variables. */
function traceOf(record: RisRecord, csl: JsonObject, traces: Map<string, ConversionTrace>): ConversionTrace {
  const tags = [...record.lines.keys()];
  const signature = [record.type, ...[...tags].sort()].join(' ');
  const trace = traces.get(signature) ?? traceConversion(tags, csl, (without) => ask(record, without));
  traces.set(signature, trace);
  return trace;
}

/** Lines that repeat a tag of which the library takes the first only, such as a second address. */
function findRepeated(record: RisRecord): [tag: string, line: RisLine][] {
  return [...record.lines].flatMap(([tag, lines]): [string, RisLine][] => {
    const last = lines.at(-1);
    if (lines.length < 2 || !last || listTags.has(tag) || housekeepingTags.has(tag)) return [];
    const whole = ask(record);
    const without = ask({ ...record, lines: new Map([...record.lines, [tag, lines.slice(0, -1)]]) });
    const isSaid = Object.keys(whole).some(
      (variable) =>
        variable !== 'URL' && stableJson(whole[variable] ?? null) !== stableJson(without[variable] ?? null),
    );
    return isSaid ? [] : lines.slice(1).map((line): [string, RisLine] => [tag, line]);
  });
}

/** Editors, whom programs write under two tags in works of all types, and the library reads under one in some. */
function addEditors(
  csl: JsonObject,
  { lines }: RisRecord,
  { sources, said }: { sources: Map<string, RisLine>; said: Set<string> },
): void {
  const held = ['editor', 'collection-editor', 'performer', 'reporter', 'producer', 'recipient'];
  for (const tag of ['ED', 'A2']) {
    const values = lines.get(tag);
    const [line] = values ?? [];
    if (!values || !line || held.some((variable) => csl[variable] !== undefined)) continue;
    const { editor } = ask({ type: 'CHAP', lines: new Map([['A2', values]]), ...line });
    if (editor === undefined) continue;
    csl.editor = editor;
    sources.set('editor', line);
    said.add(tag);
  }
}

function ask({ type, lines }: RisRecord, without?: string): JsonObject {
  const record: Record<string, string | string[]> = { TY: type };
  for (const [tag, values] of lines) {
    const [first, ...others] = values.map(({ value }) => value);
    if (first !== undefined && tag !== without) record[tag] = others.length > 0 ? [first, ...others] : first;
  }
  const csl = plugins.input.data(record, '@ris/record') as JsonObject;
  return Object.fromEntries(Object.entries(csl).filter(([, value]) => value !== undefined && value !== null));
}

/**
 * Dates as they stand, seasons and words too; the library takes a year for what is none.
 *
 * @returns the tags that are said
 */
function addDates(csl: JsonObject, { lines }: RisRecord, sources: Map<string, RisLine>): Set<string> {
  const said = new Set<string>();
  for (const [variable, tags] of dateTags) {
    const present = tags.flatMap((tag) => {
      const [line] = lines.get(tag) ?? [];
      return line ? [{ tag, line, date: readRisDate(line.value) }] : [];
    });
    const chosen = present.find(({ date }) => date) ?? present[0];
    if (!chosen) continue;
    csl[variable] = chosen.date ?? { literal: chosen.line.value };
    sources.set(variable, chosen.line);
    // A year alone is said by the date that has it.
    for (const { tag, line } of present) if (tag === chosen.tag || /^\d{4}/.test(line.value)) said.add(tag);
  }
  const [edition] = lines.get('ET') ?? [];
  if ('available-date' in csl && edition && !readRisDate(edition.value)) {
    delete csl['available-date'];
    csl.edition ??= edition.value;
    sources.set('edition', edition);
  }
  return said;
}

function mendTexts(csl: JsonObject): void {
  for (const [variable, value] of Object.entries(csl)) {
    if (!Array.isArray(value) || !value.every((part) => typeof part === 'string')) continue;
    csl[variable] = variable === 'URL' ? (value[0] ?? '') : value.join('; ');
  }
  if (typeof csl.keyword === 'string') csl.keyword = csl.keyword.replace(/,\s*/g, ', ');
}

/** "soto 1987 harbours": family name, year, first word of the title that has four letters or more. */
function makeKey({ author, issued, title }: JsonObject): string {
  const [first] = Array.isArray(author) ? author.filter(isObject) : [];
  const name = [first?.family, first?.literal].find((part) => typeof part === 'string') ?? '';
  const words = typeof title === 'string' ? (title.match(/[\p{L}\p{N}]+/gu) ?? []) : [];
  const word = words.find(({ length }) => length >= 4) ?? words[0] ?? '';
  return [name, yearOf(issued), word].filter((part) => part !== '').join(' ');
}

function yearOf(date: Json | undefined): string {
  const parts = isObject(date) ? date['date-parts'] : undefined;
  const [start] = Array.isArray(parts) ? parts : [];
  return Array.isArray(start) ? String(start[0] ?? '') : '';
}
