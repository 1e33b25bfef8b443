import { describe, expect, test } from 'vitest';
import { segmentDocument } from '../../pipeline/text/segments.ts';
import { parseSegment, stringify } from '../../pipeline/text/syntax.ts';
import { costly, hostile } from './hostile-texts.mjs';
import { extractFrom, parse } from './sample.ts';

describe('hostile texts', () => {
  test.each(hostile)('%s is reported', (_, text) => {
    const { value, diagnostics } = parse(`---\ntitle: x\n---\n\n${text}\n`);
    expect(diagnostics.map(({ rule }) => rule)).toContainEqual(
      expect.stringMatching(/^(nesting-is-shallow|paragraph-has-bounded-length)$/),
    );
    expect(diagnostics[0]?.location.start.line).toBeGreaterThanOrEqual(5);
    expect(value.tree.children).toEqual([]);
  });

  test.each(costly)('%s is read, or reported', (_, text) => {
    const { value } = parse(`${text}\n`);
    segmentDocument(value);
    stringify(value.tree);
    parseSegment(text, { footnotes: [] });
    extractFrom(`${text}\n`);
  });

  test('a long book of short paragraphs is read', () => {
    const paragraph = `${'Lorem ipsum dolor sit amet. '.repeat(20)}\n\n`;
    const { value, diagnostics } = parse(paragraph.repeat(2_000));
    expect(diagnostics).toEqual([]);
    expect(value.tree.children).toHaveLength(2_000);
  });

  test('lists and tables of any length are read', () => {
    expect(parse('- an item of a list\n'.repeat(3_000)).diagnostics).toEqual([]);
    expect(parse(`| a |\n| - |\n${'| a cell of a table |\n'.repeat(3_000)}`).diagnostics).toEqual([]);
  });

  test('a quotation of any length is read, and is no way around the bound of a paragraph', () => {
    const line = 'Lorem ipsum dolor sit amet.';
    const read = parse(`> ${line}\n>\n`.repeat(3_000));
    expect(read.diagnostics).toEqual([]);
    expect(read.value.tree.children).toMatchObject([{ type: 'blockquote', children: { length: 3_000 } }]);
    expect(parse(`> > ${line}\n> >\n`.repeat(3_000)).diagnostics).toEqual([]);
    // Signs that are words: no block of code begins within a paragraph.
    for (const between of ['', '     >', '>      >']) {
      const { diagnostics } = parse(`> ${line}\n${between}${between && '\n'}`.repeat(3_000));
      expect(diagnostics.map(({ rule }) => rule)).toEqual(['paragraph-has-bounded-length']);
    }
  });
});
