import * as en from 'chrono-node/en';
import * as es from 'chrono-node/es';
import * as pt from 'chrono-node/pt';
import { expect, test } from 'vitest';
import { outcome, propertyOfKind, readerOf, type Tag } from './sample.ts';

const date = propertyOfKind('date');
const days = Array.from({ length: 28 }, (_, index) => index + 1);
const months = Array.from({ length: 12 }, (_, index) => index);

test.each([
  ['en-US', en.strict, ['D M 1998', 'M D, 1998', 'M D 1998', 'D M, 1998']],
  ['es-PE', es.strict, ['D de M de 1998']],
  ['pt-BR', pt.strict, ['D de M de 1998']],
] as const)('what is read as usual in %s is what chrono reads', (tag: Tag, chrono, forms) => {
  const format = new Intl.DateTimeFormat(tag.slice(0, 2), { month: 'long', timeZone: 'UTC' });
  for (const month of months) {
    const name = format.format(Date.UTC(1998, month, 15));
    for (const form of forms) {
      for (const day of days) {
        const text = form.replace('D', `${day}`).replace('M', name);
        const start = chrono.parse(text)[0]?.start;
        const read = ['year', 'month', 'day'] as const;
        const said = read.map((part) => `${start?.get(part)}`.padStart(2, '0')).join('-');
        expect(outcome(readerOf(tag).read(text, date)), text).toBe(said);
      }
    }
  }
});
