import type { Language, Property, Vocabulary } from '../model.ts';
import { suggest } from '../rules/likely-names.ts';
import type { LocaleWords } from './locale-words.ts';
import { createDateReader } from './read-date.ts';
import { createNumberReader } from './read-number.ts';
import { createQuantityReader } from './read-quantity.ts';
import { type ReadResult, readable, unread, type ValueReader } from './value-reader.ts';

/**
 * Makes the reader of one edition's words.
 *
 * @param tag decides how numbers are read ("es-PE"); @param words locales/<language>/values.json
 */
export function createReader(
  tag: string,
  language: Language,
  words: LocaleWords,
  vocabulary: Vocabulary,
): ValueReader {
  const numbers = createNumberReader(tag, words);
  const readQuantity = createQuantityReader(numbers, words, vocabulary, tag);
  const { readDate, readPeriod } = createDateReader(tag, language, words);

  const readNumber = (text: string, kind: 'integer' | 'decimal'): ReadResult<string> => {
    const read = numbers.readLeading(text);
    // With words behind it the number is not the value: "1.5 million" in a language that says "millones".
    if (read?.rest !== '') {
      return unread('value-is-readable', { context: kind, found: text, tag });
    }
    if (!read.ok) return unread(read.rule, read.values);
    const isWhole = !read.number.includes('.');
    if (kind === 'integer' && !isWhole)
      return unread('value-is-readable', { context: kind, found: text, tag });
    return readable(read.number);
  };

  const readBoolean = (text: string): ReadResult<boolean> => {
    const word = text.toLocaleLowerCase(tag);
    if (word === words.booleans?.true) return readable(true);
    if (word === words.booleans?.false) return readable(false);
    return unread('value-is-readable', { context: 'boolean', found: text, tag });
  };

  return {
    read: (found, property) => {
      // Letters with marks may be typed in two ways; only texts stay as they are.
      const text = (isText(property) ? found : found.normalize('NFC')).trim();
      switch (property.kind) {
        case 'text':
        case 'string':
          return readable(text.replace(/\s+/g, ' '));
        case 'integer':
        case 'decimal':
          return readNumber(text, property.kind);
        case 'quantity':
          return readQuantity(text, property);
        case 'date':
          return readDate(text);
        case 'period':
          return readPeriod(text);
        case 'code':
          return readCode(text, property, language);
        case 'iri':
          return /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/.test(text)
            ? readable(text)
            : unread('value-is-readable', { context: 'iri', found: text, tag });
        case 'boolean':
          return readBoolean(text);
        case 'entity':
        case 'target':
          return unread('relation-names-its-object', { property: property.name, found: text });
      }
    },
  };
}

function isText({ kind }: Property): boolean {
  return kind === 'text' || kind === 'string' || kind === 'iri';
}

/** A code, or its label in the language, whatever the case. */
function readCode(text: string, property: Property, language: Language): ReadResult {
  const { codes } = property;
  if (codes.size === 0 || codes.has(text)) return readable(text);
  const wanted = text.toLocaleLowerCase(language);
  for (const [code, label] of codes) {
    if (code.toLowerCase() === wanted || label[language]?.toLocaleLowerCase(language) === wanted)
      return readable(code);
  }
  const labels = [...codes].map(([code, label]) => label[language] ?? code);
  return unread('code-is-known', { found: text, expected: labels.join(', '), ...suggest(text, labels) });
}
