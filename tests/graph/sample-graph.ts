import { mergeGraph } from '../../pipeline/graph/merge.ts';
import { readRecords } from '../../pipeline/graph/records.ts';
import { readVocabulary } from '../../pipeline/graph/schema.ts';
import type {
  Annotation,
  Diagnostic,
  Extraction,
  Graph,
  Json,
  Language,
  Location,
  RecordEntry,
  Staged,
  Statement,
  Vocabulary,
} from '../../pipeline/model.ts';
import { namedKind } from '../named-kind.ts';
import { builtinSchemas } from './builtin-schemas.ts';

export const languages = ['en', 'es', 'pt'];

export function builtinVocabulary(): Vocabulary {
  return readVocabulary(builtinSchemas(), []).value;
}

/** A place in a text, unique for each segment and order. */
export function placeOf(language: Language, segment: number, order = 0): Location {
  const path = language === 'en' ? 'source/demo/article.md' : `locales/${language}/demo.po`;
  const point = { line: segment + 1, column: order + 1, offset: segment * 100 + order };
  return { path, start: point, end: point };
}

function annotation(language: Language, segment: number, order: number, entity: string): Annotation {
  const location = placeOf(language, segment, order);
  return { entity, path: undefined, title: undefined, words: entity, language, segment, order, location };
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

/** Extractions of one or more languages from plain lists; `mentions` are of the source text. */
export function extractions(
  said: Said[],
  mentions: string[] = [],
  blanks: [string, string][] = [],
): Extraction[] {
  const texts = new Map<Language, Extraction>();
  const text = (language: Language): Extraction => {
    const present = texts.get(language) ?? { language, mentions: [], statements: [], blanks: [] };
    texts.set(language, present);
    return present;
  };
  mentions.forEach((entity, index) => {
    text('en').mentions.push({ ...annotation('en', 90, index, entity), locator: undefined });
  });
  blanks.forEach(([entity, path], index) => {
    text('en').blanks.push({ ...annotation('en', 91, index, entity), path, words: '' });
  });
  for (const { language = 'en', segment = 0, order = 0, entity, path, kind, value } of said) {
    const words = typeof value === 'string' ? value : JSON.stringify(value);
    const statement: Statement = {
      ...annotation(language, segment, order, entity),
      path,
      kind: namedKind(kind),
      value,
      words,
    };
    text(language).statements.push(statement);
  }
  return [...texts.values()];
}

export function recordsOf(
  yaml: string,
  vocabulary: Vocabulary,
  path = 'source/demo/entities/a.yaml',
): RecordEntry[] {
  const read = readRecords([{ path, text: yaml }], vocabulary);
  if (read.diagnostics.length > 0) throw new Error(JSON.stringify(read.diagnostics[0]));
  return read.value;
}

export function merge(
  yaml: string,
  texts: Extraction[] = [],
  vocabulary = builtinVocabulary(),
): Staged<Graph> {
  return mergeGraph(texts, recordsOf(yaml, vocabulary), vocabulary, languages, 'en');
}

/** Findings as "rule line:column", the order of the report not being a stage's business. */
export function places(diagnostics: Diagnostic[], rule?: string): string[] {
  return diagnostics
    .filter((finding) => rule === undefined || finding.rule === rule)
    .map(({ rule: id, location }) => `${id} ${location.start.line}:${location.start.column}`)
    .sort();
}
