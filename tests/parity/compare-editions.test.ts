import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bothEditions, compareOne } from './demo.ts';

test('a faithful translation has no finding', () => {
  const source =
    'The [Yavarí](boat:yavari) is [30.5 m](boat:yavari#length) long ([Ruiz, 1990](work:ruiz "p. 3")); see `a`.';
  const msgstr =
    'El [Yavarí](boat:yavari) mide [30.5 m](boat:yavari#length) ([Ruiz, 1990](work:ruiz)); véase `a`.';
  expect(bothEditions(source, { [source]: msgstr }).findings).toEqual([]);
  expect(compareOne(source, msgstr)).toEqual([]);
});

test('a dropped link is found at the translation, with its place in the source', () => {
  expect(compareOne('The [Yavarí](boat:yavari) sails.', 'El Yavarí navega.')).toEqual([
    {
      rule: 'mentions-agree-across-editions',
      at: 'El Yavarí navega.',
      values: { target: 'boat:yavari', expected: 1, found: 0 },
    },
  ]);
});

test('a doubled link is found at its second place', () => {
  const found = compareOne('[A](boat:a) sails.', 'El [A](boat:a) navega, el [B](boat:a).');
  expect(found).toEqual([
    {
      rule: 'mentions-agree-across-editions',
      at: '[B](boat:a)',
      values: { target: 'boat:a', expected: 1, found: 2 },
    },
  ]);
});

test('a link that was not in the source is found', () => {
  expect(compareOne('A boat.', 'Un [barco](boat:a).')).toEqual([
    {
      rule: 'mentions-agree-across-editions',
      at: '[barco](boat:a)',
      values: { target: 'boat:a', expected: 0, found: 1 },
    },
  ]);
});

test.each([
  ['boat:yavari', 'boat:yavary'],
  ['boat:yavari', 'boat:ollanta'],
  ['boat:yavari', 'baot:yavari'],
  ['boat:yavari#length', 'boat:yavari#lenght'],
  ['boat:yavari#length', 'boat:yavari'],
  ['https://example.org/a', 'https://example.org/b'],
])('%s turned into %s is one finding that names both', (expected, found) => {
  expect(compareOne(`See [30 m](${expected}).`, `Véase [30 m](${found}).`)).toEqual([
    { rule: 'link-target-is-kept', at: `[30 m](${found})`, values: { expected, found } },
  ]);
});

test('each swapped link is paired with the nearest', () => {
  const found = compareOne('[A](boat:alpha) and [B](boat:beta).', '[A](boat:alfa) y [B](boat:betta).');
  expect(found.map(({ values }) => values)).toEqual([
    { expected: 'boat:beta', found: 'boat:betta' },
    { expected: 'boat:alpha', found: 'boat:alfa' },
  ]);
});

test('a value that reads otherwise is found with both readings', () => {
  const found = compareOne('It is [30.5 m](boat:a#length) long.', 'Mide [35.0 m](boat:a#length).');
  expect(found).toEqual([
    {
      rule: 'statement-agrees-across-editions',
      at: '[35.0 m](boat:a#length)',
      values: { target: 'boat:a#length', expected: '30.5 m', found: '35 m', words: '35.0 m' },
    },
  ]);
});

test('values that are written otherwise but read the same agree', () => {
  expect(
    compareOne('On [October 26, 1998](boat:a#launched).', 'El [26 de octubre de 1998](boat:a#launched).'),
  ).toEqual([]);
  expect(compareOne('It has [two](boat:a#pieces) parts.', 'Tiene [dos](boat:a#pieces) partes.')).toEqual([]);
  expect(compareOne('It is [2,766 m](boat:a#length).', 'Mide [2,766 m](boat:a#length).')).toEqual([]);
});

test('relations may change their order, not their objects', () => {
  const both = '[A](boat:x#owner "boat:a") and [B](boat:x#owner "boat:b").';
  expect(compareOne(both, '[B](boat:x#owner "boat:b") y [A](boat:x#owner "boat:a").')).toEqual([]);
  const found = compareOne(both, '[B](boat:x#owner "boat:c") y [A](boat:x#owner "boat:a").');
  expect(found.map(({ rule, values }) => [rule, values])).toEqual([
    [
      'statement-agrees-across-editions',
      { target: 'boat:x#owner', expected: 'boat:b', found: 'boat:c', words: 'boat:c' },
    ],
  ]);
});

test('text may differ, that is what translations are for', () => {
  expect(compareOne('Built [to sail](boat:a#purpose).', 'Hecho [para navegar](boat:a#purpose).')).toEqual([]);
});

test('a locator may be abbreviated in the language, not point elsewhere', () => {
  const cited = 'So it is ([Ruiz](work:ruiz "pp. 3–5")).';
  expect(compareOne(cited, 'Así es ([Ruiz](work:ruiz "págs. 3-5")).')).toEqual([]);
  expect(compareOne(cited, 'Así es ([Ruiz](work:ruiz)).')).toEqual([]);
  expect(compareOne(cited, 'Así es ([Ruiz](work:ruiz "pp. 3–6")).')).toEqual([
    {
      rule: 'locator-agrees-across-editions',
      at: '[Ruiz](work:ruiz \\"pp. 3–6\\")',
      values: { target: 'work:ruiz', expected: 'pp. 3–5', found: 'pp. 3–6' },
    },
  ]);
});

test.each<[string, string, string, string[], string?]>([
  ['inline code', 'Say `a`.', 'Di `b`.', ['`a`', '`b`'], 'code-is-kept'],
  ['an image', 'A boat.', 'Un ![barco](a.png).', ['![](a.png)']],
  ['a reference', 'See [](#box-a).', 'Véase.', ['#box-a']],
  ['a line break', 'One\\\ntwo.', 'Uno dos.', ['\\']],
  ['a note that does not exist', 'A boat.', 'Un barco.[^x]', ['[^x]']],
])('%s is kept', (_, from, to, items, rule = 'inline-markup-agrees-across-editions') => {
  const found = compareOne(from, to);
  expect(found.map((finding) => finding.rule)).toEqual(items.map(() => rule));
  expect(found.map(({ values }) => values.item)).toEqual(items);
});

test('a note that is dropped or called twice is found', () => {
  const body = 'One.[^a] Two.[^b]\n\n[^a]: A.\n\n[^b]: B.';
  const [first = ''] = body.split('\n');
  const notes = (msgstr: string): unknown[] =>
    compareOne(body, '', { [first]: msgstr, 'A.': 'A.', 'B.': 'B.' }).map(({ values }) =>
      Object.values(values),
    );
  expect(notes('Uno.[^b] Dos.[^a]')).toEqual([]);
  expect(notes('Uno.[^a] Dos.')).toEqual([['[^b]', 1, 0]]);
  expect(notes('Uno.[^a] Dos.[^b][^b]')).toEqual([['[^b]', 1, 2]]);
});

test('what shows the source’s words is not compared', () => {
  expect(compareOne('The [Yavarí](boat:yavari) sails.', '')).toEqual([]);
});

test('one change to the links of a translation is always found', () => {
  const links = [
    '[a](boat:a)',
    '[30 m](boat:a#length)',
    '[b](boat:b)',
    '[w](work:w "p. 1")',
    '`c`',
    '[x](https://x.org/)',
  ];
  fc.assert(
    fc.property(
      fc.shuffledSubarray(links, { minLength: 1 }),
      fc.nat(),
      fc.boolean(),
      (chosen, at, doubled) => {
        const victim = at % chosen.length;
        const changed = chosen.flatMap((link, index) =>
          index === victim ? (doubled ? [link, link] : []) : [link],
        );
        expect(compareOne(`s ${chosen.join(' ')}`, `t ${chosen.toReversed().join(' ')}`)).toEqual([]);
        expect(compareOne(`s ${chosen.join(' ')}`, `t ${changed.join(' ')}`)).toHaveLength(1);
      },
    ),
    { numRuns: 100 },
  );
});
