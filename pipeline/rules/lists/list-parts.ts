import type { TextRange } from '../../model.ts';
import type { SegmentSide } from '../quality/quality-rule.ts';
import type { ListItem } from './list-items.ts';

type Link = SegmentSide['links'][number];

/** An item that may be a member of a list: one with a link, or a phrase that looks like those that have one. */
export interface ListPart {
  item: ListItem;
  /** The link that is the member; undefined where it has none. */
  link: Link | undefined;
  /** Words of the member alone. */
  words: TextRange;
  /** Whether it has a capital, as names have. */
  isName: boolean;
  /** Whether its words are the member and no part of a longer phrase, as far as that is seen. */
  isSure: boolean;
  /** Whether nothing but the member stands before it in its item, and behind it. */
  begins: boolean;
  ends: boolean;
}

const word = String.raw`\p{Lu}[\p{L}\p{M}\p{N}’'.&/-]*`;
/** A name: words with capitals, between which two small ones may stand ("Rio de Janeiro"). */
const name = String.raw`${word}(?:\s+(?:\p{Ll}{1,4}\s+){0,2}${word})*`;
/** What may stand before a member in its item: articles, prepositions, "the province of". */
const lead = /^(?:[\p{Ll}’']+\s+){0,4}$/u;
/** What may stand behind one that commas bound: "river", "proper". */
const tail = /^(?:\s+[\p{Ll}’'-]+){0,3}$/u;
const wordsMax = 4;

/** Reads an item, in whose text a letter stands for each character of a link; undefined where it is no member of a list. */
export function readPart(
  item: ListItem,
  masked: string,
  links: readonly Link[],
  functionWords: ReadonlySet<string>,
): ListPart | undefined {
  const inside = links.filter(({ start, end }) => start >= item.start && end <= item.end);
  const text = masked.slice(item.start, item.end);
  const linked = readLinked(item, masked, inside);
  if (linked && (linked.ends || linked.begins)) return linked;
  // "In Peru, …" tells where or when the rest is.
  if (item.isFirst && isSmall(text.split(/\s+/)[0] ?? '', functionWords)) return linked;
  if (!item.isBound) return readEnd(item, text) ?? linked;
  if (inside.length > 0) return linked;
  return readName(item, text, functionWords) ?? readPhrase(item, text, functionWords);
}

function isSmall(word: string, functionWords: ReadonlySet<string>): boolean {
  return functionWords.has(word.toLowerCase());
}

/** A name that an item begins with, after words that do not count; one behind other words only where the item ends with it. */
function readName(item: ListItem, text: string, functionWords: ReadonlySet<string>): ListPart | undefined {
  const found = new RegExp(String.raw`(?<![\p{L}\p{M}\p{N}])${name}`, 'u').exec(text);
  if (!found) return undefined;
  const before = text.slice(0, found.index);
  const behind = text.slice(found.index + found[0].length);
  const isPlain = before.split(/\s+/).every((each) => each === '' || isSmall(each, functionWords));
  const ends = behind.trim() === '';
  // "The province of Puno", but not "says Puno".
  const isOf = isSmall(before.trim().split(/\s+/).at(-1) ?? '', functionWords);
  if (!isPlain && !(ends && isOf && lead.test(before))) return undefined;
  if (/^[\p{L}\p{N}’'-]/u.test(behind) || /[’']s$/u.test(found[0])) return undefined;
  const start = item.start + found.index;
  const words = { start, end: start + found[0].replace(/\.$/, '').length };
  return { item, link: undefined, words, isName: true, isSure: isPlain, begins: true, ends };
}

/** A name at the end of a longer phrase. */
function readEnd(item: ListItem, text: string): ListPart | undefined {
  const found = new RegExp(String.raw`(?<![\p{L}\p{M}\p{N}])${name}$`, 'u').exec(text);
  if (!found) return undefined;
  const words = { start: item.start + found.index, end: item.end };
  return { item, link: undefined, words, isName: true, isSure: false, begins: false, ends: true };
}

/** A short phrase without names or figures. */
function readPhrase(item: ListItem, text: string, functionWords: ReadonlySet<string>): ListPart | undefined {
  const words = text.split(/\s+/);
  const isShort = words.length <= wordsMax && /^[\p{Ll}\p{M}\s-]+$/u.test(text);
  if (!isShort || isSmall(words[0] ?? '', functionWords)) return undefined;
  const { start, end } = item;
  return {
    item,
    link: undefined,
    words: { start, end },
    isName: false,
    isSure: true,
    begins: true,
    ends: true,
  };
}

/** Of an item that begins in the middle of a phrase the last link is the member, of any other the first. */
function readLinked(item: ListItem, masked: string, links: readonly Link[]): ListPart | undefined {
  const [first, last] = [links[0], links.at(-1)];
  const link = item.isBound ? first : last;
  if (!first || !last || !link) return undefined;
  const before = masked.slice(item.start, first.start);
  const after = masked.slice(last.end, item.end);
  return {
    item,
    link,
    words: { start: link.start, end: link.end },
    isName: false,
    isSure: true,
    begins: item.isBound && lead.test(before),
    ends: after.trim() === '' || (links.length === 1 && tail.test(after)),
  };
}
