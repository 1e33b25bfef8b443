import type { Nodes } from 'mdast';
import { splitMarks } from './marks.ts';

/** Inline markup of a published or edited block. */
export interface InlineMarkup {
  type: Nodes['type'];
  /** What must stay: the code without the words in it. */
  form: string;
  url: string | undefined;
  /** Plain text within. */
  words: string;
}

/** The smallest thing that is kept, taken away or put in: a word, a sign, white space, an end of a code. */
export interface BlockToken {
  kind: 'text' | 'open' | 'close' | 'whole';
  /** Of a text what a reader sees, a soft line break being a space; of a code its form. */
  form: string;
  code: InlineMarkup | undefined;
  /** Codes around it, the outermost first; those of a code's ends include the code. */
  parents: InlineMarkup[];
  /** Of a text: the mark that it follows (see markWords). */
  mark: number | undefined;
  /** Undefined for front matter. */
  node: Nodes | undefined;
  /** Of a text: UTF-16 offset in its node's value, marks not counted. */
  offset: number;
}

/** Words, runs of spaces, line breaks with what is around them, and all other characters one by one. */
const wordPattern = /[\p{L}\p{N}\p{M}]+|[ \t]*\n[ \t\n]*|[ \t]+|[\s\S]/gu;

/** Cuts a text into what a token may be; all of it is there. */
export function splitWords(text: string): string[] {
  return text.match(wordPattern) ?? [];
}

/** What a reader sees of a word as `splitWords` gives it. */
export function formOfWord(word: string): string {
  return word.includes('\n') ? ' ' : word;
}

/** The tokens of inline nodes, in the order of the text. */
export function readBlockTokens(nodes: readonly Nodes[], parents: InlineMarkup[] = []): BlockToken[] {
  return nodes.flatMap((node): BlockToken[] => {
    if (node.type === 'text') return readTextTokens(node.value, node, parents);
    const code: InlineMarkup = {
      type: node.type,
      form: markupForm(node),
      url: 'url' in node ? node.url : undefined,
      words: '',
    };
    const within = [...parents, code];
    const end = (kind: BlockToken['kind']): BlockToken => {
      return { kind, form: code.form, code, parents: within, mark: undefined, node, offset: 0 };
    };
    if (!('children' in node)) return [end('whole')];
    const inner = readBlockTokens(node.children, within);
    code.words = wordsOf(inner);
    return [end('open'), ...inner, end('close')];
  });
}

/** The tokens of a plain text, as the front matter has them. */
export function readTextTokens(value: string, node?: Nodes, parents: InlineMarkup[] = []): BlockToken[] {
  let offset = 0;
  return splitMarks(value).flatMap(({ mark, text }) =>
    splitWords(text).map((word): BlockToken => {
      const token = {
        kind: 'text' as const,
        form: formOfWord(word),
        code: undefined,
        parents,
        mark,
        node,
        offset,
      };
      offset += word.length;
      return token;
    }),
  );
}

/** Plain text of tokens. */
export function wordsOf(tokens: readonly BlockToken[]): string {
  return tokens.map(({ kind, form }) => (kind === 'text' ? form : '')).join('');
}

/** Equal for blocks that a reader cannot tell apart. */
export function signatureOf(tokens: readonly BlockToken[]): string {
  return JSON.stringify(tokens.map(({ kind, form }) => (kind === 'text' ? form : [kind, form])));
}

/** What must stay of a code: all but the words in it. */
export function markupForm(node: Nodes): string {
  switch (node.type) {
    case 'link':
      return `[](${node.url}${node.title ? ` "${node.title}"` : ''})`;
    case 'image':
      return `![${node.alt ?? ''}](${node.url}${node.title ? ` "${node.title}"` : ''})`;
    case 'footnoteReference':
      return `[^${node.identifier}]`;
    case 'inlineCode':
      return `\`${node.value}\``;
    case 'html':
      return node.value;
    case 'emphasis':
      return '*';
    case 'strong':
      return '**';
    default:
      return node.type;
  }
}
