import { addTo } from '../../values/add-to.ts';
import { entryKey, type PoEntry } from '../po-file.ts';
import { alignTokens, type WeighedSegment } from './align-tokens.ts';
import { createAdapter } from './create-adapter.ts';
import { createLexicon } from './create-lexicon.ts';
import type { MatchContext } from './match-context.ts';
import { pairSimilarWords } from './pair-similar-words.ts';
import { scanSegment } from './scan-segment.ts';
import { createSegmentIndex } from './segment-index.ts';

/** An entry with a translation that may serve for another segment. */
export interface KnownTranslation {
  entry: PoEntry;
  /** `memory`: of another publication, or a file of the translation memory. */
  origin: 'catalog' | 'memory';
}

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
 * Prepares the search for the translation whose msgid is most like a segment. Of equals the first wins. Nothing is
 * indexed before a segment is asked for that no candidate has word by word.
 */
export function createMatcher(
  candidates: KnownTranslation[],
  context: MatchContext,
): (msgid: string) => Match | undefined {
  const known = new Map<string, KnownTranslation[]>();
  for (const candidate of candidates) {
    const { msgid, msgstr } = candidate.entry;
    if (msgstr.trim() !== '') addTo(known, entryKey(msgid), candidate);
  }
  let findSimilar: ((msgid: string) => Match | undefined) | undefined;
  return (msgid) => {
    const same = known.get(entryKey(msgid));
    if (!same) {
      findSimilar ??= prepare(
        [...known.values()].flatMap(([first]) => first ?? []),
        context,
      );
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
  candidates: KnownTranslation[],
  context: MatchContext,
): (msgid: string) => Match | undefined {
  const lexicon = createLexicon();
  for (const { entry } of candidates) lexicon.count(scanSegment(entry.msgid));
  const index = createSegmentIndex();
  // Without its tokens a segment takes a tenth of the memory; they are made again for the few that are compared.
  const bags = candidates.map(({ entry }, number) => {
    const weighed = lexicon.weigh(scanSegment(entry.msgid));
    index.add(number, weighed);
    return { ...weighed, tokens: [] };
  });
  const shareOf = createBagComparison();
  const adapt = createAdapter(context);

  return (msgid) => {
    const segment = lexicon.weigh(scanSegment(msgid));
    // Of so few words, one that is spelt otherwise may be all.
    const gain = segment.tokens.length > shortMax ? spellingGain : 1;
    const likely = index
      .find(segment)
      .map((number) => ({ number, share: shareOf(segment, bags[number]) }))
      .filter(({ share }) => share >= scoreMin - gain)
      .sort((a, b) => b.share - a.share || a.number - b.number);
    let best: { number: number; score: number } | undefined;
    for (const { number, share } of likely) {
      if (best && share + gain / 2 <= best.score) break;
      const candidate = candidates[number];
      if (!candidate) continue;
      const other = lexicon.weigh(scanSegment(candidate.entry.msgid));
      const aligned = alignTokens(pairSimilarWords(segment, other), other).share;
      // Order counts for most: prose that has the same words in another order says something else.
      const score = Math.min(scoreMax, (3 * aligned + Math.max(aligned, share)) / 4);
      if (score >= scoreMin && (!best || score > best.score)) best = { number, score };
    }
    const candidate = best && candidates[best.number];
    if (!best || !candidate) return undefined;
    const adapted = adapt(candidate.entry, msgid);
    const hasWords = segment.tokens.some(({ kind, link }) => kind === 'word' && !link);
    // Where nothing but values and names is common, a translation with others is none.
    if (!hasWords && !adapted.complete) return undefined;
    return { candidate, msgstr: adapted.msgstr, score: best.score, exact: false };
  };
}

/** Compares segments as bags of tokens: share of the weight that both have, whatever the order and the values. */
function createBagComparison(): (a: WeighedSegment, b: WeighedSegment | undefined) => number {
  const left: number[] = [];
  return (a, b) => {
    if (!b || a.total + b.total === 0) return 0;
    a.ids.forEach((id, at) => {
      left[id] = (left[id] ?? 0) + (a.weights[at] ?? 0);
    });
    let common = 0;
    b.ids.forEach((id, at) => {
      const taken = Math.min(left[id] ?? 0, b.weights[at] ?? 0);
      if (taken === 0) return;
      common += taken;
      left[id] = (left[id] ?? 0) - taken;
    });
    for (const id of a.ids) left[id] = 0;
    return (2 * common) / (a.total + b.total);
  };
}
