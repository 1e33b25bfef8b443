import { fullFormats } from 'ajv-formats/dist/formats.js';
import { ExactNumber } from './instance.ts';

const known = new Map(Object.entries(fullFormats));

/** Names of the formats that are asserted (https://json-schema.org/draft/2020-12/json-schema-validation#section-7.3). */
export const formatNames: ReadonlySet<string> = new Set(
  [...known].filter(([, format]) => !isOfNumbers(format)).map(([name]) => name),
);

/** Formats of numbers, which texts may have as well, with the least and the largest number (https://spec.openapis.org/registry/format/). */
export const numberFormats: ReadonlyMap<string, { least: ExactNumber; most: ExactNumber } | undefined> =
  new Map([
    ...[8, 16, 32, 64].flatMap((bits) => [
      [`int${bits}`, range(-(2n ** BigInt(bits - 1)), 2n ** BigInt(bits - 1) - 1n)] as const,
      [`uint${bits}`, range(0n, 2n ** BigInt(bits) - 1n)] as const,
    ]),
    ...['float', 'double'].map((name) => [name, undefined] as const),
  ]);

function range(least: bigint, most: bigint): { least: ExactNumber; most: ExactNumber } {
  return { least: new ExactNumber(String(least)), most: new ExactNumber(String(most)) };
}

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
