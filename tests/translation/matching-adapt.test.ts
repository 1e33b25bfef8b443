import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createAdapter } from '../../pipeline/translation/matching/create-adapter.ts';
import { codesIn } from './codes-in.ts';
import { namesGlossary } from './names-glossary.ts';

const glossary = namesGlossary({
  'country:ecuador': { en: 'Ecuador', es: 'Ecuador', pt: 'Equador' },
  'country:bolivia': { en: 'Bolivia', es: 'Bolivia', pt: 'Bolívia' },
  'concept:cooperation': { en: 'cross-border cooperation', pt: 'cooperação transfronteiriça' },
  'concept:integration': { en: 'border integration', pt: 'integração fronteiriça' },
});

/** Adapts a translation into the language of a tag. */
function adaptTo(tag: string) {
  const target = { language: tag.slice(0, 2), tag };
  const adapt = createAdapter({
    footnotes: ['a', 'b'],
    source: { language: 'en', tag: 'en-US' },
    target,
    glossary,
  });
  return (msgid: string, msgstr: string, fresh: string) => adapt({ msgid, msgstr }, fresh);
}

const toPortuguese = adaptTo('pt-BR');

test.each([
  ['pt-BR', '1.528,5 km', '1.530,50 km'],
  ['es-PE', '1,528.5 km', '1,530.50 km'],
  ['es-EC', '1.528,5 km', '1.530,50 km'],
  ['fr-FR', '1\u202f528,5 km', '1\u202f530,50 km'],
  ['ar-EG', '١٬٥٢٨٫٥ كم', '١٬٥٣٠٫٥٠ كم'],
])('%s: a number is written as the locale and the translator write it', (tag, before, after) => {
  const adapted = adaptTo(tag)(
    'It has [1,528.5 km](border:ec-pe#length).',
    `[${before}](border:ec-pe#length)`,
    'It has [1,530.50 km](border:ec-pe#length).',
  );
  expect(adapted).toEqual({ msgstr: `[${after}](border:ec-pe#length)`, complete: true });
});

test.each([
  ['thousands without a sign stay without one', '21,528 km', '21528 km', '31,530 km', '31530 km'],
  ['a year has none', 'in 1998', 'em 1998', 'in 2001', 'em 2001'],
  ['four figures may grow to five', '9,528 km', '9528 km', '10,530 km', '10.530 km'],
  ['a share', '5.5% of 12', '5,5% de 12', '6.25% of 14', '6,25% de 14'],
  [
    'day and year of a date',
    'October 26, 1998',
    '26 de outubro de 1998',
    'October 27, 1999',
    '27 de outubro de 1999',
  ],
  ['two numbers that change places', '5 and 12', '12 e 5', '12 and 5', '5 e 12'],
  ['the same number twice', '5 and 5', '5 e 5', '7 and 7', '7 e 7'],
  ['a version, which is no number', 'version 1.2.3', 'versão 1.2.3', 'version 1.3.0', 'versão 1.3.0'],
])('%s', (_, before, translation, after, expected) => {
  expect(toPortuguese(before, translation, after)).toEqual({ msgstr: expected, complete: true });
});

test.each([
  ['a number in words', '5 countries', 'cinco países', '6 countries'],
  ['a number that the translation has twice', '5 countries', '5 países, 5 povos', '6 countries'],
  ['a number that becomes two', '5 and 5', '5 e 5', '5 and 6'],
  ['a number in the writing of another language', '1,528 km', '1,528 km', '1,530 km'],
  ['a link that the translation lost', 'In [Peru](country:peru)', 'Lá', 'In [Chile](country:chile)'],
])('%s is left to the translator', (_, before, translation, after) => {
  expect(toPortuguese(before, translation, after)).toEqual({ msgstr: translation, complete: false });
});

test.each([
  [
    'the name of another entity',
    'With [Ecuador](country:ecuador) and [Peru](country:peru).',
    'Com o [Equador](country:ecuador) e o [Peru](country:peru).',
    'With [Bolivia](country:bolivia) and [Peru](country:peru).',
    'Com o [Bolívia](country:bolivia) e o [Peru](country:peru).',
  ],
  [
    'a capital at the beginning',
    '[Cross-border cooperation](concept:cooperation) grows.',
    '[Cooperação transfronteiriça](concept:cooperation) cresce.',
    '[Border integration](concept:integration) grows.',
    '[Integração fronteiriça](concept:integration) cresce.',
  ],
  [
    'a name that is the same in both languages',
    '([Kahhat, 2007](work:kahhat-2007 "p. 25"))',
    '([Kahhat, 2007](work:kahhat-2007 "p. 25"))',
    '([Oddone, 2009](work:oddone-2009 "p. 26"))',
    '([Oddone, 2009](work:oddone-2009 "p. 26"))',
  ],
  [
    'only the property',
    '[5 km](border:ec-pe#length)',
    '[5 km](border:ec-pe#length)',
    '[5 km](border:ec-pe#width)',
    '[5 km](border:ec-pe#width)',
  ],
  [
    'a title that the translator left out',
    '[almost five million](org:x#population "5000000")',
    '[quase cinco milhões](org:x#population)',
    '[almost five million](org:x#population "4900000")',
    '[quase cinco milhões](org:x#population)',
  ],
  [
    'values of one relation, told by their titles',
    '[Ecuador](treaty:x#party "country:ecuador") and [Bolivia](treaty:x#party "country:bolivia")',
    '[Equador](treaty:x#party "country:ecuador") e [Bolívia](treaty:x#party)',
    '[Ecuador](treaty:y#party "country:ecuador") and [Bolivia](treaty:y#party "country:bolivia")',
    '[Equador](treaty:y#party "country:ecuador") e [Bolívia](treaty:y#party)',
  ],
  ['the label of a note', 'A lake.[^a]', 'Um lago.[^a]', 'A lake.[^b]', 'Um lago.[^b]'],
  [
    'inline code and an address beside escapes',
    'See `a` \\[x\\] [a](https://a.example)',
    'Veja `a` \\[x\\] [a](https://a.example)',
    'See `b` \\[x\\] [a](https://b.example)',
    'Veja `b` \\[x\\] [a](https://b.example)',
  ],
  [
    'a link without words',
    '[](border:ec-pe#length)',
    '[](border:ec-pe#length)',
    '[](border:co-pe#length)',
    '[](border:co-pe#length)',
  ],
])('%s is exchanged', (_, before, translation, after, expected) => {
  expect(toPortuguese(before, translation, after)).toEqual({ msgstr: expected, complete: true });
});

test('words that are no name stay; the address follows', () => {
  const { msgstr, complete } = toPortuguese(
    'the [neighbor in the north](country:ecuador)',
    'o [vizinho ao norte](country:ecuador)',
    'the [neighbor in the east](country:bolivia)',
  );
  expect(msgstr).toBe('o [vizinho ao norte](country:bolivia)');
  expect(complete).toBe(false);
});

const word = fc.constantFrom('lake', 'boat', 'north', 'of the', 'Puno', 'a & b', 'x < y', '10:30', 'n.º');
const entity = fc.constantFrom('country:peru', 'country:ecuador', 'border:ec-pe#length', 'work:kahhat-2007');
const figures = fc.integer({ min: 0, max: 9_999_999 });
const english = new Intl.NumberFormat('en-US');
const portuguese = new Intl.NumberFormat('pt-BR');

/** A part of a segment: what is written in English and in Portuguese. */
const part = fc.oneof(
  word.map((text): [string, string] => [text, text.toUpperCase()]),
  figures.map((value): [string, string] => [english.format(value), portuguese.format(value)]),
  fc.tuple(word, entity).map(([text, url]): [string, string] => [`[${text}](${url})`, `[${text}x](${url})`]),
  fc
    .tuple(figures, entity)
    .map(([value, url]): [string, string] => [
      `[${english.format(value)}](${url})`,
      `[${portuguese.format(value)}](${url})`,
    ]),
  fc.constantFrom('a', 'b').map((label): [string, string] => [`[^${label}]`, `[^${label}]`]),
);
const anySegment = fc.oneof(
  fc.string(),
  fc.array(part, { minLength: 1, maxLength: 8 }).map((parts) => parts.map(([text]) => text).join(' ')),
);

const formsOf = (markdown: string): string[] => codesIn(markdown, ['a', 'b']);

test('law: for the same segment a translation stays as it is', () => {
  fc.assert(
    fc.property(anySegment, anySegment, (msgid, msgstr) => {
      expect(toPortuguese(msgid, msgstr, msgid).msgstr).toBe(msgstr);
    }),
  );
});

test('law: a number in a sentence is exchanged for any other', () => {
  fc.assert(
    fc.property(fc.array(word), figures, figures, fc.array(word), (before, first, second, after) => {
      fc.pre(first !== 10 && first !== 30 && second !== first);
      const write = (value: string) => [...before, value, ...after].join(' / ');
      const { msgstr, complete } = toPortuguese(
        write(english.format(first)),
        write(portuguese.format(first)),
        write(english.format(second)),
      );
      expect({ msgstr, complete }).toEqual({ msgstr: write(portuguese.format(second)), complete: true });
    }),
  );
});

test('law: what differs in numbers, links and notes only comes with exactly the codes of the new segment', () => {
  const slots = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 2, maxLength: 12 });
  fc.assert(
    fc.property(slots, fc.array(word, { minLength: 12, maxLength: 12 }), (ids, words) => {
      const half = Math.floor(ids.length / 2);
      const write = (own: number[], tail: string) =>
        own
          .map(
            (id, at) =>
              `${words[at]}${tail} ${id % 3 === 0 ? `[${words[at]}](place:p${id}#area)` : `[${words[at]}](place:p${id})`}`,
          )
          .join(', ');
      const [old, fresh] = [ids.slice(0, half), ids.slice(half, 2 * half)];
      const { msgstr } = toPortuguese(write(old, ''), write(old.toReversed(), 'x'), write(fresh, ''));
      expect(formsOf(msgstr).sort()).toEqual(formsOf(write(fresh, '')).sort());
    }),
  );
});

test('law: no text breaks it, and codes are neither lost nor doubled', () => {
  fc.assert(
    fc.property(anySegment, anySegment, anySegment, (msgid, msgstr, fresh) => {
      expect(formsOf(toPortuguese(msgid, msgstr, fresh).msgstr)).toHaveLength(formsOf(msgstr).length);
    }),
  );
});
