import type { Json, Language, Property } from '../../model.ts';
import { textIn } from '../../publish/labels.ts';
import { listOf } from '../../publish/look-up.ts';
import type { ValueWriter } from '../../values/create-writer.ts';
import { isObject } from '../../values/json-value.ts';
import { kindOf } from '../../values/kind-of.ts';
import type { Composition } from '../../values/value-kind.ts';

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
    const { composition, refersTo } = kindOf(property);
    if (composition)
      return listOf(value)
        .map((item) => withParts(item, property, composition))
        .join('; ');
    if (refersTo === 'address') return listOf(value).join(', ');
    return writer.write(value, property, { label: refersTo === 'place' ? labelTarget : label });
  };
  /** The parts that stand in the words, and the others in brackets. */
  const withParts = (value: Json, property: Property, { stated, inWords }: Composition): string => {
    if (!isObject(value)) return '';
    const bare = Object.fromEntries(Object.entries(value).filter(([name]) => inWords.includes(name)));
    const details = [...property.parts.values()].flatMap((part) => {
      const detail = value[part.name];
      if (inWords.includes(part.name) || detail === undefined || detail === null) return [];
      const words = write(detail, part);
      return words ? [`${textIn(part.label, language) ?? part.name}: ${words}`] : [];
    });
    const words = stated[0] in value ? writer.write(bare, property) : '';
    const inBrackets = details.length > 0 ? `(${details.join('; ')})` : '';
    return [words, inBrackets].filter((part) => part !== '').join(' ');
  };
  return write;
}
