import type { TermMatch, TextRange } from '../../model.ts';
import { addTo } from '../../values/add-to.ts';
import { overlaps } from './overlaps.ts';
import type { QualityContext, SegmentPair, SegmentSide } from './quality-rule.ts';

/** Terms at the same words of the source text that the translation does not name. */
export interface MissingTerm extends TextRange {
  terms: TermMatch[];
  /** Whether capitals show the words to be a name rather than common nouns. */
  isProper: boolean;
}

const beginsSentence = /(?:^|[.!?…:\uFFFC]\s*|["“«‘(]\s*)$/;
const quotations = /“[^”]*”|«[^»]*»|"[^"]*"/gu;

/**
 * The names and terms of the source that are in no link and in no quotation, and of whose entity the translation has no
 * label anywhere. Words that are a label of several entities are missing only where none of these is named.
 */
export function missingTerms(pair: SegmentPair, context: QualityContext): MissingTerm[] {
  const { source, target } = pair;
  const { glossary } = context;
  const [own, other] = [context.source.language, context.target.language];
  const quoted = [...source.text.matchAll(quotations)].map(({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
  }));
  const byPlace = new Map<number, TermMatch[]>();
  for (const match of glossary.find(source.text, own)) {
    if (match.label.role === 'form' || match.label.role === 'avoided') continue;
    if ([...source.links, ...quoted].some((range) => overlaps(range, match))) continue;
    addTo(byPlace, match.start, match);
  }
  return [...byPlace].flatMap(([start, terms]) => {
    const end = terms[0]?.end ?? start;
    const known = terms.filter(({ term }) => glossary.name(term.entity, other) !== undefined);
    if (known.length < terms.length) return [];
    if (terms.some(({ term }) => glossary.holds(target.text, term.entity, other))) return [];
    return [{ start, end, terms, isProper: isProper(source, { start, end }) }];
  });
}

/** A name begins with a capital; what begins a sentence has one anyway, and needs another. */
function isProper({ text }: SegmentSide, { start, end }: TextRange): boolean {
  const words = text.slice(start, end);
  return (
    /^\p{Lu}/u.test(words) && (!beginsSentence.test(text.slice(0, start)) || /\p{Lu}/u.test(words.slice(1)))
  );
}
