import type { SegmentSide } from '../quality/quality-rule.ts';
import type { Member } from './find-unlinked.ts';

/** A member of a list and where it stands. */
export interface PlacedMember extends Member {
  side: SegmentSide;
  start: number;
  end: number;
}
