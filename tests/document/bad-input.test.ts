import { describe, expect, test } from 'vitest';
import { segmentDocument } from '../../pipeline/text/segments.ts';
import { parseSegment, stringify } from '../../pipeline/text/syntax.ts';
import { extractFrom, parse } from './sample.ts';

/** Longest that any of these may take, in milliseconds; a test machine may be slow. */
const patience = 15_000;

const hostile: [name: string, text: string][] = [
  ['a paragraph of 5 MB', 'lorem ipsum '.repeat(420_000)],
  ['a word of 5 MB', 'x'.repeat(5_000_000)],
  ['a line of 5 MB of brackets', '['.repeat(5_000_000)],
  ['a list of 10,000 levels on one line', `${'- '.repeat(10_000)}x`],
  ['a quotation of 10,000 levels', `${'>'.repeat(10_000)} x`],
  [
    'a list of 2,000 levels, line by line',
    Array.from({ length: 2_000 }, (_, level) => `${'  '.repeat(level)}- x`).join('\n'),
  ],
  ['10,000 containers in each other', `${':::box\n'.repeat(10_000)}x\n`],
];

const costly: [name: string, text: string][] = [
  ['emphasis in emphasis', `${'*a _b '.repeat(1_600)}${'b_ a* '.repeat(1_600)}`],
  ['as much emphasis as is read', `${'*a _b '.repeat(249)}${'b_ a* '.repeat(249)}`],
  ['brackets', '['.repeat(19_000)],
  ['links that do not end', '[a](b '.repeat(3_000)],
  ['exclamations', '!['.repeat(9_000)],
  ['backticks', Array.from({ length: 180 }, (_, count) => '`'.repeat(count)).join(' ')],
  ['pipes', `| a |\n| - |\n${'|'.repeat(19_000)}`],
  ['deep emphasis', `${'*a **b '.repeat(200)}x${' b** a*'.repeat(200)}`],
  ['99 levels', `${'> '.repeat(99)}x`],
  [
    '99 containers',
    `${Array.from({ length: 99 }, (_, level) => ':'.repeat(200 - level))
      .map((fence) => `${fence}box\n`)
      .join('')}x\n`,
  ],
];

describe('hostile texts', () => {
  test.each(hostile)('%s is reported', { timeout: patience }, (_, text) => {
    const { value, diagnostics } = parse(`---\ntitle: x\n---\n\n${text}\n`);
    expect(diagnostics.map(({ rule }) => rule)).toContainEqual(
      expect.stringMatching(/^(nesting-is-shallow|paragraph-has-bounded-length)$/),
    );
    expect(diagnostics[0]?.location.start.line).toBeGreaterThanOrEqual(5);
    expect(value.tree.children).toEqual([]);
  });

  test.each(costly)('%s is read, or reported', { timeout: patience }, (_, text) => {
    const { value } = parse(`${text}\n`);
    segmentDocument(value);
    stringify(value.tree);
    parseSegment(text, { footnotes: [] });
    extractFrom(`${text}\n`);
  });

  test('a long book of short paragraphs is read', { timeout: patience }, () => {
    const paragraph = `${'Lorem ipsum dolor sit amet. '.repeat(20)}\n\n`;
    const { value, diagnostics } = parse(paragraph.repeat(2_000));
    expect(diagnostics).toEqual([]);
    expect(value.tree.children).toHaveLength(2_000);
  });

  test('lists and tables of any length are read', { timeout: patience }, () => {
    expect(parse('- an item of a list\n'.repeat(3_000)).diagnostics).toEqual([]);
    expect(parse(`| a |\n| - |\n${'| a cell of a table |\n'.repeat(3_000)}`).diagnostics).toEqual([]);
  });
});
