import type { Definition, Image, Link } from 'mdast';
import type { TextRange } from '../model.ts';

/** What may stand between the parts of a link: blanks, and in quotations the sign that begins a line. */
const gap = '(?:[ \\t]|(?:\\r\\n?|\\n)[ \\t>]*)*';
const address = '(?:<(?:\\\\.|[^\\\\<>\\r\\n])*>|(?:\\\\.|[^\\\\\\s])*?)';
const title = '(?:"(?:\\\\.|[^\\\\"])*"|\'(?:\\\\.|[^\\\\\'])*\'|\\((?:\\\\.|[^\\\\()])*\\))';
/** https://spec.commonmark.org/0.31.2/#inline-link, behind the words. */
const resource = new RegExp(`\\]\\(${gap}(${address})(?:${gap}(?<=[\\s>])${title})?${gap}\\)$`, 'ds');
/** https://spec.commonmark.org/0.31.2/#link-reference-definitions */
const definition = new RegExp(
  `^\\[(?:\\\\.|[^\\\\[\\]])*\\]:${gap}(<(?:\\\\.|[^\\\\<>\\r\\n])*>|\\S+)`,
  'ds',
);

/** The parts of a link behind its words, as they are written. */
export interface WrittenAddress {
  /** From the bracket that ends the words to the end of the link; of a definition all of it. */
  whole: TextRange;
  /** The address, without angle brackets. */
  destination: TextRange;
}

/**
 * Where the address of a link, an image or a definition stands in the text that it was read from; undefined where it stands
 * elsewhere, as that of a link with a label, or is its words.
 */
export function findDestination(node: Link | Image | Definition, text: string): WrittenAddress | undefined {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  if (start === undefined || end === undefined) return undefined;
  if (node.type === 'link' && text[start] !== '[') return undefined;
  const words = node.type === 'link' ? node.children.at(-1)?.position?.end.offset : undefined;
  const from = words ?? start;
  const found = (node.type === 'definition' ? definition : resource).exec(text.slice(from, end));
  const range = found?.indices?.[1];
  if (!found || !range) return undefined;
  const isBracketed = found[1]?.startsWith('<') ? 1 : 0;
  return {
    whole: { start: from + found.index, end },
    destination: { start: from + range[0] + isBracketed, end: from + range[1] - isBracketed },
  };
}
