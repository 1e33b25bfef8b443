import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** One thing that a reader of the tutorial does or sees. */
export type Step =
  | { does: 'write'; path: string; text: string }
  | { does: 'change'; path: string; hunks: Hunk[] }
  | { does: 'run'; command: string; prints: string }
  | { does: 'see'; path: string; text: string };

/** Lines in the place of others. */
export interface Hunk {
  before: string;
  after: string;
}

/**
 * Reads the steps of a tutorial out of its fenced blocks. The info string is language and path: a file to write; with
 * the language "diff" changes to a file; with a path in dist/ an excerpt of what has been built. "console" is commands
 * after "$ ", each with what it prints. Blocks without a path are not steps.
 */
export function readTutorial(markdown: string): Step[] {
  return unified()
    .use(remarkParse)
    .parse(markdown)
    .children.flatMap((node): Step[] => {
      if (node.type !== 'code') return [];
      const { lang, meta: path, value } = node;
      if (lang === 'console') return readCommands(value);
      if (!path) return [];
      if (lang === 'diff') return [{ does: 'change', path, hunks: readHunks(value) }];
      return [{ does: path.startsWith('dist/') ? 'see' : 'write', path, text: `${value}\n` }];
    });
}

function readCommands(block: string): Step[] {
  return block
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const [command = '', ...lines] = part.split('\n');
      return { does: 'run', command, prints: lines.join('\n').trimEnd() };
    });
}

/** Lines with "-" are taken away, lines with "+" are put in, others are there before and after; "@@" is between hunks. */
function readHunks(block: string): Hunk[] {
  return block
    .split(/^@@\n/m)
    .filter((part) => part !== '')
    .map((part) => {
      const lines = part.replace(/\n$/, '').split('\n');
      const side = (without: string) =>
        lines
          .filter((line) => !line.startsWith(without))
          .map((line) => `${line.slice(1)}\n`)
          .join('');
      return { before: side('+'), after: side('-') };
    });
}
