import fc from 'fast-check';
import type { FootnoteReference, Nodes, PhrasingContent, RootContent, Strong } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { describe, expect, test, vi } from 'vitest';
import { segmentDocument } from '../../pipeline/text/segments.ts';
import { parseSegment, stringify } from '../../pipeline/text/syntax.ts';
import { documentText, line } from './markdown-arbitrary.ts';
import { parse } from './sample.ts';
import { withoutPositions } from './without-positions.ts';

vi.setConfig({ testTimeout: 60_000 });

describe('writing and reading', () => {
  test('what is written reads back as the same tree, and is written the same again', () => {
    fc.assert(
      fc.property(documentText, (text) => {
        const { tree } = parse(text).value;
        const written = stringify(tree);
        const again = parse(written).value.tree;
        expect(withoutPositions(again)).toEqual(withoutPositions(tree));
        expect(stringify(again)).toBe(written);
      }),
      { numRuns: 150 },
    );
  });

  test('words with signs that are syntax somewhere read back as they are', () => {
    const bits = '1. 12) ) ( - + = : , ; " \' . ! # & * _ ` ~ < > [ ] \\\\ | / % $ “ » – a Bc é'.split(' ');
    const words = fc.array(fc.constantFrom(...bits, ' '), { minLength: 1, maxLength: 8 });
    const isPlain = (value: string) => value === value.trim() && !value.includes('  ') && value !== '';
    fc.assert(
      fc.property(words, words, (first, second) => {
        const [own, behind] = [first.join(''), second.join('')];
        fc.pre(isPlain(own) && isPlain(behind));
        const strong: Strong = { type: 'strong', children: [{ type: 'text', value: 'x' }] };
        const note: FootnoteReference = { type: 'footnoteReference', identifier: '1', label: '1' };
        const children: PhrasingContent[] = [
          { type: 'text', value: own },
          { type: 'text', value: ' ' },
          strong,
          { type: 'text', value: ' ' },
          note,
          { type: 'text', value: behind },
        ];
        const definition: RootContent = {
          type: 'footnoteDefinition',
          identifier: '1',
          label: '1',
          children: [{ type: 'paragraph', children: [{ type: 'text', value: 'Note.' }] }],
        };
        const written = stringify({
          type: 'root',
          children: [{ type: 'paragraph', children }, definition],
        });
        const [again] = parse(written).value.tree.children;
        expect(again?.type).toBe('paragraph');
        expect(again && plainText(again)).toBe(`${own} x ${behind}`);
      }),
      { numRuns: 300 },
    );
  });

  test('line ends do not matter', () => {
    fc.assert(
      fc.property(documentText, (text) => {
        const crlf = parse(text.replaceAll('\n', '\r\n')).value;
        expect(withoutPositions(crlf.tree)).toEqual(withoutPositions(parse(text).value.tree));
        const segments = segmentDocument(crlf).value.map(({ markdown }) => markdown);
        expect(segments).toEqual(segmentDocument(parse(text).value).value.map(({ markdown }) => markdown));
      }),
    );
  });
});

describe('segments', () => {
  test('hold the text in order, each piece once; the rest is markup', () => {
    fc.assert(
      fc.property(documentText, (text) => {
        const document = parse(text).value;
        let from = 0;
        let rest = '';
        for (const { location } of segmentDocument(document).value) {
          const start = location.start.offset ?? 0;
          expect(start).toBeGreaterThanOrEqual(from);
          rest += document.text.slice(from, start);
          from = location.end.offset ?? 0;
        }
        rest += document.text.slice(from);
        // Code, with nothing but signs around it, is no segment.
        const markup = rest.replace(
          /```\ncode :::box\n[> ]*```|`{3}[^`]*`{3}|`[^`]*`|&copy;|\\\*|\{#a\}|:{3,}box|\[\^1\]:/g,
          '',
        );
        expect(markup).toMatch(/^[\s>#|\-:1.[\]`]*$/);
      }),
      { numRuns: 150 },
    );
  });

  test('read by themselves are what they are in the document', () => {
    fc.assert(
      fc.property(documentText, (text) => {
        for (const { node, markdown } of segmentDocument(parse(text).value).value) {
          const alone = parseSegment(markdown, { footnotes: ['1'] });
          expect(withoutPositions(alone.children)).toEqual(withoutPositions(node?.children ?? []));
          expect(markdown).not.toMatch(/(?<!\\)\n/);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('have every node of them in place', () => {
    fc.assert(
      fc.property(line, (markdown) => {
        const check = (node: Nodes): void => {
          const { start, end } = node.position ?? {};
          const slice = markdown.slice(start?.offset, end?.offset);
          if (node.type === 'link') expect(slice).toMatch(/^\[.*\]\(.*\)$/);
          if (node.type === 'inlineCode') expect(slice).toBe(`\`${plainText(node)}\``);
          if ('children' in node) node.children.forEach(check);
        };
        check(parseSegment(markdown, { footnotes: ['1'] }));
      }),
    );
  });
});
