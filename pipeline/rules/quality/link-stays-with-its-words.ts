import { distance } from 'fastest-levenshtein';
import type { Diagnostic } from '../../model.ts';
import { excerpt } from '../excerpt.ts';
import { findWords } from './find-words.ts';
import type { LanguageSide, QualityContext, QualityRule, SegmentPair, SegmentSide } from './quality-rule.ts';
import { reportInTarget } from './report-in-target.ts';

const id = 'link-stays-with-its-words';

/** How much more alike words must be to be taken for each other's translation, as a share of their letters. */
const differenceMin = 0.2;

/** A link that each side of a segment has once, beside others that it could be exchanged with. */
interface LinkPair {
  url: string;
  title: string | undefined;
  sort: string;
  source: SegmentSide['links'][number];
  target: SegmentSide['links'][number];
}

/**
 * Two links of one sort keep the order of the source, unless their words show that the sentence was turned round; and where the
 * words show that it was, the links go with them. A name that the glossary has for an entity shows it, and so does likeness:
 * "chart" is "carta" rather than "registro".
 */
export const linkStaysWithItsWords: QualityRule = {
  id,
  check: (pair, context) => {
    const pairs = pairLinks(pair, context);
    return pairs.flatMap((one, index): Diagnostic[] => {
      const other = pairs
        .slice(index + 1)
        .find((each) => each.sort === one.sort && isExchanged(one, each, context));
      if (!other) return [];
      const [first, second] = one.target.start < other.target.start ? [one, other] : [other, one];
      const values = {
        found: first.title ?? first.url,
        words: excerpt(first.target.words),
        expected: second.title ?? second.url,
      };
      return [reportInTarget(id, pair, first.target, values)];
    });
  },
};

/** In the order of the source. */
function pairLinks({ source, target }: SegmentPair, { vocabulary }: QualityContext): LinkPair[] {
  const keyOf = ({ url, title }: SegmentSide['links'][number]): string => `${url} ${title ?? ''}`;
  const once = (links: SegmentSide['links']): SegmentSide['links'] =>
    links.filter((link) => links.filter((other) => keyOf(other) === keyOf(link)).length === 1);
  if (source.links.length < 2) return [];
  const others = new Map(once(target.links).map((link) => [keyOf(link), link]));
  return once(source.links).flatMap((link): LinkPair[] => {
    const other = others.get(keyOf(link));
    const sort = sortOf(link, vocabulary.types);
    return other && sort !== undefined
      ? [{ url: link.url, title: link.title, sort, source: link, target: other }]
      : [];
  });
}

/** What a link could be exchanged with: pages with pages, mentions of a type, objects of a relation. Values say what they are. */
function sortOf(
  { url, title }: SegmentSide['links'][number],
  types: QualityContext['vocabulary']['types'],
): string | undefined {
  const type = url.slice(0, url.indexOf(':'));
  if (!types.has(type)) return '';
  if (!url.includes('#')) return type;
  return title !== undefined && types.has(title.slice(0, title.indexOf(':'))) ? url : undefined;
}

function isExchanged(one: LinkPair, other: LinkPair, context: QualityContext): boolean {
  // Whose name the words of a mention are is for mention-uses-a-known-name.
  if (isNamed(one, context) || isNamed(other, context)) return false;
  const own = likeness(one, one, context) + likeness(other, other, context);
  const crossed = likeness(one, other, context) + likeness(other, one, context);
  const isTurned = one.target.start > other.target.start;
  return isTurned ? own < crossed + differenceMin : crossed > own + 1;
}

/** Whether the words in the translation are a name that the glossary knows. */
function isNamed(
  { title, target: { url, words } }: LinkPair,
  { glossary, target: { language } }: QualityContext,
): boolean {
  return glossary.terms.has(title ?? url) && glossary.named(words, language).length > 0;
}

/** How alike the words of one link in the source and of another in the translation are; 1 where they are the same. */
function likeness(one: LinkPair, other: LinkPair, context: QualityContext): number {
  const own = essence(one.source.words, context.source);
  const translated = essence(other.target.words, context.target);
  const longest = Math.max(own.length, translated.length);
  return longest === 0 ? 0 : 1 - distance(own, translated) / longest;
}

/** Words without accents, articles and the like; a code without letters as it is. */
function essence(words: string, { habits }: LanguageSide): string {
  const small = new Set(habits.functionWords);
  const plain = findWords(words)
    .map(({ text }) => text.toLowerCase())
    .filter((word) => !small.has(word));
  const telling = [...plain, ...(words.match(/\p{N}+/gu) ?? [])].join(' ');
  return (telling === '' ? words : telling).normalize('NFD').replace(/\p{M}/gu, '');
}
