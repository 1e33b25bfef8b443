import { parseSegment } from '../../text/syntax.ts';
import { readItems } from './segment-items.ts';
import type { Part } from './segment-writer.ts';

/** Characters that may be syntax in a segment. */
const special = /[\\`*_[\]<>&!]/g;

/**
 * The Markdown of a segment's parts, read back to prove that it says what they say: words as they were typed where
 * that does, else with backslashes. Undefined where neither does.
 *
 * @param footnotes labels of the document's footnotes, without the caret
 */
export function joinParts(parts: readonly Part[], footnotes: string[]): string | undefined {
  const meant = describe(parts);
  const ways = [(words: string) => words, (words: string) => words.replace(special, '\\$&')];
  return ways
    .map((protect) => parts.map(({ raw, form }) => raw ?? protect(form)).join(''))
    .find((markdown) => {
      const node = parseSegment(markdown, { footnotes, allowHtml: true });
      return describe(readItems(node, markdown, new Map())) === meant;
    });
}

function describe(parts: readonly { kind: Part['kind']; form: string }[]): string {
  return parts
    .filter(({ form }) => form !== '')
    .map(({ kind, form }) => (kind === 'text' ? form : `\u0000${kind} ${form}\u0000`))
    .join('')
    .trim();
}
