import type { Element, ElementContent } from 'xast';
import { x } from 'xastscript';
import type { InlineCode, Piece } from '../inline-codes.ts';
import type { ExchangeUnit } from './exchange-unit.ts';
import { nameCodes } from './name-codes.ts';
import { writableText, writeXml } from './write-xml.ts';

/** A text's units in two languages, as full tags. */
export interface TmxText {
  source: { tag: string };
  target: { tag: string };
  units: readonly ExchangeUnit[];
}

/** What the header calls the maker of a memory whose codes are Markdown. */
export const tmxTool = 'tinkuy';

const mixed: ReadonlySet<string> = new Set(['seg', 'prop', 'note']);

/**
 * Writes TMX 1.4b: the confirmed translations, with inline codes as codes, in the order of the text. There are no
 * dates in it: the same catalog gives the same file.
 *
 * @param version of the tool
 * @see https://www.gala-global.org/tmx-14b
 */
export function writeTmx({ source, target, units }: TmxText, version: string): string {
  const confirmed = units.filter(({ state }) => state === 'translated');
  const header = x('header', {
    creationtool: tmxTool,
    creationtoolversion: version,
    segtype: 'block',
    'o-tmf': tmxTool,
    adminlang: 'en',
    srclang: source.tag,
    datatype: 'plaintext',
  });
  const body = x(
    'body',
    {},
    confirmed.map((unit) => writeUnit(unit, source.tag, target.tag)),
  );
  return writeXml(x('tmx', { version: '1.4' }, [header, body]), mixed);
}

function writeUnit(unit: ExchangeUnit, source: string, target: string): Element {
  const names = nameCodes(unit.source, unit.target);
  const { msgctxt } = unit.entry;
  return x('tu', { tuid: unit.id }, [
    ...(msgctxt === undefined ? [] : [x('prop', { type: 'x-context' }, writableText(msgctxt))]),
    x('tuv', { 'xml:lang': source }, x('seg', {}, writeSegment(unit.source, names.source))),
    x('tuv', { 'xml:lang': target }, x('seg', {}, writeSegment(unit.target, names.target))),
  ]);
}

/** `i` ties the two ends of a code together, `x` a code of the source to the same one of the translation. */
function writeSegment(pieces: readonly Piece[], names: Map<number, string>): ElementContent[] {
  return pieces.map((piece): ElementContent => {
    const content = writableText(piece.markdown);
    if (piece.kind === 'text') return { type: 'text', value: content };
    const { code } = piece;
    if (piece.kind === 'close') return x('ept', { i: code.id }, content);
    const tie = { x: numberOf(names.get(code.id)), type: typeOf(code) };
    return piece.kind === 'open' ? x('bpt', { i: code.id, ...tie }, content) : x('ph', tie, content);
  });
}

/** TMX counts with digits only; a code that the source lacks is tied to none. */
function numberOf(name: string | undefined): string | undefined {
  return name !== undefined && /^\d+$/.test(name) ? name : undefined;
}

function typeOf({ type }: InlineCode): string {
  switch (type) {
    case 'link':
    case 'image':
      return type;
    case 'emphasis':
      return 'italic';
    case 'strong':
      return 'bold';
    case 'break':
      return 'lb';
    case 'footnoteReference':
      return 'fnote';
    default:
      return `x-${type}`;
  }
}
