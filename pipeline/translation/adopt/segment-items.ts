import type { Nodes } from 'mdast';
import { parseSegment } from '../../text/syntax.ts';
import { isBlank } from './mark-words.ts';
import { formOfWord, markupForm, splitWords } from './tokens.ts';

/** A piece of a segment's Markdown; the `raw` of all, joined, is the segment. */
export interface Item {
  kind: 'text' | 'open' | 'close' | 'whole';
  /** As in a Token: of a text what a reader sees, of a code what it is, with its address. */
  form: string;
  raw: string;
  type: Nodes['type'];
  /** Of a text the mark of its node, of an end of a code that of the first text within. */
  mark: number | undefined;
  /** Of an end of a code: place of the other end among the items. */
  other: number | undefined;
}

const rawPattern =
  /\\[!-/:-@[-`{-~]|&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]*);|[^\S\n]*\n\s*|[\s\S]/gu;

/**
 * Cuts a segment's Markdown into words and codes.
 *
 * @param node of the segment, with offsets in `markdown`
 * @param marks numbers of its texts, as `markWords` gives them
 */
export function readItems(node: Nodes, markdown: string, marks: ReadonlyMap<Nodes, number>): Item[] {
  const items: Item[] = [];
  const add = (item: Omit<Item, 'other'>): number => items.push({ ...item, other: undefined }) - 1;
  const walk = (nodes: Nodes[], from: number, to: number): void => {
    let end = from;
    for (const child of nodes) {
      const [start, stop] = rangeOf(child);
      addGap(end, start);
      if (child.type === 'text') addText(child, start, stop);
      else addCode(child, start, stop);
      end = stop;
    }
    addGap(end, to);
  };
  /** White space that the parser takes for none. */
  const addGap = (start: number, stop: number): void => {
    const raw = markdown.slice(start, stop);
    if (raw) add({ kind: 'whole', form: '', raw, type: 'text', mark: undefined });
  };
  const addText = (child: Nodes & { value: string }, start: number, stop: number): void => {
    const mark = marks.get(child);
    for (const { form, raw } of readWords(markdown.slice(start, stop), child.value)) {
      add({ kind: 'text', form, raw, type: 'text', mark });
    }
  };
  const addCode = (child: Nodes, start: number, stop: number): void => {
    // Titles are compared elsewhere: a translation may leave them to the source.
    const form = child.type === 'link' ? `[](${child.url})` : markupForm(child);
    const children: Nodes[] = 'children' in child ? child.children : [];
    const [first, last] = [children[0], children.at(-1)];
    if (!first || !last || isBlank(child)) {
      const raw = markdown.slice(start, stop);
      add({ kind: 'whole', form, raw, type: child.type, mark: undefined });
      return;
    }
    const [inner] = rangeOf(first);
    const [, outer] = rangeOf(last);
    const mark = firstMark(child, marks);
    const open = add({ kind: 'open', form, raw: markdown.slice(start, inner), type: child.type, mark });
    walk(children, inner, outer);
    const close = add({ kind: 'close', form, raw: markdown.slice(outer, stop), type: child.type, mark });
    for (const [end, other] of [[open, close] as const, [close, open] as const]) {
      const item = items[end];
      if (item) item.other = other;
    }
  };
  walk('children' in node ? node.children : [], 0, markdown.length);
  return items;
}

/** Words as a reader sees them and as they are typed; one word where they cannot be told apart. */
function readWords(raw: string, value: string): { form: string; raw: string }[] {
  const signs = (raw.match(rawPattern) ?? []).map((sign) => ({ sign, value: readSign(sign) }));
  if (signs.map((sign) => sign.value).join('') !== value) return [{ form: value, raw }];
  let next = 0;
  return splitWords(value).map((word) => {
    let [seen, typed] = ['', ''];
    while (seen.length < word.length && next < signs.length) {
      seen += signs[next]?.value ?? '';
      typed += signs[next]?.sign ?? '';
      next += 1;
    }
    return { form: formOfWord(word), raw: typed };
  });
}

function readSign(sign: string): string {
  if (sign.length > 1 && sign.startsWith('\\')) return sign.slice(1);
  if (sign.includes('\n')) return '\n';
  if (!/^&.+;$/.test(sign)) return sign;
  const [text] = parseSegment(sign, { footnotes: [] }).children;
  return text?.type === 'text' ? text.value : sign;
}

function firstMark(node: Nodes, marks: ReadonlyMap<Nodes, number>): number | undefined {
  if (node.type === 'text') return marks.get(node);
  if (!('children' in node)) return undefined;
  for (const child of node.children) {
    const mark = firstMark(child, marks);
    if (mark !== undefined) return mark;
  }
  return undefined;
}

function rangeOf(node: Nodes): [start: number, end: number] {
  return [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
}
