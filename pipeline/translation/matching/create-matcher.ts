import { addTo } from '../../values/add-to.ts';
import { entryKey } from '../po-file.ts';
import { alignTokens, type WeighedSegment } from './align-tokens.ts';
import { createAdapter } from './create-adapter.ts';
import { type Bag, createLexicon, type Lexicon } from './create-lexicon.ts';
import { createSharedTranslations, type SharedTranslations } from './create-shared-translations.ts';
import type { KnownTranslation } from './known-translation.ts';
import type { MatchContext } from './match-context.ts';
import { pairSimilarWords } from './pair-similar-words.ts';
import { scanSegment } from './scan-segment.ts';
import { createSegmentPostings } from './segment-postings.ts';
import { createSegmentSearch } from './segment-search.ts';

/** What a translator is offered for a segment. */
export interface Match {
  candidate: KnownTranslation;
  /** Translation of the new msgid, numbers and links already exchanged where that is safe. */
  msgstr: string;
  /** 1 the same segment; {@link scoreMin} the least that is offered. */
  score: number;
  /** Whether it is a translation of this very segment, and nobody translated it otherwise. */
  exact: boolean;
}

/** Translations that a catalog may take from others. */
export interface Elsewhere {
  translations: SharedTranslations;
  /** Name of the catalog's text: what `translations` has of this one is among the catalog's own. */
  text: string | undefined;
}

/**
 * Score from which a translation is offered. Half of a paragraph that was cut in two scores 0.67; two sentences
 * on one subject that say different things stay below 0.5 (tests/translation/matching.test.ts has both kinds).
 */
export const scoreMin = 0.6;
/** Greatest score of what is not the same segment. */
const scoreMax = 0.99;
/** What words of nearly one spelling may add to the share that the same words have. */
const spellingGain = 0.25;
/** Longest segment that is a heading or a cell of very few words, in tokens. */
const shortMax = 3;

/**
 * Prepares the search for the translation whose msgid is most like a segment. Of equals the first wins, and the
 * catalog's own before others. Nothing is indexed before a segment is asked for that no candidate has word by word.
 */
export function createMatcher(
  candidates: readonly KnownTranslation[],
  context: MatchContext,
  { translations, text }: Elsewhere = { translations: createSharedTranslations([]), text: undefined },
): (msgid: string) => Match | undefined {
  const known = new Map<string, KnownTranslation[]>();
  for (const candidate of candidates) {
    const { msgid, msgstr } = candidate.entry;
    if (msgstr.trim() !== '') addTo(known, entryKey(msgid), candidate);
  }
  let findSimilar: ((msgid: string) => Match | undefined) | undefined;
  return (msgid) => {
    const key = entryKey(msgid);
    const same = [...(known.get(key) ?? []), ...translations.find(key, text)];
    if (same.length === 0) {
      findSimilar ??= prepare(known, translations, context);
      return findSimilar(msgid);
    }
    const candidate = same.find(({ entry }) => entry.msgctxt === undefined) ?? same[0];
    if (!candidate) return undefined;
    const { msgstr, msgctxt } = candidate.entry;
    const isUnanimous = same.every(({ entry }) => entry.msgstr === msgstr);
    return { candidate, msgstr, score: 1, exact: isUnanimous && msgctxt === undefined };
  };
}

function prepare(
  known: ReadonlyMap<string, readonly KnownTranslation[]>,
  translations: SharedTranslations,
  context: MatchContext,
): (msgid: string) => Match | undefined {
  const shared = translations.index();
  const own = [...known.values()].flatMap(([first]) => first ?? []);
  const lexicon = createLexicon(shared.lexicon);
  const postings = createSegmentPostings();
  const hidden = new Set<number>();
  for (const [key, [first]] of known) {
    const again = shared.numbers.get(key);
    const tokens = first ? scanSegment(first.entry.msgid) : [];
    if (again === undefined) lexicon.count(tokens);
    else hidden.add(again);
    postings.add(tokens, lexicon.read(tokens), again !== undefined);
  }
  const totals = lexicon.hasOwn() ? new Float64Array(shared.totals.length).fill(Number.NaN) : shared.totals;
  const find = createSegmentSearch({ own: postings, shared: shared.postings, hidden, lexicon, totals });
  const shareOf = createBagComparison(lexicon);
  const adapt = createAdapter(context);
  const candidateOf = (number: number): KnownTranslation | undefined =>
    number < own.length ? own[number] : shared.candidates[number - own.length];
  const bagOf = (number: number): Bag | undefined =>
    number < own.length ? postings.segments[number] : shared.postings.segments[number - own.length];
  const isEmpty = own.length + shared.candidates.length === 0;

  return (msgid) => {
    if (isEmpty) return undefined;
    const segment = lexicon.weigh(scanSegment(msgid));
    // Of so few words, one that is spelt otherwise may be all.
    const gain = segment.tokens.length > shortMax ? spellingGain : 1;
    const likely = find(segment)
      .map((number) => ({ number, share: shareOf(segment, bagOf(number)) }))
      .filter(({ share }) => share >= scoreMin - gain)
      .sort((a, b) => b.share - a.share || a.number - b.number);
    let best: { number: number; score: number } | undefined;
    for (const { number, share } of likely) {
      if (best && share + gain / 2 <= best.score) break;
      const candidate = candidateOf(number);
      if (!candidate) continue;
      const other = lexicon.weigh(scanSegment(candidate.entry.msgid));
      const aligned = alignTokens(pairSimilarWords(segment, other), other).share;
      // Order counts for most: prose that has the same words in another order says something else.
      const score = Math.min(scoreMax, (3 * aligned + Math.max(aligned, share)) / 4);
      if (score >= scoreMin && (!best || score > best.score)) best = { number, score };
    }
    const candidate = best && candidateOf(best.number);
    if (!best || !candidate) return undefined;
    const adapted = adapt(candidate.entry, msgid);
    const hasWords = segment.tokens.some(({ kind, link }) => kind === 'word' && !link);
    // Where nothing but values and names is common, a translation with others is none.
    if (!hasWords && !adapted.complete) return undefined;
    return { candidate, msgstr: adapted.msgstr, score: best.score, exact: false };
  };
}

/** Compares segments as bags of tokens: share of the weight that both have, whatever the order and the values. */
function createBagComparison(lexicon: Lexicon): (a: WeighedSegment, b: Bag | undefined) => number {
  const left: number[] = [];
  return (a, b) => {
    if (!b) return 0;
    const weights = lexicon.weightsOf(b);
    const total = a.total + weights.reduce((sum, weight) => sum + weight, 0);
    if (total === 0) return 0;
    a.ids.forEach((id, at) => {
      left[id] = (left[id] ?? 0) + (a.weights[at] ?? 0);
    });
    let common = 0;
    b.ids.forEach((id, at) => {
      const taken = Math.min(left[id] ?? 0, weights[at] ?? 0);
      if (taken === 0) return;
      common += taken;
      left[id] = (left[id] ?? 0) - taken;
    });
    for (const id of a.ids) left[id] = 0;
    return (2 * common) / total;
  };
}
