import { splitSegment } from '../inline-codes.ts';

/** What Markdown may read as markup: cheap to look for, and rare in plain text. */
const suspect = /[\\`*_]|\]\(|<[a-z/!?]|&#?\w+;/i;

/** A plain text as Markdown that says the same: where something in it would be markup, its signs are escaped. */
export function markAsText(text: string): string {
  if (!suspect.test(text)) return text;
  const isPlain = !/\\|&#?\w+;/.test(text) && splitSegment(text, []).every(({ kind }) => kind === 'text');
  return isPlain ? text : text.replace(/[\\`*_[\]<]|&(?=#?\w+;)/g, '\\$&');
}
