import data from 'cldr-core/supplemental/currencyData.json' with { type: 'json' };
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { propertyOfKind, vocabulary } from '../document/sample.ts';
import { editionWords } from '../edition-words.ts';
import { cldr, editionOf } from './edition.ts';

/** "13.5 PEN", or the rule that the words break. */
function amountIn(tag: string, words: string, units: string[] = []): string {
  const read = editionOf(tag, 'money', { units }).read(words) as Record<string, string>;
  return read.rule === undefined ? `${read.value} ${read.currency}` : String(read.rule);
}

describe('amounts are read as their language writes them:', () => {
  test.each([
    ['pt-BR', 'R$ 187,40', '187.4 BRL'],
    ['pt-BR', 'R$187,40', '187.4 BRL'],
    ['pt-BR', '-R$ 187,40', '-187.4 BRL'],
    ['pt-BR', 'R$ 1,2 mi', '1200000 BRL'],
    ['pt-BR', '3 bilhões de dólares americanos', '3000000000 USD'],
    ['pt-BR', '13 sóis', '13 PEN'],
    ['pt-BR', 'S/ 13,50', '13.5 PEN'],
    ['pt-BR', '2 reais', '2 BRL'],
    ['en-US', 'US$ 1.2 million', '1200000 USD'],
    ['en-US', '$1.2m', '1200000 USD'],
    ['en-US', '$5bn', '5000000000 USD'],
    ['en-US', '5 dollars', '5 USD'],
    ['en-US', 'U.S. dollars', 'value-is-readable'],
    ['en-US', '13 soles', '13 PEN'],
    ['en-US', 'thirteen soles', '13 PEN'],
    ['en-US', '300 euros', '300 EUR'],
    ['en-US', 'EUR 5', '5 EUR'],
    ['en-US', '5 EUR', '5 EUR'],
    ['en-US', '€5', '5 EUR'],
    ['en-US', '5 €', '5 EUR'],
    ['en-US', 'S/13.50', '13.5 PEN'],
    ['en-US', 'S/. 13.50', '13.5 PEN'],
    ['en-US', '13 Peruvian soles', '13 PEN'],
    ['en-AU', '$5', '5 AUD'],
    ['es-PE', 'S/ 13.50', '13.5 PEN'],
    ['es-PE', 'US$ 5', '5 USD'],
    ['es-PE', 'US$ 5 MM', '5000000 USD'],
    ['es-PE', '1.2 millones de dólares estadounidenses', '1200000 USD'],
    ['es-EC', '5 dólares', '5 USD'],
    ['es-EC', '$ 1,50', '1.5 USD'],
    ['es-MX', '$5', '5 MXN'],
    ['es-MX', '5 pesos', '5 MXN'],
    ['es-BO', 'Bs 20', '20 BOB'],
    ['es-BO', '20 bolivianos', '20 BOB'],
    ['fr-FR', '1,50 €', '1.5 EUR'],
    ['fr-CH', '5 francs suisses', '5 CHF'],
    ['de-DE', '3 Mio. Euro', '3000000 EUR'],
    ['qu-PE', 'S/ 13.50', '13.5 PEN'],
    ['ja-JP', '500円', '500 JPY'],
  ])('%s: %s', (tag, words, amount) => expect(amountIn(tag, words)).toBe(amount));
});

describe('what could be several currencies, or is none, is not guessed:', () => {
  test.each([
    ['es-PE', '$ 5'],
    ['pt-BR', '$ 5'],
    ['es-BO', '5 dólares'],
    ['es-PE', '5 pesos'],
    ['en-US', '5 pesos'],
    ['en-US', '5 kr'],
    ['en-001', '$5'],
    ['es-PE', '5 peruanos'],
    ['en-US', 'ABC 5'],
    ['en-US', '5 florins of Rivia'],
    ['en-US', '5'],
  ])('%s: %s', (tag, words) => expect(amountIn(tag, words)).toBe('currency-is-known'));

  test('until the schema says which currencies there are', () => {
    expect(amountIn('es-BO', '1,2 millones de dólares', ['USD', 'PEN'])).toBe('1200000 USD');
    expect(amountIn('es-PE', '$ 5', ['USD', 'PEN'])).toBe('5 USD');
    expect(amountIn('es-PE', '5', ['USD', 'PEN'])).toBe('5 USD');
    expect(amountIn('es-PE', '$ 5', ['USD', 'CAD'])).toBe('currency-is-known');
    expect(amountIn('en-US', '€5', ['USD', 'PEN'])).toBe('currency-is-known');
  });

  test('a number that two locales read otherwise is offered with its currency', () => {
    const read = editionOf('en-US', 'money').read('US$ 757.766') as Record<string, string>;
    expect(read).toMatchObject({ rule: 'value-is-unambiguous', first: '757766 USD', second: '757.766 USD' });
  });
});

describe('what is written is read back', () => {
  /** Codes of the currencies that one can pay with somewhere today. */
  const codes = [
    ...new Set(
      Object.values(data.supplemental.currencyData.region)
        .flatMap((uses) => uses.flatMap((use) => Object.entries<object>(use)))
        .filter(([code, use]) => !('_to' in use || '_tender' in use) && code !== 'XXX' && code !== 'XTS')
        .map(([code]) => code),
    ),
  ];
  test.each([
    'en-US',
    'en-AU',
    'es-PE',
    'es-EC',
    'es-MX',
    'pt-BR',
    'pt-PT',
    'fr-FR',
    'fr-CH',
    'de-DE',
    'qu-PE',
  ])('%s', (tag) => {
    const { read, write } = editionOf(tag, 'money');
    fc.assert(
      fc.property(
        fc.constantFrom(...codes),
        fc.integer(),
        fc.integer({ min: 0, max: 99 }),
        (currency, whole, cents) => {
          const fraction = cents === 0 ? '' : `.${String(cents).padStart(2, '0').replace(/0$/, '')}`;
          const value = `${whole}${fraction}`;
          fc.pre(value !== '0' && !/^-?0\./.test(value));
          expect(read(write({ value, currency }))).toEqual({ value, currency });
        },
      ),
      { numRuns: 200 },
    );
  });

  test('with as many decimals as the currency has', () => {
    expect(editionOf('en-US', 'money').write({ value: '13.5', currency: 'USD' })).toBe('$13.50');
    expect(editionOf('es-PE', 'money').write({ value: '13.5', currency: 'PEN' })).toBe('S/\u00a013.50');
    expect(editionOf('ja-JP', 'money').write({ value: '500', currency: 'JPY' })).toBe('￥500');
    // A fourth tells the three of the dinar from thousands.
    expect(editionOf('en-US', 'money').write({ value: '13.5', currency: 'KWD' })).toBe('KWD\u00a013.5000');
  });
});

test('only the locales that are asked for are read', () => {
  const asked: string[] = [];
  const spy = (tag: string) => {
    asked.push(tag);
    return cldr(tag);
  };
  const { reader } = editionWords('es-PE', vocabulary, { cldr: spy });
  expect(reader.read('S/ 5', propertyOfKind('money'))).toMatchObject({ value: { currency: 'PEN' } });
  expect([...new Set(asked)]).toEqual(['es-PE', 'es-Latn-PE', 'es-Latn', 'es', 'und']);
});

test('a tag leads to no file outside of the package', () => {
  expect(cldr('../../package')).toBeUndefined();
});
