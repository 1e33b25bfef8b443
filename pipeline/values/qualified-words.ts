import type { JsonObject, Property } from '../model.ts';
import { labelOf } from './label-of.ts';
import type { WritingEdition } from './writing-edition.ts';

/**
 * Makes the function that writes the qualifier of a value with parts around its words: "about 45 km". A language without the
 * words puts the code's label behind.
 */
export function createQualifier({
  words: { qualifiers },
  language,
}: WritingEdition): (written: string, value: JsonObject, property: Property) => string {
  return (written, { qualifier }, { parts }) => {
    const code = String(qualifier ?? '');
    if (code === '') return written;
    const own = qualifiers?.[code];
    const pattern = own ?? `{{value}} (${labelOf(code, parts.get('qualifier'), language) ?? code})`;
    return pattern.replace('{{value}}', written);
  };
}
