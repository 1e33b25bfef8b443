import type { Json, Language, Property } from '../../model.ts';
import { textIn } from '../../publish/labels.ts';
import { listOf } from '../../publish/look-up.ts';
import type { ValueWriter } from '../../values/create-writer.ts';
import { isObject } from '../../values/json-value.ts';

/** Parts of a quantity that stand in its words; the others follow in brackets. */
const inWords = ['value', 'unit', 'qualifier'];

/** Makes the function that writes values in one language; '' where the language has no words for a value. */
export function createValueWords(
  writer: ValueWriter,
  language: Language,
  label: (id: string) => string,
): (value: Json, property: Property) => string {
  const labelTarget = (target: string): string => {
    const [id = '', path] = target.split('#');
    return path === undefined ? label(id) : `${label(id)} (${target})`;
  };
  const write = (value: Json, property: Property): string => {
    if (property.kind === 'quantity')
      return listOf(value)
        .map((item) => quantity(item, property))
        .join('; ');
    if (property.kind === 'iri') return listOf(value).join(', ');
    return writer.write(value, property, { label: property.kind === 'target' ? labelTarget : label });
  };
  const quantity = (value: Json, property: Property): string => {
    if (!isObject(value)) return '';
    const bare = Object.fromEntries(Object.entries(value).filter(([name]) => inWords.includes(name)));
    const details = [...property.parts.values()].flatMap((part) => {
      const detail = value[part.name];
      if (inWords.includes(part.name) || detail === undefined || detail === null) return [];
      const words = write(detail, part);
      return words ? [`${textIn(part.label, language) ?? part.name}: ${words}`] : [];
    });
    const words = 'value' in value ? writer.write(bare, property) : '';
    const inBrackets = details.length > 0 ? `(${details.join('; ')})` : '';
    return [words, inBrackets].filter((part) => part !== '').join(' ');
  };
  return write;
}
