import locales from 'cldr-core/availableLocales.json' with { type: 'json' };
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { propertyOfKind, vocabulary } from '../document/sample.ts';
import { editionWords } from '../edition-words.ts';
import { cldr } from './edition.ts';

/** Every locale of CLDR that this Node has as well. */
const tags = locales.availableLocales.full.filter(
  (tag) => tag !== 'und' && Intl.NumberFormat.supportedLocalesOf(tag).length > 0,
);

/** What a run tries of the many. */
const some = fc.sample(fc.constantFrom(...tags), { seed: 13, numRuns: 60 });

type Words = ReturnType<typeof editionWords>;

function outcomeOf({ reader, writer }: Words, kind: string, value: string): [written: string, read: unknown] {
  const property = propertyOfKind(kind);
  const written = writer.write(value, property);
  const read = reader.read(written, property);
  return [written, read.ok ? read.value : read];
}

describe.each([...new Set([...some, 'hi-IN', 'en-IN', 'de-CH', 'ar-EG', 'fa', 'es-PA', 'es-PR'])])(
  '%s',
  (tag) => {
    const words = editionWords(tag, vocabulary, { cldr });

    test('reads the numbers that it writes', () => {
      fc.assert(
        fc.property(
          fc.integer({ min: -1e12, max: 1e12 }),
          fc.integer({ min: 1, max: 98 }),
          (whole, cents) => {
            for (const value of [
              String(whole),
              `${whole}.${String(cents).padStart(2, '0').replace(/0$/, '')}`,
            ]) {
              const [written, read] = outcomeOf(words, 'decimal', value);
              expect(read, written).toEqual(value === '0' ? '0' : value.replace(/^-0$/, '0'));
            }
          },
        ),
        { numRuns: 5 },
      );
    });

    test('reads the dates that it writes', () => {
      for (const value of ['1998-10-26', '2010-06', '1987', '2001-05-01']) {
        const [written, read] = outcomeOf(words, 'date', value);
        expect(read, written).toEqual(value);
      }
    });

    test('reads the numbers that CLDR writes', () => {
      const format = new Intl.NumberFormat(tag, { useGrouping: 'always' });
      const property = propertyOfKind('integer');
      for (const value of [1_234_567, 98_765_432, -12_345_678, 7]) {
        const read = words.reader.read(format.format(value), property);
        expect(read.ok ? read.value : read, format.format(value)).toEqual(String(value));
      }
    });
  },
);
