import { describe, expect, test } from 'vitest';
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

/** What no message has: signs for nothing, marks around nothing, two blanks in a row, a place that was not filled. */
const gap = /[∅\uFFFF]| {2}|“[\s—-]*”|"\s*"|``|«\s*»|\{\{|\(\s*\)/u;

describe.each(['en', 'es', 'pt'])('what is not there is told in words in %s:', (language) => {
  const tell = async (paragraph: { en: string; es: string }, files: Record<string, string> = {}) =>
    checkTranslation([paragraph], files, '--lang', language);
  const head = (title: string) => `---
title: ${title}
language: en
licence:
  text: https://creativecommons.org/licenses/by/4.0/
  data: https://creativecommons.org/publicdomain/zero/1.0/
---

The river is long.
`;
  const river = { en: 'The river is long.', es: 'El río es largo.' };

  test.each<[string, { en: string; es: string }, string, Record<string, string>?]>([
    [
      'a unit that only the translation has',
      { en: 'They have 18 boats.', es: 'Tienen 18 km de botes.' },
      'units-agree-across-editions',
    ],
    [
      'a sign of a unit that is gone',
      { en: 'It is 18 % of them.', es: 'Es 18 de ellos.' },
      'units-agree-across-editions',
    ],
    [
      'a number that is gone',
      { en: 'It has 48 old piers.', es: 'Tiene muelles viejos.' },
      'numbers-agree-across-editions',
    ],
    [
      'a full stop that is gone',
      { en: 'The river is long.', es: 'El río es largo' },
      'end-punctuation-agrees',
    ],
    [
      'a link that is gone',
      { en: 'See [the log](https://example.org/log).', es: 'Vea el registro.' },
      'inline-markup-agrees-across-editions',
    ],
    ['a code that is gone', { en: 'Say `hello` now.', es: 'Diga hola ahora.' }, 'code-is-kept'],
    ['a title without words', river, 'front-matter-is-well-formed', { 'source/t/article.md': head('""') }],
    [
      'a base without an address',
      river,
      'configuration-is-valid',
      { 'tinkuy.yaml': 'base: ""\neditions: { en: en-US, es: es-BO }\n' },
    ],
    [
      'a name without words',
      river,
      'value-has-the-right-type',
      { 'source/t/entities/e.yaml': 'place:port:\n  name: { en: "", es: El puerto }\n' },
    ],
    [
      'a quantity without a value',
      river,
      'value-has-the-right-type',
      { 'source/t/entities/e.yaml': 'country:a:\n  name: { en: A, es: A }\n  population: ""\n' },
    ],
  ])('%s', async (_, paragraph, rule, files) => {
    const { findings, messages, helps } = await tell(paragraph, files);
    expect(findings.map((line) => line.split(' ')[0])).toContain(rule);
    expect([...messages, ...helps].filter((message) => gap.test(message))).toEqual([]);
  });

  test.each([
    ['a dash', { en: 'Say `a` now.', es: 'Diga `—` ahora.' }, '—'],
    [
      'the word for nothing',
      { en: 'It says “all of it” here.', es: 'Dice “nothing nada” aquí con 18 nada.' },
      '18',
    ],
    ['the sign of the empty set', { en: 'Say `∅` now.', es: 'Diga `a` ahora.' }, '∅'],
  ])('but what is there is shown as it is: %s', async (_, paragraph, shown) => {
    const { messages } = await tell(paragraph);
    expect(messages.some((message) => message.includes(shown))).toBe(true);
  });
});
