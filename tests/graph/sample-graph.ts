import type { Link } from 'mdast';
import { createValidators } from '../../pipeline/graph/create-validators.ts';
import { readRecords } from '../../pipeline/graph/records.ts';
import { readVocabulary } from '../../pipeline/graph/schema.ts';
import { state } from '../../pipeline/graph/state.ts';
import type {
  Configuration,
  Diagnostic,
  Edition,
  EditionSegment,
  Graph,
  Json,
  Language,
  Location,
  RecordEntry,
  Staged,
  Vocabulary,
} from '../../pipeline/model.ts';
import { parseDocument } from '../../pipeline/text/syntax.ts';
import { matchAtOnce } from '../../pipeline/values/patterns/create-pattern-matcher.ts';
import { recallNothing } from '../../pipeline/values/recall-nothing.ts';
import { type EditionWords, editionWords } from '../edition-words.ts';
import { nothingShared } from '../nothing-shared.ts';
import { borderSchemas, builtinSchemas } from './builtin-schemas.ts';

const languages = ['en', 'es', 'pt'];

const builtin = readVocabulary(builtinSchemas(), borderSchemas()).value;

/** What the schemas of the tool declare; nobody changes it. */
export function builtinVocabulary(): Vocabulary {
  return builtin;
}

/** A place in a text, unique for each segment and order. */
export function placeOf(language: Language, segment: number, order = 0): Location {
  const path = language === 'en' ? 'source/demo/article.md' : `locales/${language}/demo.po`;
  const point = { line: segment + 1, column: order + 1, offset: segment * 100 + order };
  return { path, start: point, end: point };
}

/** "length" of "border:ec-pe" is {…}, in one language's segment. */
export interface Said {
  language?: Language;
  segment?: number;
  order?: number;
  entity: string;
  path: string;
  kind: string;
  value: Json;
}

/** A segment of an edition whose links are given by address and words. */
function segmentOf(language: Language, index: number, links: [url: string, words: string][]): EditionSegment {
  const children = links.map(([url, words]): Link => {
    return { type: 'link', url, children: words === '' ? [] : [{ type: 'text', value: words }] };
  });
  const location = placeOf(language, index);
  const segment = {
    index,
    kind: 'paragraph' as const,
    markdown: '',
    location,
    section: '',
    node: undefined,
    key: undefined,
  };
  return {
    segment,
    markdown: '',
    node: { type: 'paragraph', children },
    state: language === 'en' ? 'source' : 'translated',
    remarks: [],
    locate: (node) => placeOf(language, index, Math.max(0, children.indexOf(node as Link))),
  };
}

function emptyEdition(language: Language): Edition {
  const tree = { type: 'root' as const, children: [] };
  return { language, tag: language, isSource: language === 'en', tree, frontMatter: {}, segments: [] };
}

/** Editions of one or more languages from plain lists; `mentions` and `blanks` are of the source text. */
export function editionsOf(
  said: Said[],
  mentions: string[] = [],
  blanks: [string, string][] = [],
): Edition[] {
  const texts = new Map<Language, Edition>();
  const text = (language: Language): Edition => {
    const present = texts.get(language);
    if (present) return present;
    const edition = emptyEdition(language);
    texts.set(language, edition);
    return edition;
  };
  mentions.forEach((entity, index) => {
    text('en').segments.push(segmentOf('en', 90 + index, [[entity, `the ${entity}`]]));
  });
  const groups = new Map<string, Said[]>();
  for (const each of said) {
    const key = JSON.stringify([each.language ?? 'en', each.segment ?? 0]);
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  for (const [key, group] of groups) {
    const [language, segment] = JSON.parse(key) as [Language, number];
    const ordered = group.toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0));
    const links = ordered.map(({ entity, path, value }): [string, string] => [
      `${entity}#${path}`,
      wordsOf(value),
    ]);
    text(language).segments.push(segmentOf(language, segment, links));
  }
  blanks.forEach(([entity, path], index) => {
    text('en').segments.push(segmentOf('en', 80 + index, [[`${entity}#${path}`, '']]));
  });
  return [...texts.values()];
}

/** Words of an edition in which every value is written as JSON has it. */
function wordsOf(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const plainWords = new Map(languages.map((language) => [language, editionWords(language, builtin)]));

const reader = {
  read: (words: string): { ok: true; value: Json } => {
    return { ok: true, value: words.startsWith('{') ? (JSON.parse(words) as Json) : words };
  },
};

export function recordsOf(
  yaml: string,
  vocabulary: Vocabulary,
  path = 'source/demo/entities/a.yaml',
): RecordEntry[] {
  const read = readRecords([{ path, text: yaml }], vocabulary);
  if (read.diagnostics.length > 0) throw new Error(JSON.stringify(read.diagnostics[0]));
  return read.value;
}

export function merge(yaml: string, texts: Edition[] = [], vocabulary = builtinVocabulary()): Staged<Graph> {
  const { value, diagnostics } = stateGraph(texts, recordsOf(yaml, vocabulary), vocabulary);
  return { value, diagnostics: diagnostics.filter(({ rule }) => ofJoining.has(rule)) };
}

/** Findings about what texts and records say together, values and rules of the schemas aside. */
const ofJoining: ReadonlySet<string> = new Set([
  'blank-has-a-value',
  'entity-id-is-unique',
  'entity-is-known',
  'label-is-in-every-language',
  'note-target-is-known',
  'record-is-used',
  'records-agree',
  'reference-resolves',
  'reference-type-is-allowed',
  'statement-agrees-with-record',
  'statements-agree',
  'text-is-in-every-language',
]);

/** Findings about what the schemas declare. */
export const ofSchemas: ReadonlySet<string> = new Set([
  'code-is-known',
  'currency-is-known',
  'date-exists',
  'iri-scheme-is-safe',
  'language-is-published',
  'language-tag-is-well-formed',
  'number-of-values-is-right',
  'period-is-in-order',
  'point-is-on-the-globe',
  'property-is-known',
  'required-property-is-present',
  'time-exists',
  'unit-is-known',
  'value-fits-schema',
  'value-has-the-right-type',
  'value-is-in-range',
]);

/** The graph of editions and records, and all that is found as it is stated. */
export function stateGraph(given: Edition[], records: RecordEntry[], vocabulary: Vocabulary): Staged<Graph> {
  // Where nobody says anything in a language there is an edition all the same.
  const spoken = new Set(given.map(({ language }) => language));
  const silent = languages.filter((language) => !spoken.has(language));
  const editions = [...given, ...silent.map(emptyEdition)];
  const article = { path: 'source/demo/article.md', text: '---\ntitle: A\nlanguage: en\n---\n' };
  const configuration: Configuration = {
    base: 'https://example.org/',
    editions: languages.map((language) => ({ language, tag: language, citationStyle: 'apa' })),
    mentions: 'all',
    numberSections: true,
    allowHtml: false,
    rules: {},
    pages: [],
    files: [],
  };
  const none = { records: [], bibliographies: [], register: undefined, page: undefined };
  const text = {
    sources: { name: 'demo', article, ...none, catalogs: new Map() },
    document: parseDocument(article, { allowHtml: false }).value,
    segments: [],
    language: 'en',
    records,
    register: undefined,
    catalogs: [],
    editions,
    source: editions.find(({ isSource }) => isSource),
    standings: {
      isHeld: () => false,
      required: languages,
      weigh: <T>(_: object, staged: Staged<T>) => staged,
      report: () => [],
    },
  };
  const { value, diagnostics } = state(text, {
    files: { own: [], builtin: [] },
    configuration,
    vocabulary,
    declared: '',
    published: languages,
    validators: () => validatorsOf(vocabulary),
    wordsOf: (language) => ({ ...plainWords.get(language), reader }) as EditionWords,
    matches: matchAtOnce,
    recall: recallNothing,
    ...nothingShared(vocabulary),
    sources: [],
    open: () => {
      throw new Error('no files');
    },
  });
  if (!value.publication) throw new Error('no publication');
  return { value: value.publication.graph, diagnostics };
}

const validators = new WeakMap<Vocabulary, ReturnType<typeof createValidators>>();

function validatorsOf(vocabulary: Vocabulary): ReturnType<typeof createValidators> {
  const known = validators.get(vocabulary) ?? createValidators(vocabulary);
  validators.set(vocabulary, known);
  return known;
}

/** Findings as "rule line:column", the order of the report not being a stage's business. */
export function places(diagnostics: Diagnostic[], rule?: string): string[] {
  return diagnostics
    .filter((finding) => rule === undefined || finding.rule === rule)
    .map(({ rule: id, location }) => `${id} ${location.start.line}:${location.start.column}`)
    .sort();
}
