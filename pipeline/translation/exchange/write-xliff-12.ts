import type { Element } from 'xast';
import { x } from 'xastscript';
import type { TranslationState } from '../../model.ts';
import { type Digest, type ExchangeUnit, stampOf } from './exchange-unit.ts';
import { nameCodes } from './name-codes.ts';
import { writeInline12 } from './write-inline-12.ts';
import type { XliffText } from './write-xliff.ts';
import { writableText, writeXml } from './write-xml.ts';
import { noteAuthors, xliffNames } from './xliff-names.ts';

const mixed: ReadonlySet<string> = new Set(['source', 'target', 'note', 'context']);

const states: Record<TranslationState, { state: string; approved?: string }> = {
  untranslated: { state: 'needs-translation' },
  fuzzy: { state: 'needs-review-translation' },
  translated: { state: 'translated', approved: 'yes' },
};

/**
 * Writes XLIFF 1.2: a <file> for the text, a <trans-unit> for each entry of its catalog. Where there is no translation
 * the target has the source's words: OmegaT, up to 3.6, shows nothing else than targets.
 */
export function writeXliff12({ original, source, target, units }: XliffText, digest: Digest): string {
  const root = x('xliff', { xmlns: xliffNames.core12, version: '1.2' }, [
    x(
      'file',
      {
        original: writableText(original),
        'source-language': source.tag,
        'target-language': target.tag,
        datatype: 'plaintext',
      },
      [
        x(
          'body',
          {},
          units.map((unit) => writeUnit(unit, source.tag, target.tag, digest)),
        ),
      ],
    ),
  ]);
  return writeXml(root, mixed);
}

function writeUnit(unit: ExchangeUnit, source: string, target: string, digest: Digest): Element {
  const names = nameCodes(unit.source, unit.target);
  const { state, approved } = states[unit.state];
  const [pieces, own] = unit.target.length > 0 ? [unit.target, names.target] : [unit.source, names.source];
  return x(
    'trans-unit',
    {
      id: unit.id,
      resname: writableText(unit.name),
      approved,
      'xml:space': 'preserve',
      // What the file remembers of the translation, where the standard has a place for what only the exporter reads.
      extradata: `${unit.state}:${stampOf(unit.entry.msgstr, digest)}`,
    },
    [
      x('source', { 'xml:lang': source }, writeInline12(unit.source, names.source)),
      x('target', { 'xml:lang': target, state }, writeInline12(pieces, own)),
      ...writePlaces(unit),
      ...writeNotes(unit),
    ],
  );
}

function writePlaces({ segments }: ExchangeUnit): Element[] {
  const places = new Map(
    segments.map(({ location }) => [`${location.path}:${location.start.line}`, location] as const),
  );
  return [...places.values()].map(({ path, start }) =>
    x('context-group', { purpose: 'location' }, [
      x('context', { 'context-type': 'sourcefile' }, writableText(path)),
      x('context', { 'context-type': 'linenumber' }, String(start.line)),
    ]),
  );
}

function writeNotes({ entry }: ExchangeUnit): Element[] {
  const note = (from: string, text: string, annotates: string): Element =>
    x('note', { from, annotates }, writableText(text));
  return [
    ...entry.extracted.map((text) => note(noteAuthors.description, text, 'source')),
    ...(entry.fuzzy && entry.previous ? [note(noteAuthors.previous, entry.previous.msgid, 'source')] : []),
    ...entry.remarks.map(({ text }) => note(noteAuthors.remark, text, 'target')),
  ];
}
