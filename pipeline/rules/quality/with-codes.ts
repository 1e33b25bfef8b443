import type { SegmentSide } from './quality-rule.ts';

/** The plain text of a segment with its codes as they are typed, where two segments differ by nothing else. */
export function withCodes({ text, edition: { markdown } }: SegmentSide): string {
  const codes = markdown.match(/`[^`]+`/gu) ?? [];
  return [text, ...codes].join(' ');
}
