import { expect, test } from 'vitest';
import { checkTranslation } from './check-translation.ts';

const configuration = (editions: string) => ({
  'tinkuy.yaml': `base: https://example.org/rivers/
editions: { en: en-US, ${editions} }
pages: { a: a.md, b: b.md }
`,
  'a.md': '# A\n\nText of a.\n',
  'b.md': '# B\n\nText of b.\n',
});
const paragraph = { en: 'A river.', es: 'Un río.' };

test('a finding at the configuration names the text and the language that it is about', async () => {
  const { findings, messages } = await checkTranslation(
    [paragraph],
    configuration('es: { tag: es-BO, threshold: 1 }'),
  );
  const rule = 'edition-reaches-its-threshold tinkuy.yaml:2';
  expect(findings.map((line) => line.replace(/:\d+$/, ''))).toEqual([rule, rule]);
  for (const [index, page] of ['a.md', 'b.md'].entries())
    expect(messages[index]).toMatch(`of the words of ${page} in es, found no catalog`);
});

test.each([
  ['es', 'de las palabras de a.md en es'],
  ['pt', 'das palavras de a.md em es'],
])('in %s too', async (language, words) => {
  const files = configuration('es: { tag: es-BO, threshold: 1 }');
  const { messages } = await checkTranslation([paragraph], files, '--lang', language);
  expect(messages[0]).toContain(words);
});

test('a text that may have gaps is named where it has no catalog', async () => {
  const { findings, messages } = await checkTranslation(
    [paragraph],
    configuration('es: { tag: es-BO, threshold: 0 }'),
  );
  expect(findings.map((line) => line.split(' ')[0])).toEqual(['edition-is-complete', 'edition-is-complete']);
  expect(messages.map((message) => /all of (\S+),/.exec(message)?.[1]).sort()).toEqual(['a.md', 'b.md']);
});

test.each([
  ['en', 'Expected 18 without a unit as in the source, found km.'],
  ['es', 'Se esperaba 18 sin unidad, como en el original, y se encontró km.'],
  ['pt', 'Esperava-se 18 sem unidade, como no original, mas encontrou-se km.'],
])('a unit that is not there is told in words: %s', async (language, message) => {
  const boats = { en: 'They have 18 boats.', es: 'Tienen 18 km de botes.' };
  expect((await checkTranslation([boats], {}, '--lang', language)).messages).toContain(message);
});
