import type { Root, RootContent } from 'mdast';
import { directiveToMarkdown } from 'mdast-util-directive';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import remarkStringify, { type Options } from 'remark-stringify';
import { unified } from 'unified';
import type { Recall } from '../model.ts';
import { recallNothing } from '../values/recall-nothing.ts';
import { containerNames } from './container-syntax.ts';

type Unsafe = NonNullable<Options['unsafe']>[number];
type Handlers = NonNullable<Options['handlers']>;

/**
 * Where characters of a text would be syntax in this dialect, and so need a backslash.
 * There are no text directives, and links have their address right after their words, so for colons and brackets that is seldom.
 */
const unsafe: Unsafe[] = [
  { atBreak: true, character: ':', after: `::+(?:${containerNames.join('|')})(?:[\\s\\[{]|$)` },
  { character: '[', after: '\\^', inConstruct: 'phrasing' },
  { character: '[', before: '\\^', inConstruct: 'phrasing' },
  { character: '&', after: '(?:#[0-9Xx]|[A-Za-z][A-Za-z0-9]*;)', inConstruct: 'phrasing' },
  { atBreak: true, character: '~', after: '~~' },
  // A link definition, and what GitHub draws: a checkbox, an alert.
  { atBreak: true, character: '[', after: '(?![^\\]\\[\\n]{2,}\\](?![:(]))' },
  { atBreak: true, character: '[', after: '![A-Za-z]+\\]' },
];

/** Constructs in which a bracket ends the construct around it. */
const labels = ['label', 'reference'];

/**
 * Words that are no syntax wherever they stand, so that nobody has to look at each pattern: letters, digits, commas and quotation
 * marks, without a blank at either end.
 */
const harmless = /^[\p{L}\p{M}\p{N}“”‘’«»–—](?:[\p{L}\p{M}\p{N} ,;“”‘’«»–—]*[\p{L}\p{M}\p{N},;“”‘’«»–—])?$/u;

/** Of words as above, also signs that are syntax only at the beginning of a line, or in an address or a title. */
const signs = String.raw`\p{L}\p{M}\p{N}“”‘’«»–—…,;.:?/%$€°º²³§·×=+)"'-`;
const harmlessBehind = {
  lineEnd: new RegExp(String.raw`^[\p{L}\p{M}“”‘’«»–—](?:[${signs}( ]*[${signs}(])?$`, 'u'),
  /** "](" would make a link of what stands before it. */
  others: new RegExp(`^[${signs}](?:[${signs}( ]*[${signs}(])?$`, 'u'),
};

/** Whether no pattern of the serializer can match in a text; it looks at 60 of them one after the other. */
function isHarmless(text: string, before: string, constructs: readonly string[]): boolean {
  if (harmless.test(text)) return true;
  const pattern = before === '' || /[\r\n]$/.test(before) ? harmlessBehind.lineEnd : harmlessBehind.others;
  return pattern.test(text) && !constructs.includes('autolink');
}

/**
 * Writes a tree as Markdown that reads back as the same tree; text comes out as it was typed wherever the dialect
 * allows it. Ends with a line feed unless empty.
 *
 * @param recall blocks that were written before; nothing is known unless given
 */
export function stringify(tree: Root, recall: Recall = recallNothing): string {
  const write = createWriter();
  const blocks = listStretches(tree.children).map((children) =>
    recall('Markdown of blocks', [JSON.stringify(children)], () => write({ type: 'root', children })),
  );
  const text = blocks.map((block) => block.replace(/\n$/, '')).join('\n\n');
  return text === '' ? '' : `${text}\n`;
}

/**
 * Blocks that are written independently of one another: blank lines stand between them. Only a list looks at the one before
 * it, to have another bullet.
 */
function listStretches(blocks: readonly RootContent[]): RootContent[][] {
  const stretches: RootContent[][] = [];
  let last: RootContent | undefined;
  for (const block of blocks) {
    if (last?.type === 'list' && block.type === 'list') stretches.at(-1)?.push(block);
    else stretches.push([block]);
    last = block;
  }
  return stretches;
}

function createWriter(): (tree: Root) => string {
  let lenient: Unsafe[] | undefined;
  const text: Handlers['text'] = (node, _, state, info) => {
    if (isHarmless(node.value, info.before, state.stack)) return node.value;
    const strict = state.unsafe;
    lenient ??= [...strict.filter((pattern) => !isNeedless(pattern)), ...unsafe];
    state.unsafe = lenient;
    const value = state.safe(node.value, info);
    state.unsafe = strict;
    return value;
  };
  const blockquote: Handlers['blockquote'] = (node, _, state, info) => {
    const exit = state.enter('blockquote');
    const tracker = state.createTracker(info);
    tracker.move('> ');
    tracker.shift(2);
    const lines = state.containerFlow(node, tracker.current());
    const { alert } = node.data ?? {};
    const marked = alert ? `[!${alert}]\n${lines}` : lines;
    const value = state.indentLines(marked, (line, __, isBlank) => (isBlank ? '>' : `> ${line}`));
    exit();
    return value;
  };
  const processor = unified()
    .use(remarkStringify, {
      bullet: '-',
      emphasis: '*',
      fence: '`',
      fences: true,
      handlers: { blockquote, text },
      listItemIndent: 'one',
      rule: '-',
      strong: '*',
    })
    .data('toMarkdownExtensions', [
      gfmTableToMarkdown({ tablePipeAlign: false, tableCellPadding: true }),
      gfmFootnoteToMarkdown(),
      { ...directiveToMarkdown(), unsafe: [] },
    ])
    .freeze();
  // Without a folder a file of the library asks the system for the one of the process.
  return (tree) => processor.stringify(tree, { cwd: '/' });
}

/** Whether `unsafe` says more exactly what a pattern of the serializer is for. */
function isNeedless(pattern: Unsafe): boolean {
  const constructs = [pattern.inConstruct ?? []].flat();
  switch (pattern.character) {
    case '[':
      return !constructs.some((construct) => labels.includes(construct)) || constructs.includes('phrasing');
    case '&':
      return constructs.includes('phrasing');
    case '~':
      return pattern.atBreak === true && pattern.after === undefined;
    default:
      return false;
  }
}
