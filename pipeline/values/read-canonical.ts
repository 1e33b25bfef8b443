import type { Property, Vocabulary } from '../model.ts';
import { kindOf } from './kind-of.ts';
import { type ReadResult, unread } from './value-reader.ts';

/**
 * Reads the title of an annotation: a value in the form that is the same in every language, with a point for
 * decimals and no grouping ("5000000", "1528 km", "1998-10-26", "2004/2008", "country:peru").
 */
export function readCanonical(title: string, property: Property, vocabulary: Vocabulary): ReadResult {
  const { readTitle, example } = kindOf(property);
  const read = readTitle(title.trim(), property, vocabulary);
  const values = { property: property.name, found: title, expected: example };
  return read ?? unread('title-is-canonical', values);
}
