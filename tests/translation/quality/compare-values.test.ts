import { describe, expect, test } from 'vitest';
import { compareValues } from '../../../pipeline/rules/quality/compare-values.ts';
import { editionWords } from '../../edition-words.ts';
import { vocabulary } from '../demo.ts';

const finders = new Map(
  ['en-US', 'pt-BR', 'es-PE', 'es-EC'].map((tag) => [tag, editionWords(tag, vocabulary).findValues]),
);
const findIn = (tag: string, text: string) => finders.get(tag)?.(text) ?? [];

/** What differs between an English text and a translation; what stands in braces parity has compared already. */
function compare(source: string, target: string, tag = 'pt-BR'): Record<string, string[]> {
  const read = (marked: string) => {
    const text = marked.replace(/[{}]/g, '');
    const stated = [...marked.matchAll(/\{([^}]*)\}/g)].map(({ index, 1: words = '' }, at) => {
      return { start: index - 2 * at, end: index - 2 * at + words.length };
    });
    return { text, stated };
  };
  const [own, other] = [read(source), read(target)];
  const found = compareValues(
    { values: findIn('en-US', own.text), stated: own.stated },
    { values: findIn(tag, other.text), stated: other.stated },
  );
  const words = ({ start, end }: { start: number; end: number }, text: string) => text.slice(start, end);
  const pairs = (list: typeof found.changed) =>
    list.map((pair) => `${words(pair.source, own.text)} → ${words(pair.target, other.text)}`);
  const all = {
    changed: pairs(found.changed),
    misread: pairs(found.misread),
    unitChanged: pairs(found.unitChanged),
    missing: found.missing.map((value) => words(value, own.text)),
    extra: found.extra.map((value) => words(value, other.text)),
  };
  return Object.fromEntries(Object.entries(all).filter(([, list]) => list.length > 0));
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
    ['12/05/2019', '12/05/2019', { changed: ['05 → 12', '12 → 05'] }],
    ['1,528 km', '1,528 km', { misread: ['1,528 → 1,528'] }],
    ['70.5%', '70.5%', { misread: ['70.5 → 70.5'] }],
    ['1.528 km', '1.528 km', { changed: ['1.528 → 1.528'] }],
    ['120 km', '120 m', { unitChanged: ['120 → 120'] }],
    ['28%', '28', { unitChanged: ['28 → 28'] }],
    ['€ 5', 'US$ 5', { unitChanged: ['5 → 5'] }],
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
  expect(compare('1,528.5 km', '1,528.5 km', 'es-EC')).toEqual({ misread: ['1,528.5 → 1,528.5'] });
});
