import type { WeighedSegment } from './align-tokens.ts';
import type { SegmentToken } from './scan-segment.ts';

/** Weight of a word that every segment has; one that a single segment has weighs 1. */
const weightMin = 0.25;
/** Longest word that is likely to be an article, a preposition or the like, in letters; it weighs half. */
const shortMax = 3;
/** Smallest number of segments that the frequency of a word is measured against: in few, all words look frequent. */
const segmentsMin = 64;
/** Words of a link say again what its address says. */
const linkWordShare = 0.3;

const placeableIds = { number: 0, link: 1, note: 2, code: 3 };
/** Weights of what a translator does not translate, by their ids. */
const placeableWeights = [0.5, 1, 0.5, 0.5];
const idsReserved = 4;

/** What of a segment its weight is made of, in little space; by token. */
export interface Bag {
  /** What a token is whatever fills it: the word, or that it is a number, a link, a note, code. */
  ids: Int32Array;
  /** Sum of {@link isShort} and {@link isLinked}. */
  traits: Uint8Array;
}

const isShort = 1;
const isLinked = 2;

/** The words of all segments, with how many of the segments have each. */
export interface Lexicon {
  /** Counts a segment: to be done for all that others are compared with, before anything is weighed. */
  count: (tokens: readonly SegmentToken[]) => void;
  read: (tokens: readonly SegmentToken[]) => Bag;
  weigh: (tokens: readonly SegmentToken[]) => WeighedSegment;
  /** Weights of the tokens of a bag. */
  weightsOf: (bag: Bag) => Float64Array;
  /** Whether a segment was counted here, and not only by the lexicon that this one adds to. */
  hasOwn: () => boolean;
  idOf: (token: SegmentToken) => number;
  frequencyOf: (id: number) => number;
  segments: () => number;
}

/**
 * Makes a lexicon in which words that few segments have weigh more, so that function words decide nothing.
 *
 * @param shared one that this adds to and leaves as it is; nothing is counted there any more
 */
export function createLexicon(shared?: Lexicon): Lexicon {
  const idOf = shared?.idOf ?? createNumbering();
  const frequencies: number[] = [];
  let segments = 0;
  let wholes: number[] = [];
  const segmentsOf = (): number => segments + (shared?.segments() ?? 0);
  const frequencyOf = (id: number): number => (frequencies[id] ?? 0) + (shared?.frequencyOf(id) ?? 0);
  /** Weight of a word that is not short. */
  const wholeOf = (id: number): number => {
    const known = wholes[id];
    if (known !== undefined) return known;
    const rarity = 1 - Math.log(Math.max(1, frequencyOf(id))) / Math.log(Math.max(segmentsOf(), segmentsMin));
    const whole = weightMin + (1 - weightMin) * Math.max(0, rarity);
    wholes[id] = whole;
    return whole;
  };
  const weightsOf = ({ ids, traits }: Bag): Float64Array => {
    const weights = new Float64Array(ids.length);
    for (let at = 0; at < ids.length; at += 1) {
      const [id = 0, own = 0] = [ids[at], traits[at]];
      if (id < idsReserved) weights[at] = placeableWeights[id] ?? 0;
      else {
        const whole = wholeOf(id) * (own & isShort ? 0.5 : 1);
        weights[at] = own & isLinked ? whole * linkWordShare : whole;
      }
    }
    return weights;
  };
  const read = (tokens: readonly SegmentToken[]): Bag => {
    const bag = { ids: new Int32Array(tokens.length), traits: new Uint8Array(tokens.length) };
    tokens.forEach((token, at) => {
      bag.ids[at] = idOf(token);
      bag.traits[at] = (token.text.length > shortMax ? 0 : isShort) + (token.link ? isLinked : 0);
    });
    return bag;
  };
  return {
    count: (tokens) => {
      segments += 1;
      wholes = [];
      for (const id of new Set(tokens.map(idOf))) frequencies[id] = (frequencies[id] ?? 0) + 1;
    },
    read,
    weigh: (tokens) => {
      const bag = read(tokens);
      const weights = weightsOf(bag);
      return { tokens, ids: bag.ids, weights, total: weights.reduce((sum, weight) => sum + weight, 0) };
    },
    weightsOf,
    hasOwn: () => segments > 0,
    idOf,
    frequencyOf,
    segments: segmentsOf,
  };
}

/** Gives each word a number, and each kind of placeable. */
function createNumbering(): (token: SegmentToken) => number {
  const ids = new Map<string, number>();
  return (token) => {
    if (token.kind !== 'word') return placeableIds[token.kind];
    const known = ids.get(token.text);
    if (known !== undefined) return known;
    const id = idsReserved + ids.size;
    ids.set(token.text, id);
    return id;
  };
}
