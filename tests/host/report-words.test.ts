import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readCommandWords, readReportWords } from '../../pipeline/host/read-words.ts';
import type { Diagnostic } from '../../pipeline/model.ts';
import { packageRoot } from '../package-root.ts';

const point = { line: 1, column: 1, offset: 0 };
const location = { path: 'a.md', start: point, end: point };
/** What no message has, nor has it two blanks in a row or marks around nothing. */
const gaps = /∅| {2}|“”|``|""|«»|\uFFFF|\{\{/u;

describe.each(['en', 'es', 'pt'])('the messages of all rules in %s', (language) => {
  const words: Record<string, Record<string, string>> = JSON.parse(
    readFileSync(`${packageRoot}locales/${language}/rules.json`, 'utf8'),
  );
  const entries = Object.entries(words).flatMap(([rule, messages]) =>
    Object.entries(messages).map(([key, text]) => ({ rule, key, text })),
  );
  const say = readCommandWords(language);
  const any: Diagnostic = { rule: 'record-is-used', location, values: {}, related: [] };
  const report = readReportWords(language, say, [any]);

  test('say that there is nothing where a value is empty, and show no sign for it', () => {
    expect(entries.length).toBeGreaterThan(300);
    const told = entries.map(({ rule, key, text }) => {
      const [part = '', context = '', ...plural] = key.split('_');
      const names = [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name = '']) => name);
      const values = {
        ...Object.fromEntries(names.map((name) => [name, name === 'count' ? 1 : ''])),
        ...(context === '' || plural.length > 0 ? {} : { context }),
      };
      // A phrase fills a hole of a message.
      const around = { context: 'anyOf', property: 'p', number: 2, nearest: 'n', found: 'f' };
      const told = part === 'phrase' ? { values: around, phrases: { expected: [values] } } : { values };
      const finding = { rule, location, ...told, related: [] } as unknown as Diagnostic;
      return part === 'help' ? report.help(finding) : report.message(finding);
    });
    expect(told.filter((message) => gaps.test(message))).toEqual([]);
    expect(told.filter((message) => message === '')).toEqual([]);
    const holes = entries.filter(({ text }) => /\{\{(?!count)/.test(text)).length;
    const nothing = told.filter((message) => message.includes(say('report.nothing')));
    expect(nothing.length).toBeGreaterThan(holes / 2);
  });
});
