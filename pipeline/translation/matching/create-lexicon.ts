import type { WeighedSegment } from './align-tokens.ts';
import type { SegmentToken } from './scan-segment.ts';

/** Weight of a word that every segment has; one that a single segment has weighs 1. */
const weightMin = 0.25;
/** Longest word that is likely to be an article, a preposition or the like, in letters; it weighs half. */
const shortMax = 3;
/** Smallest number of segments that the frequency of a word is measured against: in few, all words look frequent. */
const segmentsMin = 64;
/** Weight of what a translator does not translate. */
const placeableWeights = { number: 0.5, link: 1, note: 0.5, code: 0.5 };
/** Words of a link say again what its address says. */
const linkWordShare = 0.3;

const placeableIds = { number: 0, link: 1, note: 2, code: 3 };
const idsReserved = 4;

/** The words of all segments, with how many of the segments have each. */
export interface Lexicon {
  /** Counts a segment: to be done for all that others are compared with, before anything is weighed. */
  count: (tokens: readonly SegmentToken[]) => void;
  weigh: (tokens: readonly SegmentToken[]) => WeighedSegment;
}

/** Makes a lexicon in which words that few segments have weigh more, so that function words decide nothing. */
export function createLexicon(): Lexicon {
  const ids = new Map<string, number>();
  const frequencies: number[] = [];
  let segments = 0;
  const idOf = (token: SegmentToken): number => {
    if (token.kind !== 'word') return placeableIds[token.kind];
    const known = ids.get(token.text);
    if (known !== undefined) return known;
    const id = idsReserved + ids.size;
    ids.set(token.text, id);
    return id;
  };
  const weigh = (tokens: readonly SegmentToken[]): WeighedSegment => {
    const own = new Int32Array(tokens.length);
    const weights = new Float64Array(tokens.length);
    const scale = Math.log(Math.max(segments, segmentsMin));
    let total = 0;
    tokens.forEach((token, at) => {
      const id = idOf(token);
      const rarity = 1 - Math.log(Math.max(1, frequencies[id] ?? 1)) / scale;
      const whole =
        token.kind === 'word'
          ? (weightMin + (1 - weightMin) * Math.max(0, rarity)) * (token.text.length > shortMax ? 1 : 0.5)
          : placeableWeights[token.kind];
      own[at] = id;
      weights[at] = token.kind === 'word' && token.link ? whole * linkWordShare : whole;
      total += weights[at] ?? 0;
    });
    return { tokens, ids: own, weights, total };
  };
  return {
    count: (tokens) => {
      segments += 1;
      for (const id of new Set(tokens.map(idOf))) frequencies[id] = (frequencies[id] ?? 0) + 1;
    },
    weigh,
  };
}
