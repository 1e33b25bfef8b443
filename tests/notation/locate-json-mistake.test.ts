import { expect, test } from 'vitest';
import { checkLanguageFiles } from '../../pipeline/project/language-files.ts';

test.each([
  ['{\n  "a": 1,\n  ‸}', 'a comma too many'],
  ['{\n  "a": 1\n  ‸"b": 2\n}', 'a comma too few'],
  ['{ "a": [1, 2‸}', 'a bracket that is not closed'],
  ['{ "a": ‸*m"] }', 'a sign that begins nothing'],
  ['{ ‸a: 1 }', 'a name without quotation marks'],
  ['{ "a": ‸"b\n }', 'a text that is not closed'],
  ['{ "a": ‸01 }', 'a zero in front'],
  ['{ "a": 1 }\n‸{}', 'something after the end'],
  ['{ "a": 1\n‸', 'the end too early'],
  ['‸', 'nothing'],
])('%j: %s', (marked) => {
  const offset = marked.indexOf('‸');
  const text = marked.replace('‸', '');
  expect(() => JSON.parse(text)).toThrow(SyntaxError);
  const before = text.slice(0, offset).split('\n');
  const place = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, offset };
  const [found] = checkLanguageFiles({ builtin: [], own: [{ path: 'locales/es/own.json', text }] });
  expect(found?.location.start).toEqual(place);
});
