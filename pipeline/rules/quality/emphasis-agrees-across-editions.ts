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
 * Whether words are at home in an edition shows in whether it has them without marks somewhere.
 */
export const emphasisAgreesAcrossEditions: QualityRule = {
  id,
  checkAll: (pairs) => {
    const marked = pairs.filter(({ source, target }) => hasMarks(source.node) || hasMarks(target.node));
    if (marked.length === 0) return [];
    const [own, other] = [plainWords(pairs, 'source'), plainWords(pairs, 'target')];
    return marked.flatMap((pair) =>
      kinds.flatMap((kind): Diagnostic[] => {
        const [expected, found] = [stretches(pair.source.node, kind), stretches(pair.target.node, kind)];
        const { missing, extra } = withoutEqual(expected, found);
        const lost = missing.filter(({ text }) =>
          hasWords(pair.target.text, text) ? !isIn(text, other) : isIn(text, own),
        );
        const added = extra.filter(({ text }) => isIn(text, other) && !hasWords(pair.source.text, text));
        const first = missing.length > extra.length ? lost[0] : undefined;
        const last = extra.length > missing.length ? added[0] : undefined;
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

function isIn(text: string, words: Set<string>): boolean {
  return wordsOf(text).every((word) => words.has(word));
}

function hasWords(text: string, words: string): boolean {
  const at = text.indexOf(words);
  return at >= 0 && !/\p{L}/u.test((text[at - 1] ?? ' ') + (text[at + words.length] ?? ' '));
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
}
