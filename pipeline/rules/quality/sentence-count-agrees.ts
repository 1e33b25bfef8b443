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
/** How much better that has to fit, as a share of the misfit, where two sentences that were joined would do as well. */
const misfitMax = 0.6;
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
      const isSentence = length >= shareMin * shortest(sentences);
      const isSoLong = isSentence && length >= noise * own.length;
      const isLikely =
        Math.sign(surplus) === Math.sign(found.length - expected.length) &&
        (isSoLong || isOneGone(expected.map(lengthOf), found.map(lengthOf), ratio, isSentence));
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
 * are as long together as one of the other text. Two may be, where they fit much worse.
 *
 * @param isSentence whether the texts differ by as much as a sentence, which joined sentences do not
 */
function isOneGone(own: number[], other: number[], ratio: number, isSentence: boolean): boolean {
  const [more, fewer] =
    own.length > other.length
      ? [own.map((each) => each * ratio), other]
      : [other, own.map((each) => each * ratio)];
  if (more.length !== fewer.length + 1 || fewer.length < 2) return false;
  const misfit = (lengths: number[]): number => {
    const each = lengths.map((length, index) => Math.abs(Math.log(length / (fewer[index] ?? 1))));
    return each.every((one) => one <= Math.log(fitMax)) ? each.reduce((sum, one) => sum + one, 0) : Infinity;
  };
  const gone = Math.min(...more.map((_, at) => misfit(more.toSpliced(at, 1))));
  const joined = Math.min(
    ...fewer.map((_, at) => misfit(more.toSpliced(at, 2, (more[at] ?? 0) + (more[at + 1] ?? 0)))),
  );
  return gone < Infinity && (joined === Infinity || (isSentence && gone < misfitMax * joined));
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
