import type { Nodes } from 'mdast';
import type { EditionSegment } from '../model.ts';
import { escapePattern } from '../values/escape-pattern.ts';
import type { CodeHabits } from './code-habits.ts';
import type { ListDifference } from './difference.ts';
import type { InlineItem } from './inline-items.ts';

/**
 * Takes away codes of a difference that are no change of what a code does:
 * - one that the other text has too, only not as often: a name may be said again, or be "it", but not twice in a row;
 * - one that is words of the other text's prose: "break and continue" may be “`break` y `continue`”;
 * - one whose words are for readers: in quotes (`"Hello"`, `"Olá"`), in place of what somebody puts in (`<name>`, `<nombre>`),
 *   or in a name that this edition has a word of its own for (`MyClass`, `MinhaClasse`);
 * - in an edition that has names of its own, a mere word that it has translated, and a code beside all of the source's, which explains.
 */
export function withoutRewordedCode(
  { missing, extra }: ListDifference<InlineItem>,
  texts: { source: EditionSegment; target: EditionSegment },
  habits: () => CodeHabits,
): ListDifference<InlineItem> {
  if (![...missing, ...extra].some(isCode)) return { missing, extra };
  const lost = withoutKnown(missing, texts.source, texts.target);
  const added = withoutKnown(extra, texts.target, texts.source);
  const reworded = new Set<InlineItem>();
  const left = new Set(added.filter(isCode));
  for (const item of lost.filter(isCode)) {
    const mate = [...left].find((other) => isReworded(codeOf(item), codeOf(other), habits));
    if (!mate) continue;
    left.delete(mate);
    reworded.add(item).add(mate);
  }
  const isLeft = (item: InlineItem): boolean => !reworded.has(item);
  const explains = !lost.some(isCode) && added.some(isCode) && habits().hasOwnNames();
  return {
    missing: lost.filter(
      (item) => isLeft(item) && !(isWord(item) && left.size === 0 && habits().hasOwnNames()),
    ),
    extra: added.filter(
      (item) => isLeft(item) && !(isCode(item) && explains && !isDoubled(item.form, texts.target.markdown)),
    ),
  };
}

function isCode({ node }: InlineItem): boolean {
  return node.type === 'inlineCode';
}

function codeOf({ node }: InlineItem): string {
  return node.type === 'inlineCode' ? node.value.trim().normalize('NFC') : '';
}

/** One word in small letters, without a sign of what a program does with it. */
function isWord(item: InlineItem): boolean {
  return isCode(item) && /^\p{L}\p{Ll}{2,}(?:[-\s]\p{Ll}+)*$/u.test(codeOf(item));
}

/** Without codes that another text has, as code or in its prose. Of its prose a word stands for one code only. */
function withoutKnown(items: InlineItem[], own: EditionSegment, { node }: EditionSegment): InlineItem[] {
  const prose = proseOf(node).toLowerCase();
  const codes = new Set(codesOf(node));
  const left = new Map<string, number>();
  return items.filter((item) => {
    if (!isCode(item)) return true;
    const code = codeOf(item);
    if (codes.has(code)) return isDoubled(item.form, own.markdown);
    const name = code.toLowerCase();
    const count = left.get(name) ?? countWords(prose, name);
    left.set(name, count - 1);
    return count <= 0;
  });
}

function isDoubled(form: string, markdown: string): boolean {
  const code = escapePattern(form);
  return new RegExp(`${code}[^\\p{L}\\p{N}]*${code}`, 'u').test(markdown.normalize('NFC'));
}

/** The words of a segment that are no code. */
function proseOf(node: Nodes): string {
  if (node.type === 'text') return node.value.normalize('NFC');
  return 'children' in node ? node.children.map(proseOf).join('') : ' ';
}

function codesOf(node: Nodes): string[] {
  if (node.type === 'inlineCode') return [node.value.trim().normalize('NFC')];
  return 'children' in node ? node.children.flatMap(codesOf) : [];
}

/** How often a name stands in a prose; case and the ending of a plural do not count. */
function countWords(prose: string, name: string): number {
  const stem = escapePattern(name.replace(/(?<=\p{L}{2})s$/u, ''));
  if (!/[\p{L}\p{N}]/u.test(stem)) return 0;
  return [...prose.matchAll(new RegExp(`(?<![\\p{L}\\p{N}_])${stem}s?(?![\\p{L}\\p{N}_])`, 'gu'))].length;
}

/** Whether two codes differ in nothing but words for readers, the space behind a comma, or how much of a path of names is written. */
function isReworded(expected: string, found: string, habits: () => CodeHabits): boolean {
  if (expected.endsWith(`.${found}`) || found.endsWith(`.${expected}`)) return true;
  if (found.split(/\s+/).includes(expected) || (sentence.test(expected) && sentence.test(found))) return true;
  if (frameOf(expected, forReaders) === frameOf(found, forReaders)) return true;
  return frameOf(expected, names) === frameOf(found, names) && habits().isChangedByHabit(expected, found);
}

/**
 * What a program prints or takes as words, and what somebody is to put in: in quotes or angle brackets, in capitals, or among the
 * arguments of a call. A word has three letters, so that types and options of one letter count.
 */
const forReaders =
  /(["'])(?=[^"']*\p{L}{3})[^"']*\1|<(?=[^<>]*\p{L}{3})[^<>]*>|(?<!\p{L})\p{Lu}{4,}(?!\p{L})|(?<=[([{,]\s?)\p{Ll}[\p{Ll}_]{2,}(?=\s?[)\]},])/gu;

/** What a program says: words and their punctuation. */
const sentence = /^[¡¿]?\p{L}+(?:,?\s[\p{L}'’]+){2,}[.!?…]$/u;

/** One name of several words is a name of any number of them. */
const names = /\p{L}[\p{L}\p{M}]*(?:[_\s-]+\p{L}[\p{L}\p{M}]*)*/gu;

function frameOf(code: string, what: RegExp): string {
  return code.replace(what, '\uFFFC').replace(/(?<=[,:;])\s+/g, '');
}
