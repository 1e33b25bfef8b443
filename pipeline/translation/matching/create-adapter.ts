import { splitSegment } from '../inline-codes.ts';
import { alignTokens } from './align-tokens.ts';
import { createLexicon } from './create-lexicon.ts';
import { applyEdits } from './edit.ts';
import { type CodeExchange, exchangeCodes, formOf } from './exchange-codes.ts';
import { exchangeNumbers } from './exchange-numbers.ts';
import { createFigureStyle, type FigureStyle } from './figures.ts';
import type { MatchContext } from './match-context.ts';
import { scanSegment } from './scan-segment.ts';
import type { Markdowns } from './texts.ts';

/** A translation made to fit another segment, as far as numbers, links and notes go. */
export interface Adaptation {
  msgstr: string;
  /** Whether nothing that is not words remains to be exchanged. */
  complete: boolean;
}

/** Prepares the adaptation of translations from one language into another. */
export function createAdapter(
  context: MatchContext,
): (from: { msgid: string; msgstr: string }, msgid: string) => Adaptation {
  // Made when something is adapted first: most catalogs of many have nothing to adapt.
  let styles: [FigureStyle, FigureStyle] | undefined;
  const lexicon = createLexicon();

  return ({ msgid: old, msgstr }, msgid) => {
    styles ??= [createFigureStyle(context.source.tag), createFigureStyle(context.target.tag)];
    const before = lexicon.weigh(scanSegment(old));
    const after = lexicon.weigh(scanSegment(msgid));
    const texts = {
      old: before.tokens,
      translation: scanSegment(msgstr),
      pairs: alignTokens(before, after).pairs,
    };
    const markdowns = { old, translation: msgstr, fresh: msgid };
    const codes = exchangeCodes(texts, markdowns, context);
    const numbers = exchangeNumbers(texts, ...styles);
    const paired = new Set(texts.pairs.map(([, token]) => token));
    const isWhole = after.tokens.every((token) => token.kind === 'word' || paired.has(token));
    const complete = isWhole && codes.complete && numbers.complete;
    const adapted = applyEdits(msgstr, [...codes.edits, ...numbers.edits]);
    if (codes.edits.length === 0) return { msgstr: adapted, complete };
    const isSound = hasCodes(adapted, markdowns, codes, context.footnotes);
    return isSound ? { msgstr: adapted, complete } : { msgstr, complete: false };
  };
}

/** Whether a text has the codes of the translation, with those in exchange that are to be exchanged, and no other. */
function hasCodes(adapted: string, texts: Markdowns, { forms }: CodeExchange, footnotes: string[]): boolean {
  const labels = Object.values(texts).flatMap((text) =>
    scanSegment(text).flatMap(({ kind, text: label }) => (kind === 'note' ? [label] : [])),
  );
  const readForms = [adapted, texts.translation].every(isPlain)
    ? (text: string) => scanSegment(text).map(formOf)
    : (text: string) =>
        splitSegment(text, [...footnotes, ...labels]).flatMap((piece) =>
          piece.kind === 'open' || piece.kind === 'whole' ? [piece.code.form] : [],
        );
  const expected = readForms(texts.translation);
  // At once: what one exchange writes is not what another takes.
  const places = forms.map(({ from }) => {
    const at = expected.indexOf(from);
    if (at >= 0) expected[at] = '';
    return at;
  });
  places.forEach((at, index) => {
    if (at >= 0) expected[at] = forms[index]?.to ?? '';
  });
  const sort = (all: string[]): string =>
    all
      .filter((form) => form !== '')
      .sort()
      .join('\n');
  return !places.includes(-1) && sort(readForms(adapted)) === sort(expected);
}

/** Whether a segment has no more than the scanner knows for sure: no escapes, HTML, code, or brackets in brackets. */
function isPlain(markdown: string): boolean {
  return !/[\\`<&!]|\[[^\]]*\[|\]\([^)]*[\s"'(][^)]*\(/.test(markdown);
}
