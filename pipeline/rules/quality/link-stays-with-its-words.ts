import { distance } from 'fastest-levenshtein';
import type { Diagnostic, EntityId, Glossary } from '../../model.ts';
import { excerpt } from '../excerpt.ts';
import { findWords } from './find-words.ts';
import type { LanguageSide, QualityContext, QualityRule, SegmentPair, SegmentSide } from './quality-rule.ts';
import { reportInTarget } from './report-in-target.ts';

const id = 'link-stays-with-its-words';

/** How much more alike words must be to be taken for each other's translation, as a share of their letters. */
const differenceMin = 0.2;

/** The same for two links of different sorts, which sentences have in any order. */
const otherDifferenceMin = 0.5;

/** How alike words with the same figures are at the least: "latitude 12 degrees south" and "12 graus de latitude sul". */
const figuresLikeness = 0.8;

type SegmentLink = SegmentSide['links'][number];

/** What tells words from others. */
interface ToldWords {
  /** See `essence`. */
  essence: string;
  figures: string;
  /** Entities that the words are a name of. */
  names: EntityId[];
}

/** A link that each side of a segment has once, with what tells its words on each side. */
interface LinkPair {
  url: string;
  /** Whom it leads to: the address of a mention or a page, the object of a relation, the value of a title. */
  entity: string;
  sort: string;
  source: ToldWords;
  target: ToldWords;
  /** In the translation. */
  link: SegmentLink;
}

/**
 * Two links of one sort keep the order of the source, unless their words show that the sentence was turned round; and where the
 * words show that it was, the links go with them. A name that the glossary has for an entity shows it, and so does likeness:
 * "chart" is "carta" rather than "registro". Two of different sorts are exchanged only where their words show it.
 */
export const linkStaysWithItsWords: QualityRule = {
  id,
  check: (pair, context) => {
    const pairs = pairLinks(pair, context);
    return pairs.flatMap((one, index): Diagnostic[] => {
      const other = pairs.slice(index + 1).find((each) => isExchanged(one, each));
      if (!other) return [];
      // Of the two the first that has words.
      const isFirst = other.link.words === '' || (one.link.words !== '' && one.link.start < other.link.start);
      const [first, second] = isFirst ? [one, other] : [other, one];
      const [found, expected] =
        first.entity === second.entity ? [first.url, second.url] : [first.entity, second.entity];
      return [reportInTarget(id, pair, first.link, { found, words: excerpt(first.link.words), expected })];
    });
  },
};

/** In the order of the source; without values, which say what they are. */
function pairLinks({ source, target }: SegmentPair, context: QualityContext): LinkPair[] {
  if (source.links.length < 2) return [];
  const keyOf = ({ url, title }: SegmentLink): string => `${url} ${title ?? ''}`;
  const once = ({ links }: SegmentSide): SegmentLink[] =>
    links.filter((link) => links.filter((other) => keyOf(other) === keyOf(link)).length === 1);
  const others = new Map(once(target).map((link) => [keyOf(link), link]));
  const isValue = ({ start, end }: SegmentLink): boolean =>
    source.stated.some((range) => range.start === start && range.end === end);
  return once(source).flatMap((link): LinkPair[] => {
    const other = others.get(keyOf(link));
    if (!other || isValue(link)) return [];
    return [
      {
        url: link.url,
        entity: link.title !== undefined && link.url.includes('#') ? link.title : link.url,
        sort: sortOf(link, context.vocabulary.types),
        source: tellOf(link.words, context.source, context.glossary),
        target: tellOf(other.words, context.target, context.glossary),
        link: other,
      },
    ];
  });
}

/** What a link could be exchanged with in any order of words: pages with pages, mentions of a type, what one property says. */
function sortOf({ url }: SegmentLink, types: QualityContext['vocabulary']['types']): string {
  const type = url.slice(0, url.indexOf(':'));
  if (!types.has(type)) return '';
  return url.includes('#') ? url : type;
}

function isExchanged(one: LinkPair, other: LinkPair): boolean {
  // Whose name the words of a mention are is for mention-uses-a-known-name.
  if (one.entity !== other.entity && (isOfAnother(one) || isOfAnother(other))) return false;
  const own = likeness(one, one) + likeness(other, other);
  const crossed = likeness(one, other) + likeness(other, one);
  const isTurned = one.link.start > other.link.start;
  if (!isTurned) return crossed > own + 1;
  return one.sort === other.sort ? own < crossed + differenceMin : crossed > own + otherDifferenceMin;
}

/** Whether the words in the translation are a name, and none of what the link leads to. */
function isOfAnother({ entity, target: { names } }: LinkPair): boolean {
  return names.length > 0 && !names.includes(entity);
}

/**
 * How alike the words of one link in the source and of another in the translation are; 1 where they are the same, or names of
 * one entity, 0 where they are names of two.
 */
function likeness({ source }: LinkPair, { target }: LinkPair): number {
  if (source.names.length > 0 && target.names.length > 0)
    return source.names.some((name) => target.names.includes(name)) ? 1 : 0;
  const longest = Math.max(source.essence.length, target.essence.length);
  const alike = longest === 0 ? 1 : 1 - distance(source.essence, target.essence) / longest;
  return source.figures !== '' && source.figures === target.figures
    ? Math.max(alike, figuresLikeness)
    : alike;
}

function tellOf(words: string, side: LanguageSide, glossary: Glossary): ToldWords {
  const names = glossary.named(words, side.language).map(({ term }) => term.entity);
  return { essence: essence(words, side), figures: (words.match(/\p{N}+/gu) ?? []).join(' '), names };
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
