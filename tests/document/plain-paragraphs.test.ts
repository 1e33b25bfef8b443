import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { parseDocument, parseSegment } from '../../pipeline/text/syntax.ts';
import { documentText } from './markdown-arbitrary.ts';

vi.setConfig({ testTimeout: 60_000 });

/** Pieces of which each is plain, or what makes a paragraph another thing, or what it stands in. */
const piece = fc.constantFrom(
  ...['a', 'word', 'é', '😀', '“', '¿', '1', '10', '.', ')', '(', '!', '%', '"', '&', '{#id}', '[!NOTE]'],
  ...[' ', ' ', '  ', '\n', '\n', '\n\n', '\n\n', '\n\n\n', '\n \n', '\t', '    '],
  ...['[w](place:x)', '[w](x:y "t t")', '[`c`](u)', '[](u)', '![a](b)', '[a [b](c) d](e)', '[r]', '[^1]'],
  ...['`x`', '`', '``', '*', '**', '_', '\\', '<', '<b>', '&amp;', '|', '|-|', 'https://example.org'],
  ...['\n\n## h\n\n', '\n\n- ', '\n\n1. ', '\n\n> ', '\n\n[r]: u\n\n', '\n\n[^1]: n\n\n', '---', '==='],
  ...['\n\n```\n', '\n\n~~~\n', '<!--', '-->', '<div>', '\n\n:::box\n\n', '\n\n:::\n\n', ':::'],
);
const matter = fc.constantFrom('', '', '---\ntitle: x\n\nfoo bar\n---\n', '---\n\nfoo bar');
const hostileText = fc
  .tuple(matter, fc.array(piece, { maxLength: 25 }))
  .map(([front, pieces]) => front + pieces.join(''));

interface Place {
  line: number;
  offset: number;
}

/** What is read of a text, with the places that it would have if lines ended with one character. */
function read(text: string, options: { allowHtml: boolean; isPage?: boolean }): unknown {
  const { value, diagnostics } = parseDocument({ path: 'a.md', text }, options);
  const { tree, definitions, quotationMarks = [] } = value;
  const lines = quotationMarks.map((offset) => text.slice(0, offset).replaceAll('\r\n', '\n').length);
  const isPlace = (found: unknown): found is Place =>
    typeof found === 'object' && found !== null && 'offset' in found;
  const breaks = text.includes('\r\n') ? 1 : 0;
  return JSON.parse(
    JSON.stringify({ tree, definitions, lines, diagnostics }, (_, found: unknown) => {
      if (isPlace(found)) return { ...found, offset: found.offset - breaks * (found.line - 1) };
      return typeof found === 'string' ? found.replaceAll('\r\n', '\n') : found;
    }),
  );
}

describe('plain paragraphs, which are read by themselves, are what the parser makes of them', () => {
  // Texts with CRLF go to the parser whole.
  test.each([
    ['usual texts', documentText, 100],
    ['texts in which anything meets anything', hostileText, 1500],
  ])('in %s, node by node, with their places', (_, texts, numRuns) => {
    fc.assert(
      fc.property(texts, fc.boolean(), (text, isPage) => {
        const options = { allowHtml: isPage, isPage };
        expect(read(text, options)).toEqual(read(text.replaceAll('\n', '\r\n'), options));
      }),
      { numRuns },
    );
  });

  test('as segments', () => {
    const notes = { footnotes: ['1'], definitions: ['r'] };
    fc.assert(
      fc.property(hostileText, (text) => {
        const [line = ''] = text.trimStart().split('\n');
        // The parser passes by a line ending at the end.
        fc.pre(line === line.trimEnd());
        expect(parseSegment(line, notes)).toEqual(parseSegment(`${line}\r\n`, notes));
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    [
      'Fence',
      'Before.\n\n```\nWords one.\n\nWords two.\n```\n\nAfter.\n',
      ['paragraph', 'code', 'paragraph'],
    ],
    ['Comment', 'Before.\n\n<!-- a\n\nWords. -->\n\nAfter.\n', ['paragraph', 'html', 'paragraph']],
    ['Script', '<script>\n\nwords\n\n</script>\n\nAfter.\n', ['html', 'paragraph']],
    ['List', '- one\n\n  ~~~\n  a\n\nAfter.\n', ['list', 'paragraph']],
    ['Open fence', 'Before.\n\n~~~\nOne.\n\nTwo.\n\nThree.\n', ['paragraph', 'code']],
  ])('%s: what only looks like one is none', (_, text, types) => {
    const { tree } = parseDocument({ path: 'a.md', text }, { allowHtml: true, isPage: true }).value;
    expect(tree.children.map(({ type }) => type)).toEqual(types);
  });
});
