import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { ClockWords, LocaleWords } from '../../pipeline/values/locale-words.ts';
import { packageRoot } from '../package-root.ts';

/** Every key of values.json: a key that is added is missing here, and the types tell. */
const keys: Record<keyof LocaleWords, true> = {
  numbers: true,
  scales: true,
  joiners: true,
  ordinals: true,
  ordinalSigns: true,
  fractions: true,
  parts: true,
  shares: true,
  quantities: true,
  rates: true,
  currencies: true,
  halves: true,
  labels: true,
  numeralNames: true,
  powers: true,
  relations: true,
  relationsAfter: true,
  negatives: true,
  eras: true,
  monthForms: true,
  weekdays: true,
  decades: true,
  decadeArticles: true,
  suffixes: true,
  connectors: true,
  ranges: true,
  dates: true,
  dayFirst: true,
  firstDay: true,
  qualifiers: true,
  booleans: true,
  coordinates: true,
  clock: true,
  units: true,
};

const clockKeys: Record<keyof ClockWords, true> = {
  halves: true,
  hours: true,
  names: true,
  minutesBefore: true,
  minutesAfter: true,
  alone: true,
  at: true,
  before: true,
  written: true,
};

const page = readFileSync(`${packageRoot}docs/languages.md`, 'utf8');
const [values = '', clock = ''] = page.split('`clock` holds');

test.each(Object.keys(keys))('docs/languages.md names %s of values.json', (key) => {
  expect(values + (key === 'clock' ? '`clock` holds' : '')).toContain(`\`${key}\``);
});

test.each(Object.keys(clockKeys))('docs/languages.md names %s of the clock', (key) => {
  expect(clock).toMatch(new RegExp(`^\\|[^|]*\`${key}\``, 'm'));
});

test.each(['en', 'es', 'pt'])('the words of %s have no other key', (language) => {
  const words = JSON.parse(
    readFileSync(`${packageRoot}locales/${language}/values.json`, 'utf8'),
  ) as LocaleWords;
  expect(Object.keys(keys)).toEqual(expect.arrayContaining(Object.keys(words)));
  expect(Object.keys(clockKeys)).toEqual(expect.arrayContaining(Object.keys(words.clock ?? {})));
});
