import { figuresMax } from './read-number.ts';
import type { ReadingEdition } from './reading-edition.ts';
import { type ReadResult, readable, unread } from './value-reader.ts';

/** Reads a number of one edition and nothing else. */
export function readBareNumber(
  text: string,
  kind: 'integer' | 'decimal',
  { numbers, tag }: ReadingEdition,
): ReadResult<string> {
  const read = numbers.readLeading(text);
  // With words behind it the number is not the value: "1.5 million" in a language that says "millones".
  if (read?.rest !== '') return unread('value-is-readable', { context: kind, found: text, tag });
  if (!read.ok) return unread(read.rule, read.values);
  const isWhole = !read.number.includes('.');
  if (kind === 'integer' && !isWhole) return unread('value-is-readable', { context: kind, found: text, tag });
  return readable(read.number);
}

/** Reads a number in canonical form; undefined where it is none. */
export function readCanonicalNumber(
  text: string,
  canonical: (text: string) => string | undefined,
): ReadResult<string> | undefined {
  const value = canonical(text);
  if (value === undefined) return undefined;
  if (value.length > figuresMax) return unread('value-is-in-range', { found: text, limit: figuresMax });
  return readable(value);
}
