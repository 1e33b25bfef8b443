import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import type { Json, JsonObject } from '../../model.ts';
import { showValue } from '../../values/json-value.ts';
import {
  biblatexDates,
  editorTypes,
  genres,
  housekeepingFields,
  otherFields,
  publicationStates,
} from './biblatex-fields.ts';
import { biblatexNames, wholeNames } from './biblatex-names.ts';
import type { Inheritance } from './inherit-fields.ts';
import { readEdtf } from './read-edtf.ts';
import type { BiblatexEntry, BiblatexField } from './scan-biblatex.ts';
import { type ConversionTrace, traceConversion } from './trace-conversion.ts';

/** An entry in CSL-JSON, and what became of its fields. */
export interface ConvertedEntry {
  csl: JsonObject;
  /** By variable the field that gives it. */
  sources: Map<string, BiblatexField>;
  /** Fields whose LaTeX cannot be read. */
  unreadable: string[];
  /** Fields that are left out, with what they say. */
  lost: Map<string, string>;
}

export interface BiblatexConverter {
  /** Macros that need no `@string`. */
  macros: ReadonlyMap<string, string>;
  /** Whether a type of entry has one of CSL. */
  knows: (type: string) => boolean;
  convert: (inheritance: Inheritance) => ConvertedEntry;
}

/** Fields that are read here and not by the library. */
const ownFields: ReadonlySet<string> = new Set(['crossref', 'pubstate', ...biblatexDates.values()]);
/** The time of a day, which no reference has. */
const timeForm = /T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?/g;
/** An accent on an i or j without its dot, which is the letter with the accent: \\'\\i. */
const dotless = /\\(['`^"~=.])\\([ij])(?![A-Za-z]) ?/g;
/** Stands for an author who is none. */
const nobody = '\u{fffc}';
const yearFields = ['year', 'month', 'day'];

/** Turns entries into CSL-JSON by citation-js, and what that leaves out by what is known of biblatex here. */
export function createBiblatexConverter(): BiblatexConverter {
  const { constants, types } = plugins.config.get('@bibtex');
  const traces = new Map<string, ConversionTrace>();
  return {
    macros: new Map(Object.entries(constants.defaultStrings)),
    knows: (type) => Object.hasOwn(types.biblatex.source, type),
    convert: (inheritance) => convert(inheritance, traces),
  };
}

/** An entry of a file as the library takes it. */
interface LibraryEntry {
  type: string;
  label: string;
  properties: Record<string, string>;
}

function convert({ entry, ancestors }: Inheritance, traces: Map<string, ConversionTrace>): ConvertedEntry {
  const levels = [entry, ...ancestors];
  const { family, csl, unreadable } = askForAll(levels.map(prepare));
  const trace = traceOf(family, csl, traces);
  const sources = new Map<string, BiblatexField>();
  for (const [variable, place] of trace.sources) {
    const [level = '0', name = ''] = place.split(' ');
    const field = levels[Number(level)]?.fields.get(name);
    if (field) sources.set(variable, field);
  }
  const lost = new Map<string, string>();
  for (const place of trace.lost) {
    const [level, name = ''] = place.split(' ');
    const field = entry.fields.get(name);
    if (level === '0' && field) lost.set(name, field.value);
  }
  const converted: ConvertedEntry = { csl, sources, unreadable, lost };
  addDates(converted, levels);
  mendNames(converted, levels);
  mendTexts(converted, entry);
  for (const name of lost.keys()) if (isHousekeeping(name)) lost.delete(name);
  for (const [name, value] of lost) lost.set(name, showValue(value));
  return converted;
}

function isHousekeeping(name: string): boolean {
  return housekeepingFields.has(name) || /^(?:bdsk-|jabref-|mendeley-)|\+an(?::|$)/.test(name);
}

/** As `ask`, without the fields whose LaTeX the library cannot read; it does not say which they are. */
function askForAll(family: LibraryEntry[]): {
  family: LibraryEntry[];
  csl: JsonObject;
  /** Names of fields of the first. */
  unreadable: string[];
} {
  const csl = tryToAsk(family);
  if (csl) return { family, csl, unreadable: [] };
  const isReadable = (name: string, value: string) =>
    name === 'crossref' || tryToAsk([{ type: 'misc', label: 'x', properties: { [name]: value } }]);
  const readable = family.map(({ properties, ...rest }) => ({
    ...rest,
    properties: Object.fromEntries(
      Object.entries(properties).filter(([name, value]) => isReadable(name, value)),
    ),
  }));
  const [own, rest] = [family[0]?.properties ?? {}, readable[0]?.properties ?? {}];
  const unreadable = Object.keys(own).filter((name) => !Object.hasOwn(rest, name));
  return { family: readable, csl: tryToAsk(readable) ?? {}, unreadable };
}

function tryToAsk(family: LibraryEntry[]): JsonObject | undefined {
  try {
    return ask(family);
  } catch (error) {
    // Errors of several kinds, for what is not in the grammar of its LaTeX.
    if (error instanceof Error) return undefined;
    throw error;
  }
}

function prepare({ type, key, fields }: BiblatexEntry): LibraryEntry {
  const hasDate = fields.has('date');
  const properties = [...fields].flatMap(([name, { value }]): [string, string][] => {
    if (name !== 'crossref' && ownFields.has(name)) return [];
    if (hasDate && yearFields.includes(name)) return [];
    return [[name, value.replace(dotless, '\\$1$2')]];
  });
  return { type, label: key, properties: Object.fromEntries(properties) };
}

function ask(family: LibraryEntry[]): JsonObject {
  const named = family.map((entry, level) => {
    // The library takes the author of a book for that of the book around a part, and throws where it has none.
    const needsAuthor = level > 0 && /^(?:mv)?book$/.test(entry.type) && !('author' in entry.properties);
    return needsAuthor ? { ...entry, properties: { ...entry.properties, author: nobody } } : entry;
  });
  const [first = {}] = plugins.input.data(named, '@biblatex/entries+list');
  const { 'citation-key': _, ...csl } = first as JsonObject;
  for (const variable of ['author', 'container-author']) {
    if (JSON.stringify(csl[variable]) === JSON.stringify([{ family: nobody }])) delete csl[variable];
  }
  return csl;
}

/** Entries with the same fields become the same variables, but for the few whose values decide. */
function traceOf(
  family: LibraryEntry[],
  whole: JsonObject,
  traces: Map<string, ConversionTrace>,
): ConversionTrace {
  const deciding = ['archiveprefix', 'bookpagination', 'entrysubtype', 'eprinttype'];
  const signature = JSON.stringify(
    family.map(({ type, properties }) => [
      type,
      Object.keys(properties).sort(),
      deciding.map((name) => properties[name] ?? ''),
      properties.howpublished?.startsWith('http') ?? false,
    ]),
  );
  const known = traces.get(signature);
  if (known) return known;
  const fields = family.flatMap(({ properties }, level) =>
    Object.keys(properties).flatMap((name) => (name === 'crossref' ? [] : [`${level} ${name}`])),
  );
  const trace = traceConversion(fields, whole, (without) =>
    ask(
      family.map(({ properties, ...rest }, level) => ({
        ...rest,
        properties: Object.fromEntries(
          Object.entries(properties).filter(([name]) => `${level} ${name}` !== without),
        ),
      })),
    ),
  );
  traces.set(signature, trace);
  return trace;
}

/** Dates are EDTF, of which the library reads level 0 only. */
function addDates({ csl, sources }: ConvertedEntry, levels: readonly BiblatexEntry[]): void {
  for (const [variable, name] of biblatexDates) {
    const holder = levels.find(
      ({ fields }) => fields.has(name) || (variable === 'issued' && fields.has('year')),
    );
    const field = holder?.fields.get(name);
    if (!field || field.value.trim() === '') continue;
    // What has a tilde is about so; in LaTeX it is a space.
    const text = field.value.trim().replace(timeForm, '');
    csl[variable] = readEdtf(text) ?? { literal: decode(text) };
    sources.set(variable, field);
  }
}

function mendNames({ csl, sources, lost }: ConvertedEntry, [entry]: readonly BiblatexEntry[]): void {
  for (const variable of biblatexNames.keys()) {
    const written = sources.get(variable)?.value;
    const names = csl[variable];
    if (written === undefined || names === undefined) continue;
    const read = wholeNames(names, written);
    csl[variable] = read.names;
    if (read.hasOthers) lost.set(biblatexNames.get(variable) ?? variable, 'and others');
  }
  const role = editorTypes.get(entry?.fields.get('editortype')?.value.trim() ?? '');
  const { editor } = csl;
  if (role === undefined || editor === undefined) return;
  delete csl.editor;
  csl[role] = editor;
  lost.delete('editortype');
}

function mendTexts({ csl, sources, lost }: ConvertedEntry, entry: BiblatexEntry): void {
  for (const [variable, value] of Object.entries(csl)) {
    if (Array.isArray(value) && value.every((part) => typeof part === 'string'))
      csl[variable] = value.join('; ');
  }
  const set = (variable: string, value: Json, name: string): void => {
    const field = entry.fields.get(name);
    if (!field || csl[variable] !== undefined) return;
    csl[variable] = value;
    sources.set(variable, field);
    lost.delete(name);
  };
  const state = entry.fields.get('pubstate')?.value.trim();
  if (state !== undefined) {
    const words = publicationStates.get(state.toLowerCase()) ?? decode(state);
    delete csl.status;
    set('status', words, 'pubstate');
    // Without a date that is what styles print in its place.
    set('issued', { literal: words }, 'pubstate');
  }
  // What a parent says too is there without the field.
  const texts = new Set(Object.values(csl));
  for (const [name, text] of lost) if (texts.has(decode(text))) lost.delete(name);
  for (const [name, variable] of otherFields) {
    const text = lost.get(name);
    if (text !== undefined) set(variable, decode(text), name);
  }
  const archive = entry.fields.get('eprinttype') ?? entry.fields.get('archiveprefix');
  const eprint = entry.fields.get('eprint');
  if (archive && eprint && csl.PMID === undefined) {
    set('archive', decode(archive.value), entry.fields.has('eprinttype') ? 'eprinttype' : 'archiveprefix');
    set('archive_location', decode(eprint.value), 'eprint');
  }
  const { genre, keyword, language } = csl;
  if (typeof genre === 'string') csl.genre = genres.get(genre) ?? genre;
  if (typeof keyword === 'string') csl.keyword = keyword.replace(/,\s*/g, ', ');
  // "langspanish" is biblatex's own word for "spanish".
  if (typeof language === 'string') csl.language = language.replace(/^lang(?=[a-z]{4})/, '');
}

/** LaTeX as text. */
function decode(value: string): string {
  const title = tryToAsk([{ type: 'misc', label: 'x', properties: { title: value } }])?.title;
  return typeof title === 'string' ? title : value;
}
