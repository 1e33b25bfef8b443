import { describe, expect, test } from 'vitest';
import { editionWords } from '../../edition-words.ts';
import { cldr } from '../../values/edition.ts';
import { vocabulary } from '../demo.ts';
import { contextOf, judgeAll, pairOf } from './pair-of.ts';

const finders = new Map(
  ['en-US', 'pt-BR', 'es-PE', 'es-EC'].map((tag) => [
    tag,
    editionWords(tag, vocabulary, { cldr }).findValues,
  ]),
);
const sideOf = (tag: string) => ({ tag, findValues: (text: string) => finders.get(tag)?.(text) ?? [] });

/** What a difference is, by the rule that tells of it. */
const kinds: Record<string, string> = {
  'numbers-agree-across-editions': 'changed',
  'dates-agree-across-editions': 'changed',
  'numbers-follow-the-locale': 'misread',
  'units-agree-across-editions': 'other',
};

/** What differs between an English text and a translation; what stands in braces states a value, which parity has compared. */
function compare(source: string, target: string, tag = 'pt-BR'): Record<string, string[]> {
  const language = tag.slice(0, 2);
  const asLinks = (text: string) => text.replace(/\{([^}]*)\}/g, '[$1](boat:a#length)');
  const context = contextOf(['en', language]);
  const pair = pairOf(asLinks(source), asLinks(target));
  const findings = judgeAll([pair], {
    ...context,
    source: { ...context.source, ...sideOf('en-US') },
    target: { ...context.target, ...sideOf(tag) },
  });
  const all: Record<string, string[]> = {};
  for (const { rule, values, location } of findings) {
    const kind = kinds[rule];
    if (kind === undefined) continue;
    const at = pair.target.markdown.slice(location.start.offset, location.end.offset);
    if (values.found !== undefined && kind === 'changed') expect(at).toBe(values.found);
    // A unit that one side lacks has messages of its own.
    const name = kind === 'unitChanged' ? kind : String(values.context ?? kind);
    const told: Record<string, unknown> = {
      missing: values.expected,
      extra: values.found,
      other: `${at} ${values.expected} → ${values.found}`,
      lost: `${at} ${values.expected}`,
      none: `${at} ${values.found}`,
    };
    all[name] = [...(all[name] ?? []), String(told[name] ?? `${values.expected} → ${at}`)];
  }
  return all;
}

describe('agree', () => {
  test.each([
    ['1,528.5 km of 54.1%', 'de 54,1% são 1.528,5 km'],
    ['five of 12', '5 de doze'],
    ['the 19th century', 'o século XIX'],
    ['the nineteenth century', 'o século XIX'],
    ['the 1990s', 'os anos noventa'],
    ['the two are not alike', 'ambos não são iguais'],
    ['US$ 1.5 million', '1,5 milhão de dólares'],
    ['between 10 and 15 km', 'entre 10 km e 15 km'],
    ['5 people', 'cinco participantes'],
    ['12/05/2019', '5 de dezembro de 2019'],
    ['May 13, 1999', '13/05/1999'],
    ['Law No. 27867', 'Lei n.º 27.867'],
    ['Law No. 27.867', 'Lei n.º 27.867'],
    ['one border', 'uma fronteira'],
    ['once, in 1995–98', 'uma vez, de 1995 a 1998'],
    ['{eight} countries, all', '{oito} países, todos os oito'],
    ['{May 13}, 1999', '{13 de maio de 1999}'],
    ['{almost 5 million}', '{6 milhões}'],
  ])('%s = %s', (source, target) => {
    expect(compare(source, target)).toEqual({});
  });
});

describe('differ', () => {
  test.each([
    ['in 1998', 'em 1989', { changed: ['1998 → 1989'] }],
    ['20 of 30', '200 de 30', { changed: ['20 → 200'] }],
    ['12/05/2019', '12/05/2019', { changed: ['12 → 05', '05 → 12'] }],
    ['1,528 km', '1,528 km', { misread: ['1528 → 1,528'] }],
    ['70.5%', '70.5%', { misread: ['70.5 → 70.5'] }],
    ['1.528 km', '1.528 km', { changed: ['1.528 → 1.528'] }],
    ['120 km', '120 m', { other: ['120 km → m'] }],
    ['28%', '28', { lost: ['28 %'] }],
    ['28', '28 km', { none: ['28 km'] }],
    ['€ 5', 'US$ 5', { other: ['5 € → US$'] }],
    ['three neighbors', 'quatro vizinhos', { changed: ['three → quatro'] }],
    ['the third', 'o quarto', { changed: ['third → quarto'] }],
    ['three neighbors', '4 vizinhos', { changed: ['three → 4'] }],
    ['in May 1999', 'em março de 1999', { changed: ['May → março'] }],
    ['in June', 'em julho', { changed: ['June → julho'] }],
    ['in 1998', 'então', { missing: ['1998'] }],
    ['then', 'em 1998', { extra: ['1998'] }],
    ['Two, and the fourth', 'Quatro, e o quarto', { changed: ['Two → Quatro'] }],
    ['on both sides', 'nos quatro lados', { extra: ['quatro'] }],
    ['{5 km} in 1998', '{6 km} em 1999', { changed: ['1998 → 1999'] }],
  ])('%s ≠ %s', (source, target, differences) => {
    expect(compare(source, target)).toEqual(differences);
  });
});

test('one country, two ways to write: es-PE has the point that es-EC has not', () => {
  expect(compare('1,528.5 km', '1,528.5 km', 'es-PE')).toEqual({});
  expect(compare('1,528.5 km', '1,528.5 km', 'es-EC')).toEqual({ misread: ['1528.5 → 1,528.5'] });
});
