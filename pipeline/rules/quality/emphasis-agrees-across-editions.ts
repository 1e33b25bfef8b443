import type { Nodes } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Diagnostic } from '../../model.ts';
import { diagnose } from '../diagnose.ts';
import type { QualityRule, SegmentPair } from './quality-rule.ts';

const id = 'emphasis-agrees-across-editions';
const kinds = ['emphasis', 'strong'] as const;

interface Stretch {
  node: Nodes;
  text: string;
}

/**
 * What the source emphasizes in its own language the translation emphasizes too, and nothing else. A foreign word may be
 * marked in one language and at home in the other: it counts where the translation has it, and it is not at home there.
 * Whether words are at home in an edition shows in whether it has them without marks somewhere. Words of the source's language
 * that a translation keeps are foreign there, and those in brackets are a gloss: it may mark both.
 */
export const emphasisAgreesAcrossEditions: QualityRule = {
  id,
  checkAll: (pairs) => {
    const marked = pairs.filter(({ source, target }) => hasMarks(source.node) || hasMarks(target.node));
    if (marked.length === 0) return [];
    const [own, other] = [plainWords(pairs, 'source'), plainWords(pairs, 'target')];
    const isForeign = createForeignTest(pairs);
    return marked.flatMap((pair) =>
      kinds.flatMap((kind): Diagnostic[] => {
        const [expected, found] = [stretches(pair.source.node, kind), stretches(pair.target.node, kind)];
        const { missing, extra } = withoutEqual(expected, found);
        const lost = missing.filter(({ text }) =>
          hasWords(pair.target.text, text) ? !isIn(text, other) : isIn(text, own),
        );
        const domestic = found.filter(
          ({ text }) => !isForeign(text) && !isInBrackets(text, pair.target.text),
        );
        const added = extra.filter(
          (stretch) =>
            domestic.includes(stretch) &&
            isIn(stretch.text, other) &&
            !hasWords(pair.source.text, stretch.text),
        );
        const first = missing.length > extra.length ? lost[0] : undefined;
        const last = domestic.length > expected.length ? added[0] : undefined;
        if (!first && !last) return [];
        const { edition, node } = pair.target;
        const values = { kind, text: (first ?? last)?.text ?? '' };
        const related = [{ location: pair.segment.location, role: 'source' }];
        return last
          ? [diagnose(id, edition.locate(last.node), { context: 'extra', ...values }, related)]
          : [diagnose(id, edition.locate(node), values, related)];
      }),
    );
  },
};

function stretches(node: Nodes, kind: (typeof kinds)[number]): Stretch[] {
  const inner = 'children' in node ? node.children.flatMap((child) => stretches(child, kind)) : [];
  return node.type === kind ? [{ node, text: textOf(node).replace(/\s+/g, ' ') }, ...inner] : inner;
}

function hasMarks(node: Nodes): boolean {
  return kinds.some((kind) => stretches(node, kind).length > 0);
}

/** What is the same in both languages, such as a title of a work, is taken away. */
function withoutEqual(expected: Stretch[], found: Stretch[]): { missing: Stretch[]; extra: Stretch[] } {
  const extra = [...found];
  const missing = expected.filter(({ text }) => {
    const at = extra.findIndex((other) => other.text === text);
    if (at >= 0) extra.splice(at, 1);
    return at < 0;
  });
  return { missing, extra };
}

/** All words of an edition that stand somewhere without emphasis, in lower case. */
function plainWords(pairs: SegmentPair[], side: 'source' | 'target'): Set<string> {
  const words = new Set<string>();
  const walk = (node: Nodes): void => {
    if (node.type === 'text') for (const word of wordsOf(node.value)) words.add(word);
    else if ('children' in node && node.type !== 'emphasis' && node.type !== 'strong')
      node.children.forEach(walk);
  };
  for (const pair of pairs) walk(pair[side].node);
  return words;
}

/** Tells words of the source's language, be they in the plural, by whether any segment of the source has them. */
function createForeignTest(pairs: SegmentPair[]): (text: string) => boolean {
  const words = new Set(pairs.flatMap(({ source }) => wordsOf(source.text)).map(singular));
  return (text) => isIn(text, words, singular);
}

/** A word without the ending of plurals in English, Spanish, Portuguese and more. */
function singular(word: string): string {
  return word.length > 3 ? word.replace(/s$/u, '') : word;
}

function isInBrackets(words: string, text: string): boolean {
  return text.includes(`(${words})`);
}

function isIn(text: string, words: Set<string>, form = (word: string): string => word): boolean {
  return wordsOf(text).every((word) => words.has(form(word)));
}

function hasWords(text: string, words: string): boolean {
  const at = text.indexOf(words);
  return at >= 0 && !/\p{L}/u.test((text[at - 1] ?? ' ') + (text[at + words.length] ?? ' '));
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
}
