import { isObject } from './json-value.ts';
import { createQualifier } from './qualified-words.ts';
import type { WordWriter, WritingEdition } from './writing-edition.ts';

const noBreakSpace = '\u00a0';

/** Makes the writer of quantities in one language: number, unit and qualifier. */
export function createQuantityWriter(edition: WritingEdition): WordWriter {
  const { tag, words, numbers } = edition;
  const qualify = createQualifier(edition);
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

  return (quantity, property) => {
    if (!isObject(quantity)) return String(quantity ?? '');
    const written = withUnit(String(quantity.value ?? ''), String(quantity.unit ?? ''));
    return qualify(written, quantity, property);
  };
}
