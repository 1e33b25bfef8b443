import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { createFurniture, findMissingWords } from '../../pipeline/project/furniture.ts';

test('finds words by file and key, with holes and plurals', () => {
  const files = [
    {
      path: 'locales/es/edition.json',
      text: '{"kind":{"box":"Recuadro {{number}}"},"n_one":"uno","n_other":"{{count}} cosas"}',
    },
    { path: 'locales/es/rules.json', text: '{"a-rule":{"message":"Se esperaba <{{x}}>"}}' },
  ];
  const t = createFurniture(files, 'es');
  expect(t('edition:kind.box', { number: 3 })).toBe('Recuadro 3');
  expect(t('kind.box', { number: 3 })).toBe('Recuadro 3');
  expect(t('n', { count: 1 })).toBe('uno');
  expect(t('n', { count: 2 })).toBe('2 cosas');
  expect(t('rules:a-rule.message', { x: '&' })).toBe('Se esperaba <&>');
});

test('a project overrides words one by one; English stands in for what is missing', () => {
  const files = [
    { path: 'locales/en/edition.json', text: '{"a":"A","b":{"c":"C"}}' },
    { path: 'locales/pt/edition.json', text: '{"b":{"c":"Cê","d":"Dê"}}' },
    { path: 'locales/pt/edition.json', text: '{"b":{"d":"outro"}}' },
    { path: 'locales/pt/broken.json', text: '{' },
  ];
  const t = createFurniture(files, 'pt');
  expect([t('a'), t('b.c'), t('b.d'), t('b.e')]).toEqual(['A', 'Cê', 'outro', 'b.e']);
});

test('two languages do not share anything', () => {
  const file = (language: string) => ({
    path: `locales/${language}/edition.json`,
    text: `{"a":"${language}"}`,
  });
  const [en, es] = ['en', 'es'].map((language) => createFurniture([file('en'), file('es')], language));
  expect([en?.('a'), es?.('a')]).toEqual(['en', 'es']);
});

test('the editions’ words are the same in all languages', async () => {
  const holes = (value: unknown, path = ''): string[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => holes(inner, `${path}/${key}`))
      : [
          `${path} ${[...String(value).matchAll(/\{\{\w+\}\}/g)]
            .map(([hole]) => hole)
            .sort()
            .join(' ')}`,
        ];
  const [en, ...others] = await Promise.all(
    ['en', 'es', 'pt'].map(async (language) =>
      holes(JSON.parse(await readFile(`locales/${language}/edition.json`, 'utf8'))),
    ),
  );
  for (const other of others) expect(other).toEqual(en);
});

test.each(['null', '5', '["x"]', '"x"', '{"b": null}', '{"b": ["x"]}', '{"b": {"c": "x"}}'])(
  'words that have another form than the tool’s are left out: %s',
  (words) => {
    const texts = ['{"a": {"b": "en"}}', '{"a": {"b": "es"}}', `{"a": ${words}}`];
    const files = texts.map((text, index) => ({ path: `locales/${index ? 'es' : 'en'}/edition.json`, text }));
    expect(createFurniture(files, 'es')('a.b')).toBe('es');
    expect(findMissingWords(files, 'es')).toEqual([]);
  },
);

test.each(['null', '5', '["x"]', '"x"', '{"b": null}'])(
  'of a language of the project’s own too: %s',
  (words) => {
    const texts = ['{"a": {"b": "en"}}', `{"a": ${words}}`];
    const files = texts.map((text, index) => ({ path: `locales/${index ? 'qu' : 'en'}/edition.json`, text }));
    expect(createFurniture(files, 'qu')('a.b')).toBe('en');
    expect(findMissingWords(files, 'qu')).toHaveLength(1);
  },
);
