import { fullFormats } from 'ajv-formats/dist/formats.js';

const known = new Map(Object.entries(fullFormats));

/** Names of the formats that are asserted (https://json-schema.org/draft/2020-12/json-schema-validation#section-7.3). */
export const formatNames: ReadonlySet<string> = new Set(
  [...known].filter(([, format]) => !isOfNumbers(format)).map(([name]) => name),
);

/** Whether a text has a format; every text has one that is not known. */
export function hasFormat(name: string, text: string): boolean {
  const format = known.get(name);
  if (!formatNames.has(name) || format === undefined) return true;
  const validate = typeof format === 'object' && 'validate' in format ? format.validate : format;
  if (validate instanceof RegExp) return validate.test(text);
  if (typeof validate === 'string') return new RegExp(validate).test(text);
  return typeof validate === 'function' ? (validate as (text: string) => boolean)(text) : true;
}

function isOfNumbers(format: unknown): boolean {
  return typeof format === 'object' && format !== null && 'type' in format && format.type === 'number';
}
