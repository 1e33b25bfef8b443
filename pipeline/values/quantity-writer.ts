import type { Property } from '../model.ts';
import { isObject } from './json-value.ts';
import { labelOf } from './label-of.ts';
import type { WordWriter, WritingEdition } from './writing-edition.ts';

const noBreakSpace = '\u00a0';

/** Makes the writer of quantities in one language: number, unit and qualifier. */
export function createQuantityWriter({ tag, words, numbers, language }: WritingEdition): WordWriter {
  const plural = new Intl.PluralRules(tag);

  const withUnit = (value: string, code: string): string => {
    const number = numbers.write(value);
    const unit = Object.hasOwn(words.units, code) ? words.units[code] : undefined;
    if (!unit) return `${number}${noBreakSpace}${code}`;
    if (unit.symbol !== undefined) {
      const space = unit.tight ? '' : noBreakSpace;
      return unit.before ? `${unit.symbol}${space}${number}` : `${number}${space}${unit.symbol}`;
    }
    const name = unit[`name_${plural.select(Number(value))}`] ?? unit.name_other ?? `{{value}} ${code}`;
    return name.replace('{{value}} ', `${number}${noBreakSpace}`).replace('{{value}}', number);
  };

  /** How a quantity with a qualifier is written; a language without the words puts the code's label behind. */
  const qualified = (code: string, { parts }: Property): string => {
    if (code === '') return '{{value}}';
    const own = words.qualifiers?.[code];
    return own ?? `{{value}} (${labelOf(code, parts.get('qualifier'), language) ?? code})`;
  };

  return (quantity, property) => {
    if (!isObject(quantity)) return String(quantity ?? '');
    const written = withUnit(String(quantity.value ?? ''), String(quantity.unit ?? ''));
    return qualified(String(quantity.qualifier ?? ''), property).replace('{{value}}', written);
  };
}
