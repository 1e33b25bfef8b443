import type { PublishedToken, ShownSegment } from './own-words.ts';
import type { InlineMarkup } from './tokens.ts';

/** A code of a published block that a segment wrote. */
export interface OwnCode {
  segment: number;
  /** The item that it begins with. */
  open: number;
  /** Whether the segment gave it no words: they are the writer's. */
  isBlank: boolean;
}

/** The codes of a published block that segments wrote; the others the writer made. */
export function findOwnCodes(
  published: readonly PublishedToken[],
  segments: ReadonlyMap<number, ShownSegment>,
): Map<InlineMarkup, OwnCode> {
  const ownCodes = new Map<InlineMarkup, OwnCode>();
  for (const { code, kind, own } of published) {
    if (!code || !own || kind === 'close') continue;
    const isBlank = kind === 'open' && segments.get(own.segment)?.items[own.item]?.kind === 'whole';
    ownCodes.set(code, { segment: own.segment, open: own.item, isBlank });
  }
  return ownCodes;
}

/** Whether the words in a code are not the author's but the writer's. */
export function isWritten(code: InlineMarkup, ownCodes: ReadonlyMap<InlineMarkup, OwnCode>): boolean {
  return code.type === 'link' && (ownCodes.get(code)?.isBlank ?? !ownCodes.has(code));
}

/** Emphasis is the editor's to add and to take away. */
export function isEmphasis({ type }: InlineMarkup): boolean {
  return type === 'emphasis' || type === 'strong';
}
