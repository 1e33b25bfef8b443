import type { EntityId, Json, JsonObject, Language, Property, Vocabulary } from '../model.ts';
import { createDateWriter } from './date-writer.ts';
import type { LocaleWords } from './locale-words.ts';

export interface WriteOptions {
  /** Name of an entity in the writer's language; the id where it is not given. */
  label?: (id: EntityId) => string;
}

/** Writes canonical values in the words of one edition. */
export interface ValueWriter {
  /** Lists come with the language's conjunction; a text without words in the language is ''. */
  write: (value: Json, property: Property, options?: WriteOptions) => string;
}

const noBreakSpace = '\u00a0';

/**
 * Makes the writer of one edition's values; what it writes for numbers, quantities, dates and periods, the reader of
 * the same tag reads back. A number that thousands elsewhere look like ("757.766") gets a zero at the end, so that no
 * reader has to guess.
 *
 * @param tag decides numbers and dates ("es-PE"); @param words locales/<language>/values.json
 */
export function createWriter(
  tag: string,
  language: Language,
  words: LocaleWords,
  _vocabulary: Vocabulary,
): ValueWriter {
  const plural = new Intl.PluralRules(tag);
  const conjunction = new Intl.ListFormat(tag, { type: 'conjunction' });
  const dates = createDateWriter(tag, words);
  const integer = new Intl.NumberFormat(tag, { useGrouping: 'always', maximumFractionDigits: 0 });
  const decimalSign = new Intl.NumberFormat(tag)
    .formatToParts(0.5)
    .find((part) => part.type === 'decimal')?.value;

  const figures = Array.from({ length: 10 }, (_, digit) => integer.format(digit));
  /** In the figures of the language. */
  const toFigures = (text: string): string => text.replace(/\d/g, (digit) => figures[Number(digit)] ?? digit);

  const writeNumber = (value: string): string => {
    // Intl rounds after twenty decimals, so that it is given the whole part only; "-0" keeps its sign.
    const [whole = '', fraction] = value.split('.');
    // Swiss thousands stand under either apostrophe, by the version of CLDR.
    const written = integer.format(whole as Intl.StringNumericLiteral).replaceAll("'", '\u2019');
    if (fraction === undefined) return written;
    const isLikeThousands = fraction.length === 3 && /^-?[1-9]\d{0,2}$/.test(whole);
    return `${written}${decimalSign}${toFigures(`${fraction}${isLikeThousands ? '0' : ''}`)}`;
  };

  /** English is what the schemas all have. */
  const labelOf = (code: string, property: Property | undefined): string | undefined => {
    const labels = property?.codes.get(code);
    return labels?.[language] ?? labels?.en;
  };

  /** How a quantity with a qualifier is written; a language without the words puts the code's label behind. */
  const qualified = (code: string, { parts }: Property): string => {
    if (code === '') return '{{value}}';
    const own = words.qualifiers?.[code];
    return own ?? `{{value}} (${labelOf(code, parts.get('qualifier')) ?? code})`;
  };

  const writeQuantity = (quantity: JsonObject, property: Property): string => {
    const value = String(quantity.value ?? '');
    const number = writeNumber(value);
    const code = String(quantity.unit ?? '');
    const unit = Object.hasOwn(words.units, code) ? words.units[code] : undefined;
    const qualifier = qualified(String(quantity.qualifier ?? ''), property);
    const space = unit?.tight ? '' : noBreakSpace;
    let written = `${number}${noBreakSpace}${code}`;
    if (unit?.symbol !== undefined) {
      written = unit.before ? `${unit.symbol}${space}${number}` : `${number}${space}${unit.symbol}`;
    } else if (unit) {
      const name = unit[`name_${plural.select(Number(value))}`] ?? unit.name_other ?? `{{value}} ${code}`;
      written = name.replace('{{value}} ', `${number}${noBreakSpace}`).replace('{{value}}', number);
    }
    return qualifier.replace('{{value}}', written);
  };

  const writeDate = (date: string): string => {
    const [, year, month, dayOfMonth] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(date) ?? [];
    if (year === undefined) return toFigures(date);
    const day = dayOfMonth === undefined ? undefined : Number(dayOfMonth);
    return dates
      .parts(Number(year), Number(month), day)
      .map(({ type, value }) => (type === 'day' && day === 1 ? (words.firstDay ?? value) : value))
      .join('');
  };

  const writePeriod = (period: string): string => {
    const [start = '', end] = period.split('/');
    if (end === undefined) return writeDate(start);
    const ends = [writeDate(start), writeDate(end)];
    return ends.join(ends.some((text) => text.includes(' ')) ? ' – ' : '–');
  };

  const writeOne = (value: Json, property: Property, options: WriteOptions): string => {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      if (property.kind === 'quantity') return writeQuantity(value, property);
      if (property.kind !== 'text') return '';
      const text = Object.hasOwn(value, language) ? value[language] : undefined;
      return text === undefined ? '' : writeAll(text, property, options);
    }
    if (Array.isArray(value)) return writeAll(value, property, options);
    const text = String(value ?? '');
    switch (property.kind) {
      case 'integer':
      case 'decimal':
        return writeNumber(text);
      case 'date':
        return writeDate(text);
      case 'period':
        return writePeriod(text);
      case 'code':
        return labelOf(text, property) ?? text;
      case 'entity':
      case 'target':
        return options.label?.(text) ?? text;
      case 'boolean':
        return words.booleans?.[value === true ? 'true' : 'false'] ?? text;
      default:
        return text;
    }
  };

  function writeAll(value: Json, property: Property, options: WriteOptions): string {
    if (!Array.isArray(value)) return writeOne(value, property, options);
    return conjunction.format(value.map((item) => writeOne(item, property, options)));
  }

  return { write: (value, property, options = {}) => writeAll(value, property, options) };
}
