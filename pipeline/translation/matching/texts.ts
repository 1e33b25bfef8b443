import type { Alignment } from './align-tokens.ts';
import type { LinkToken, SegmentToken } from './scan-segment.ts';

/** A segment as it was, its translation, and the segment as it is now: Markdown. */
export interface Markdowns {
  old: string;
  translation: string;
  fresh: string;
}

/** Their tokens, and what of the old segment stands for what of the new one. */
export interface Texts {
  old: readonly SegmentToken[];
  translation: readonly SegmentToken[];
  pairs: Alignment['pairs'];
}

/** A link in the old segment, its counterpart in the new one, and the one in the translation that is to follow. */
export interface ThreeLinks {
  old: LinkToken;
  fresh: LinkToken;
  site: LinkToken;
}

/** New text for a part of a link; undefined where the part stays as typed. */
export interface Rewritten {
  text: string | undefined;
  /** Whether it follows the source text now, as far as no translator is needed. */
  complete: boolean;
}
