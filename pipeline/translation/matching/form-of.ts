import { isLink, type SegmentToken } from './scan-segment.ts';

/** The form of a code as {@link import('../inline-codes.ts').InlineCode} has it; '' for words and numbers. */
export function formOf(token: SegmentToken): string {
  if (isLink(token)) return `${token.isImage ? '!' : ''}[](${token.text})`;
  if (token.kind === 'note') return `[^${token.text}]`;
  return token.kind === 'code' ? token.text : '';
}
