import type { Nodes } from 'mdast';
import { toString as toPlainText } from 'mdast-util-to-string';
import type { Glossary, Language, TextRange, Vocabulary } from '../../model.ts';
import { findQuotations } from './language-quotes.ts';
import { overlaps } from './overlaps.ts';
import type { LanguageSide, SegmentSide } from './quality-rule.ts';

/** Whether a text begins with what an entity is called, an article before it aside. */
export function beginsName({ text, links }: SegmentSide, language: Language, glossary: Glossary): boolean {
  if (links.some(({ start, url }) => start === 0 && !url.startsWith('#'))) return true;
  return glossary.find(text, language).some(({ start }) => start <= 1);
}

/** Ranges of a text that are somebody else's words: quotations, emphasis, and the words of citations. */
export function findForeignWords(
  side: SegmentSide,
  { habits }: LanguageSide,
  vocabulary: Vocabulary,
): TextRange[] {
  const cited = side.links.filter(({ url }) => isBibliographic(url, vocabulary));
  return [...findQuotations(side.text, habits), ...findEmphasis(side), ...cited];
}

/** Ranges of emphasis, which marks titles and words of other languages. */
function findEmphasis({ node, text }: SegmentSide): TextRange[] {
  const walk = (each: Nodes): TextRange[] => {
    if (each.type !== 'emphasis') return 'children' in each ? each.children.flatMap(walk) : [];
    const words = toPlainText(each).replace(/\s/g, ' ');
    const start = text.indexOf(words);
    return start < 0 || words === '' ? [] : [{ start, end: start + words.length }];
  };
  return walk(node);
}

/** Ranges of a text that are names: labels of entities with a capital, and somebody else's words. */
export function findNames(
  side: SegmentSide,
  languageSide: LanguageSide,
  { glossary, vocabulary }: { glossary: Glossary; vocabulary: Vocabulary },
): TextRange[] {
  const labels = glossary
    .find(side.text, languageSide.language)
    .filter(({ start, end, label }) => isWrittenAs(side.text.slice(start, end), label.text));
  return [...findForeignWords(side, languageSide, vocabulary), ...labels];
}

/** Whether words have their capitals where a label has them, whatever their endings: "PEru" is not "Peru". */
function isWrittenAs(words: string, label: string): boolean {
  const begin = (text: string): string[] => text.match(/(?<![\p{L}\p{M}])\p{Lu}[\p{L}\p{M}]{0,2}/gu) ?? [];
  const capitals = new Set(begin(label));
  return capitals.size > 0 && begin(words).every((each) => capitals.has(each));
}

export function isInside(range: TextRange, ranges: TextRange[]): boolean {
  return ranges.some((each) => overlaps(each, range));
}

function isBibliographic(url: string, { types }: Vocabulary): boolean {
  const colon = url.indexOf(':');
  return colon > 0 && types.get(url.slice(0, colon))?.role === 'bibliography';
}
