import type { Element } from 'xast';
import { x } from 'xastscript';
import type { Glossary, Language, TranslationState } from '../../model.ts';
import { type Digest, type ExchangeUnit, type Identify, stampOf } from './exchange-unit.ts';
import { nameCodes } from './name-codes.ts';
import { writeInline, writeText } from './write-inline.ts';
import { findTerms, writeTerms } from './write-terms.ts';
import { writableText, writeXml } from './write-xml.ts';
import { noteCategories, xliffNames } from './xliff-names.ts';

/** One text in two languages, as full tags and as the names of their editions. */
export interface XliffText {
  /** Path of the source text. */
  original: string;
  source: { tag: string; language: Language };
  target: { tag: string; language: Language };
  units: ExchangeUnit[];
}

export interface XliffContext {
  identify: Identify;
  glossary: Glossary;
  digest: Digest;
}

const mixed: ReadonlySet<string> = new Set([
  'source',
  'target',
  'note',
  'data',
  'gls:term',
  'gls:translation',
]);

/** A confirmed translation has been looked through by somebody; one to be looked through is at its beginning. */
const states: Record<TranslationState, { state: string; subState?: string }> = {
  untranslated: { state: 'initial' },
  fuzzy: { state: 'initial', subState: xliffNames.fuzzy },
  translated: { state: 'reviewed' },
};

/** Writes XLIFF 2.1: a <file> for the text, a <unit> with one segment for each entry of its catalog. */
export function writeXliff(text: XliffText, context: XliffContext): string {
  const root = x(
    'xliff',
    {
      xmlns: xliffNames.core,
      'xmlns:its': xliffNames.its,
      'xmlns:gls': xliffNames.glossary,
      'xmlns:tinkuy': xliffNames.own,
      version: '2.1',
      srcLang: text.source.tag,
      trgLang: text.target.tag,
      'its:version': '2.0',
    },
    x(
      'file',
      { id: 'f1', original: writableText(text.original), canResegment: 'no' },
      text.units.map((unit) => writeUnit(unit, text, context)),
    ),
  );
  return writeXml(root, mixed);
}

function writeUnit(unit: ExchangeUnit, text: XliffText, context: XliffContext): Element {
  const { identify, digest } = context;
  const data = new Map<string, string>();
  const dataRef = (markdown: string): string => {
    const known = data.get(markdown);
    if (known !== undefined) return known;
    const id = `d${data.size + 1}`;
    data.set(markdown, id);
    return id;
  };
  const names = nameCodes(unit.source, unit.target);
  const [terms, others] = [
    findTerms(unit.source, text.source.language, context),
    findTerms(unit.target, text.target.language, context),
  ];
  const common = { dataRef, identify };
  const source = writeInline(unit.source, { ...common, names: names.source, terms });
  const target = writeInline(unit.target, { ...common, names: names.target, terms: others });
  const stored = [...data].map(([markdown, id]) => x('data', { id }, writeText(markdown)));
  const stamp = `${unit.state}:${stampOf(unit.entry.msgstr, digest)}`;
  return x(
    'unit',
    { id: unit.id, name: writableText(unit.name), 'xml:space': 'preserve', [xliffNames.stamp]: stamp },
    [
      ...writeTerms(unit.source, [text.source.language, text.target.language], terms, context),
      x('notes', {}, writeNotes(unit)),
      ...(stored.length > 0 ? [x('originalData', {}, stored)] : []),
      x('segment', states[unit.state], [
        x('source', { 'xml:lang': text.source.tag }, source),
        ...(unit.state === 'untranslated' ? [] : [x('target', { 'xml:lang': text.target.tag }, target)]),
      ]),
    ],
  );
}

function writeNotes({ entry, segments }: ExchangeUnit): Element[] {
  const note = (category: string, text: string, appliesTo: string): Element =>
    x('note', { category, appliesTo }, writableText(text));
  const places = segments.map(({ location }) => `${location.path}:${location.start.line}`);
  return [
    note(noteCategories.location, [...new Set(places)].join('\n'), 'source'),
    ...entry.extracted.map((text) => note(noteCategories.description, text, 'source')),
    ...(entry.fuzzy && entry.previous ? [note(noteCategories.previous, entry.previous.msgid, 'source')] : []),
    ...entry.remarks.map(({ text }) => note(noteCategories.remark, text, 'target')),
  ];
}
