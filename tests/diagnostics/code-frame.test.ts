import { expect, test } from 'vitest';
import { codeFrame } from '../../pipeline/rules/report/code-frame.ts';
import { marked } from './make-report.ts';

const plain = { gutter: (text: string) => text, caret: (text: string) => text };

function frame(source: string, width = 60): string {
  const { text, location } = marked('a.md', source);
  return codeFrame(text.split('\n'), location, width, plain).join('\n');
}

test('the range is marked under its line', () => {
  expect(frame('one\ntwo ‹three› four')).toBe(' 2 │ two three four\n   │     ^^^^^');
});

test('an empty range, also at the end of a line or of an empty file, gets one caret', () => {
  expect(frame('one ‹two')).toBe(' 1 │ one two\n   │     ^');
  expect(frame('one‹\ntwo')).toBe(' 1 │ one\n   │    ^');
  expect(frame('‹')).toBe(' 1 │ \n   │ ^');
});

test('a paragraph is one long line: a window around the range is shown', () => {
  const words = 'word '.repeat(200);
  const shown = frame(`${words}‹here›${words}`, 40);
  expect(shown).toMatchInlineSnapshot(`
    " 1 │ …word word word hereword word word…
       │                 ^^^^"
  `);
  for (const line of shown.split('\n')) expect(line.length).toBeLessThanOrEqual(40);
});

test('a range wider than the window fills it', () => {
  const shown = frame(`before ‹${'x'.repeat(500)}› after`, 30);
  expect(shown).toMatch(/^ 1 │ …x+…\n {3}│ {2}\^+$/);
  for (const line of shown.split('\n')) expect(line.length).toBeLessThanOrEqual(30);
});

test('a line of five megabytes is shown as a short one is; tests/bench/code-frame.mjs says at what cost', () => {
  const around = (text: string) => frame(`${text}‹aquí›${text}`);
  const shown = around('palabra '.repeat(700_000));
  expect(shown).toContain('palabra aquípalabra');
  expect(shown).toBe(around('palabra '.repeat(100)));
});

test('wide letters, accents, emoji and tabs keep the carets under the words', () => {
  expect(frame('東京 ‹Lima›')).toBe(' 1 │ 東京 Lima\n   │      ^^^^');
  expect(frame('cafe\u0301 ‹Lima›')).toBe(' 1 │ cafe\u0301 Lima\n   │      ^^^^');
  expect(frame('👩‍👧 ‹Lima›')).toBe(' 1 │ 👩‍👧 Lima\n   │    ^^^^');
  expect(frame('\t‹key›: 1')).toBe(' 1 │   key: 1\n   │   ^^^');
});

test('hidden characters are shown, and none reaches the terminal', () => {
  expect(frame('a‹\u200B›b \u001B[31mred\u202E')).toBe(
    ' 1 │ a<U+200B>b <U+001B>[31mred<U+202E>\n   │  ^^^^^^^^',
  );
});

test('a range over many lines is shown by its first three', () => {
  expect(frame('a ‹b\n  c\nd\ne› f')).toBe(
    [' 1 │ a b', '   │   ^', ' 2 │   c', '   │   ^', ' 3 │ d', '   │ ^'].join('\n'),
  );
});

test('a place that is not in the text has no frame', () => {
  const point = { line: 9, column: 1 };
  expect(codeFrame(['one'], { path: 'a.md', start: point, end: point }, 60, plain)).toEqual([]);
});
