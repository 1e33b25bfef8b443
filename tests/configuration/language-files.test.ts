import { describe, expect, test } from 'vitest';
import type { ProjectFiles } from '../../pipeline/model.ts';
import { checkLanguageFiles, readLanguageFile } from '../../pipeline/project/language-files.ts';

const path = 'locales/es/quality.json';
const tool = { abbreviations: ['p. ej.'], contractions: { del: 'de el' }, lengthRatio: [0.5, 2] };

function project(text: string, at = path): ProjectFiles {
  return { builtin: [{ path, text: JSON.stringify(tool) }], own: [{ path: at, text }] };
}

const read = (text: string): Record<string, unknown> => readLanguageFile(project(text), path, {});
const check = (text: string, at?: string): string[] =>
  checkLanguageFiles(project(text, at)).map(({ rule, values, location: { start } }) => {
    expect(rule).toBe('language-file-is-well-formed');
    return `${values.context ?? 'syntax'} ${start.line}:${start.column}`;
  });

test('a project lays its own keys over those of the tool', () => {
  expect(read('{"abbreviations": ["cf."]}')).toEqual({ ...tool, abbreviations: ['cf.'] });
});

describe('what is amiss is found at its place, and is not used', () => {
  test.each([
    ['{\n  "abbreviations": [,]\n}', 'syntax 2:21'],
    ['["cf."]', 'object 1:1'],
    ['{"abbreviations": "cf."}', 'form 1:19'],
    ['{"abbreviations": [1]}', 'form 1:20'],
    ['{"contractions": {"al": ["a", "el"]}}', 'form 1:25'],
    ['{"lengthRatio": {}}', 'form 1:17'],
    ['', 'syntax 1:1'],
  ])('%s', (text, found) => {
    expect(check(text)).toEqual([found]);
    expect(read(text)).toEqual(tool);
  });
});

test('the rest of a file is used', () => {
  expect(read('{"abbreviations": 5, "contractions": {"al": "a el"}}')).toEqual({
    ...tool,
    contractions: { del: 'de el', al: 'a el' },
  });
});

test('keys that the tool does not have, and other languages, are free in form where nothing is known of them', () => {
  expect(check('{"own": [1, "a"]}')).toEqual([]);
  expect(check('{"abbreviations": ["c.-à-d."]}', 'locales/fr/quality.json')).toEqual([]);
  expect(check('{"abbreviations": {}}', 'locales/fr/quality.json')).toEqual(['form 1:19']);
});

describe('units', () => {
  const words = { units: { km: { forms: ['km'], symbol: 'km' }, m: { symbol: 'm' } } };
  const values = 'locales/pt/values.json';
  const projectOf = (text: string): ProjectFiles => ({
    builtin: [{ path: values, text: JSON.stringify(words) }],
    own: [{ path: values, text }],
  });

  test('one that is added is one more, and what it does not say of a known one stays', () => {
    const text = '{"units": {"knot": {"symbol": "kn"}, "km": {"forms": ["quilômetro"]}}}';
    expect(readLanguageFile(projectOf(text), values, {})).toEqual({
      units: { km: { forms: ['quilômetro'], symbol: 'km' }, m: { symbol: 'm' }, knot: { symbol: 'kn' } },
    });
  });

  test.each([
    ['{"units": {"knot": {"symbol": "km"}}}', 'shared 1:31'],
    ['{"units": {"knot": {"forms": ["nó", "m"]}}}', 'shared 1:37'],
    ['{"units": {"a": {"symbol": "x"}, "b": {"symbol": "x"}}}', 'shared 1:28, shared 1:50'],
    ['{"units": {"a": {"symbol": "x"}, "a": {"symbol": "y"}}}', 'yaml-key-is-unique 1:34'],
  ])('%s', (text, found) => {
    const told = checkLanguageFiles(projectOf(text)).map(
      ({ rule, values: { context = rule }, location: { start } }) =>
        `${context} ${start.line}:${start.column}`,
    );
    expect(told.join(', ')).toBe(found);
  });

  test('no key changes what objects are', () => {
    const text = '{"units": {"__proto__": {"symbol": "x"}}}';
    const { units } = readLanguageFile<{ units: Record<string, unknown> }>(projectOf(text), values, {
      units: {},
    });
    expect(Object.getPrototypeOf(units)).toBe(Object.prototype);
  });
});
