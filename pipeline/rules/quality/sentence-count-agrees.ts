import type { TextRange } from '../../model.ts';
import type { QualityContext, QualityRule, SegmentPair } from './quality-rule.ts';
import { reportInTarget } from './report-in-target.ts';
import { splitSentences } from './split-sentences.ts';

const rule = 'sentence-count-agrees';
/** Fewest segments, and characters of one, that show how long this edition's translations are beside their sources. */
const sample = { segments: 10, characters: 100 };
/** A translation that lacks a sentence is shorter by most of the shortest one; a freer wording is not. */
const shareMin = 0.9;
/** How far a sentence's length may be from what is usual, as a factor, where one of the paragraph is said to be gone. */
const fitMax = 1.45;
/** In a long paragraph so much, as a share of the source, comes and goes with the wording alone. */
const noise = 0.3;

/**
 * A translation has as many sentences as its source. One that is as long as it should be has only joined or split
 * some; one that is shorter, or longer, by about a sentence lacks it, or has one too many.
 */
export const sentenceCountAgrees: QualityRule = {
  id: rule,
  checkAll: (pairs, context) => {
    const { source, target } = context;
    if (!source.habits.abbreviations || !target.habits.abbreviations) return [];
    const ratio = usualRatio(pairs);
    return pairs.flatMap((pair) => {
      const [expected, found] = countSentences(pair, context);
      const [own, other] = [pair.source.text, pair.target.text];
      const surplus = other.length - ratio * own.length;
      const [sentences, length] = surplus < 0 ? [expected, -surplus] : [found, surplus];
      const isSoLong = length >= Math.max(shareMin * shortest(sentences), noise * own.length);
      const isLikely =
        Math.sign(surplus) === Math.sign(found.length - expected.length) &&
        (isSoLong || isOneGone(expected.map(lengthOf), found.map(lengthOf), ratio));
      if (!isLikely) return [];
      const values = { expected: expected.length, found: found.length };
      return [reportInTarget(rule, pair, { start: 0, end: other.length }, values)];
    });
  },
};

function countSentences(
  { source, target }: SegmentPair,
  context: QualityContext,
): [TextRange[], TextRange[]] {
  return [
    splitSentences(source.text, context.source.tag, context.source.habits),
    splitSentences(target.text, context.target.tag, context.target.habits),
  ];
}

/**
 * Whether one sentence of either text has no counterpart: without it all others are as long as they should be, and no two of them
 * are as long together as one of the other text.
 */
function isOneGone(own: number[], other: number[], ratio: number): boolean {
  const [more, fewer] =
    own.length > other.length
      ? [own.map((each) => each * ratio), other]
      : [other, own.map((each) => each * ratio)];
  if (more.length !== fewer.length + 1 || fewer.length < 2) return false;
  const fit = (lengths: number[]): boolean =>
    lengths.every((each, index) => {
      const factor = each / (fewer[index] ?? 1);
      return factor <= fitMax && factor >= 1 / fitMax;
    });
  const isGone = more.some((_, at) => fit(more.toSpliced(at, 1)));
  const isJoined = fewer.some((_, at) => fit(more.toSpliced(at, 2, (more[at] ?? 0) + (more[at + 1] ?? 0))));
  return isGone && !isJoined;
}

function lengthOf({ start, end }: TextRange): number {
  return end - start;
}

function shortest(sentences: TextRange[]): number {
  return Math.min(...sentences.map(lengthOf));
}

/** Median of the lengths of translations as shares of their sources'; 1 where there are too few. */
function usualRatio(pairs: SegmentPair[]): number {
  const ratios = pairs
    .filter(({ source }) => source.text.length >= sample.characters)
    .map(({ source, target }) => target.text.length / source.text.length)
    .sort((a, b) => a - b);
  return ratios.length < sample.segments ? 1 : (ratios[Math.floor(ratios.length / 2)] ?? 1);
}
