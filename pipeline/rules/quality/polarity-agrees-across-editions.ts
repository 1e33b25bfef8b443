import type { Diagnostic } from '../../model.ts';
import {
  createPolarityReader,
  type Polarity,
  type Pole,
  plainApostrophes,
} from './create-polarity-reader.ts';
import type { Found } from './find-surplus.ts';
import type { LanguageSide, QualityRule, SegmentPair } from './quality-rule.ts';
import { reportInTarget } from './report-in-target.ts';
import { splitSentences } from './split-sentences.ts';

const rule = 'polarity-agrees-across-editions';

/** A sentence, and where it begins in its segment. */
interface Sentence {
  text: string;
  start: number;
}

/**
 * A translation denies what its source denies, and says "before" where its source says "before". Only what is plain is told:
 * a sentence negates, and nothing in its translation carries a negation that it has not in the source as well; or one of two
 * opposites is in the source alone, the other in the translation alone. A negation that only the translation has is none: most
 * of them say in another way what the source says with one word ("raw", "feel free").
 */
export const polarityAgreesAcrossEditions: QualityRule = {
  id: rule,
  createCheck: ({ source, target }) => {
    const [read, readOther] = [createPolarityReader(source.habits), createPolarityReader(target.habits)];
    if (!read || !readOther) return () => [];
    return (pair) =>
      alignSentences(pair, source, target).flatMap(([own, other]) => {
        const [said, repeated] = [read(own.text), readOther(other.text)];
        return [
          ...compareNegations(pair, said, repeated, other),
          ...compareOpposites(pair, said, repeated, other),
        ];
      });
  },
};

/** Sentence by sentence where both texts have as many, else each text as one. */
function alignSentences(
  pair: SegmentPair,
  source: LanguageSide,
  target: LanguageSide,
): [Sentence, Sentence][] {
  const [own, other] = [sentencesOf(pair.source.text, source), sentencesOf(pair.target.text, target)];
  if (own.length === other.length) {
    return own.flatMap((sentence, index): [Sentence, Sentence][] => {
      const counterpart = other[index];
      return counterpart ? [[sentence, counterpart]] : [];
    });
  }
  return [
    [
      { text: pair.source.text, start: 0 },
      { text: pair.target.text, start: 0 },
    ],
  ];
}

function sentencesOf(text: string, { tag, habits }: LanguageSide): Sentence[] {
  return splitSentences(text, tag, habits).map(({ start, end }) => ({ text: text.slice(start, end), start }));
}

function compareNegations(
  pair: SegmentPair,
  said: Polarity,
  repeated: Polarity,
  other: Sentence,
): Diagnostic[] {
  const [negation] = said.negations.filter((one) => !said.undone.includes(one));
  const isKept =
    repeated.negations.length > 0 ||
    repeated.mayNegate ||
    (repeated.negative > 0 && repeated.negative >= said.negative);
  // A word of the source's language in the translation is another rule's concern.
  if (!negation || isKept || plainApostrophes(other.text).toLowerCase().includes(negation.text)) return [];
  const place = { start: other.start, end: other.start + other.text.trimEnd().length };
  return [reportInTarget(rule, pair, place, { context: 'lost', expected: negation.text })];
}

/** Where one text negates and the other does not, "no more than" may rightly be "less"; "less easy" is "more difficult". */
function compareOpposites(
  pair: SegmentPair,
  said: Polarity,
  repeated: Polarity,
  other: Sentence,
): Diagnostic[] {
  if (said.negations.length > 0 !== repeated.negations.length > 0) return [];
  if (said.mayNegate || repeated.mayNegate || said.negative !== repeated.negative) return [];
  const sidesOf = ({ poles }: Polarity, name: string): Set<number> =>
    new Set(poles.filter(({ pole }) => pole.pair === name).map(({ pole }) => pole.side));
  const exchanged = [...new Set(repeated.poles.map(({ pole }) => pole.pair))].filter((name) => {
    const [own, others] = [sidesOf(said, name), sidesOf(repeated, name)];
    return own.size === 1 && others.size === 1 && !own.has(2) && !others.has(2) && isDisjoint(own, others);
  });
  const [name] = exchanged;
  if (name === undefined || exchanged.length > 1) return [];
  const wordOf = ({ poles }: Polarity): Found | undefined =>
    poles.find(({ pole }: { pole: Pole }) => pole.pair === name)?.found;
  const [expected, found] = [wordOf(said), wordOf(repeated)];
  if (!expected || !found) return [];
  return [reportInTarget(rule, pair, within(other, found), { expected: expected.text, found: found.text })];
}

function isDisjoint(one: Set<number>, other: Set<number>): boolean {
  return [...one].every((side) => !other.has(side));
}

function within({ start }: Sentence, found: Found): Found {
  return { text: found.text, start: start + found.start, end: start + found.end };
}
