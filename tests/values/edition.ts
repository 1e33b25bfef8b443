import { readFileSync } from 'node:fs';
import { createCurrencyReader } from '../../pipeline/host/cldr-currencies.ts';
import type { Json, Property } from '../../pipeline/model.ts';
import { createReader } from '../../pipeline/values/create-reader.ts';
import { createWriter } from '../../pipeline/values/create-writer.ts';
import type { LocaleWords } from '../../pipeline/values/locale-words.ts';
import { outcome, propertyOfKind, vocabulary } from '../document/sample.ts';

const none: LocaleWords = { numbers: {}, scales: {}, units: {} };
const currencies = createCurrencyReader();

/** How an edition reads and writes values of a kind; a language without words of its own has none. */
export function editionOf(tag: string, kind: string, more: Partial<Property> = {}) {
  const language = tag.split('-')[0] ?? '';
  const words = ['en', 'es', 'pt'].includes(language)
    ? (JSON.parse(readFileSync(`locales/${language}/values.json`, 'utf8')) as LocaleWords)
    : none;
  const property = propertyOfKind(kind, more);
  const reader = createReader(tag, language, words, vocabulary, currencies);
  const writer = createWriter(tag, language, words, vocabulary, currencies);
  return {
    read: (text: string) => outcome(reader.read(text, property)),
    write: (value: Json) => writer.write(value, property),
  };
}
