import type { JsonObject, Property, Vocabulary } from '../model.ts';
import { suggest } from '../rules/likely-names.ts';
import type { ReadingEdition, WordReader } from './reading-edition.ts';
import { listOwnForms } from './unit-forms.ts';
import { mapReadings, readable, type Unread, unread } from './value-reader.ts';

/** Unit of a number that counts nothing: the code of "one" in schemas/units.json (UCUM "1"). */
const unitOfNothing = '1';

/** Makes the reader of quantities in one language: { value, unit } out of "1,528 km", "US$ 5 million", "28%", "2 millones de habitantes". */
export function createQuantityReader({ numbers, words, vocabulary, tag }: ReadingEdition): WordReader {
  const forms = new Map<string, string>();
  for (const { form, code } of listOwnForms(words, vocabulary)) {
    const key = normalize(form);
    if (!forms.has(key)) forms.set(key, code);
  }
  const lowerForms = new Map(
    [...forms].filter(([form]) => form.length > 3).map(([form, code]) => [lower(form, tag), code]),
  );
  const findUnit = (text: string): string | undefined => {
    const form = normalize(text);
    return forms.get(form) ?? lowerForms.get(lower(form, tag));
  };
  const longestFirst = [...forms.keys()].sort((a, b) => b.length - a.length);

  return (text, property) => {
    const refuse = () => unread('value-is-readable', { context: 'quantity', found: text, tag });
    let before = '';
    let read = numbers.readLeading(text);
    if (!read) {
      before = longestFirst.find((form) => normalize(text).startsWith(form)) ?? '';
      if (before !== '') read = numbers.readLeading(normalize(text).slice(before.length).trimStart());
    }
    if (!read) return refuse();
    const after = dropConnector(read.rest, words.connectors ?? []);
    if (before !== '' && after !== '') return refuse();

    const [assumed = unitOfNothing] = property.units;
    const found = before || after;
    const unit = found === '' ? assumed : findUnit(found);
    if (unit === undefined || !vocabulary.units.has(unit)) {
      return refuseUnit(found, property, forms, vocabulary);
    }
    if (!read.ok) {
      // A title without a unit would be in the assumed one.
      return mapReadings(read, (reading) => (unit === assumed ? reading : `${reading} ${unit}`));
    }
    if (property.units.length > 0 && !property.units.includes(unit)) {
      return unread('unit-is-known', { found, expected: property.units.join(', '), likely: '' });
    }
    return readable<JsonObject>({ value: read.number, unit });
  };
}

function refuseUnit(
  found: string,
  property: Property,
  forms: Map<string, string>,
  vocabulary: Vocabulary,
): Unread {
  const allowed = new Set(property.units.length > 0 ? property.units : vocabulary.units.keys());
  const candidates = [...forms].filter(([, code]) => allowed.has(code)).map(([form]) => form);
  const expected = [...allowed].join(', ');
  return unread('unit-is-known', { found, expected, ...suggest(found, candidates) });
}

/** A text without a word that joins a number and its unit. */
export function dropConnector(text: string, connectors: string[]): string {
  const connector = connectors.find(
    (word) => text.startsWith(`${word} `) || text.startsWith(`${word}\u00a0`),
  );
  return connector === undefined ? text : text.slice(connector.length).trimStart();
}

/** One kind of space, and composed letters: "inhabitants per km²" is one form however it is typed. */
function normalize(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

function lower(text: string, tag: string): string {
  return text.toLocaleLowerCase(tag);
}
