import { type CarriedBlock, carryStep, type Problem } from './carry-step.ts';
import { findMovedMentions } from './moved-mentions.ts';
import { findOwnCodes, isEmphasis, type OwnCode } from './own-codes.ts';
import type { PublishedToken, ShownSegment } from './own-words.ts';
import { codesOf, pairCodes } from './pair-codes.ts';
import { createSegmentWriter, type Part } from './segment-writer.ts';
import { stepsBetween } from './steps-between.ts';
import type { BlockToken, InlineMarkup } from './tokens.ts';

/** What the segments of a block have to be for the block to read as edited. */
export interface Transfer {
  segments: Map<number, Part[]>;
  problems: Problem[];
}

/**
 * Carries the difference between a published and an edited block over to the segments that the block was written from.
 * What the writer made stays the writer's: where it was edited, that is a problem.
 */
export function transferEdit(
  published: PublishedToken[],
  segments: Map<number, ShownSegment>,
  edited: BlockToken[],
): Transfer {
  const pairs = pairCodes(published, edited);
  const steps = stepsBetween(published, edited, pairs);
  const changes = steps.filter(({ isSame }) => !isSame);
  const { places: moved, suppressed } = findMovedMentions(segments, published, changes, edited);
  const ownCodes = findOwnCodes(published, segments);
  const writers = new Map(
    [...segments].map(([index, segment]) => [index, createSegmentWriter(segment, suppressed)]),
  );
  const block: CarriedBlock = {
    ...{ published, segments, edited, pairs, ownCodes, moved, writers },
    problems: findRemovedCodes(published, pairs, ownCodes),
    skipped: -1,
  };
  let at = 0;
  for (const step of steps) {
    carryStep(step, at, block);
    at += step.removed.length;
  }
  const written = new Map([...writers].map(([index, writer]) => [index, writer.finish()]));
  return { segments: written, problems: [...block.problems, ...findEmptyCodes(written, segments)] };
}

/** Codes of the published block that the edited one lacks: emphasis may go, a link or what the writer made may not. */
function findRemovedCodes(
  published: readonly PublishedToken[],
  pairs: ReadonlyMap<InlineMarkup, InlineMarkup>,
  ownCodes: ReadonlyMap<InlineMarkup, OwnCode>,
): Problem[] {
  const kept = new Set(pairs.values());
  return codesOf(published).flatMap((code): Problem[] => {
    const isOwn = ownCodes.has(code);
    if (kept.has(code) || (isOwn && isEmphasis(code))) return [];
    const found = code.words || code.form;
    return [{ kind: isOwn ? 'link-removed' : 'written', found, token: undefined, url: code.url }];
  });
}

/** Codes that all their words were taken from. */
function findEmptyCodes(
  written: ReadonlyMap<number, Part[]>,
  segments: ReadonlyMap<number, ShownSegment>,
): Problem[] {
  return [...written].flatMap(([index, parts]) =>
    parts.flatMap(({ kind, form }, place): Problem[] => {
      if (kind !== 'open' || parts[place + 1]?.kind !== 'close') return [];
      const found = wordsOfCode(segments.get(index), form);
      return [{ kind: 'link-removed', found, token: undefined, url: undefined }];
    }),
  );
}

/** Words of the first code of a form in a segment. */
function wordsOfCode(segment: ShownSegment | undefined, form: string): string {
  const items = segment?.items ?? [];
  const open = items.findIndex((item) => item.kind === 'open' && item.form === form);
  const inner = items.slice(open + 1, items[open]?.other);
  return inner.map((item) => (item.kind === 'text' ? item.form : '')).join('');
}
