import type { JsonObject, Property, Vocabulary } from '../model.ts';
import { suggest } from '../rules/likely-names.ts';
import { canonicalDecimal, canonicalInteger } from './decimal.ts';
import { dateExists, earliestDay, latestDay, looksLikeDate, looksLikePeriod } from './edtf.ts';
import { type ReadResult, readable, unread } from './value-reader.ts';

/** Canonical forms by kind, as a message shows them. They are the same in every language. */
const examples: Record<Property['kind'], string> = {
  text: '',
  string: '',
  code: '',
  integer: '5000000',
  decimal: '54.41',
  quantity: '1528 km',
  date: '1998-10-26',
  period: '2004/2008',
  entity: 'type:id',
  target: 'type:id#property',
  iri: 'https://example.org/',
  boolean: 'true',
};

/** Most figures of a number, as in words. */
const figuresMax = 40;

/**
 * Reads the title of an annotation: a value in the form that is the same in every language, with a point for
 * decimals and no grouping ("5000000", "1528 km", "1998-10-26", "2004/2008", "country:peru").
 */
export function readCanonical(title: string, property: Property, vocabulary: Vocabulary): ReadResult {
  const text = title.trim();
  const refuse = () =>
    unread('title-is-canonical', {
      property: property.name,
      found: title,
      expected: examples[property.kind],
    });
  switch (property.kind) {
    case 'text':
    case 'string':
      return text === '' ? refuse() : readable(text);
    case 'code':
      return readCode(text, property);
    case 'integer':
    case 'decimal':
      return readNumber(text, property.kind) ?? refuse();
    case 'quantity':
      return readQuantity(text, property, vocabulary) ?? refuse();
    case 'date':
      if (!looksLikeDate(text)) return refuse();
      return dateExists(text) ? readable(text) : unread('date-exists', { found: title });
    case 'period':
      return looksLikePeriod(text) ? readPeriod(text) : refuse();
    case 'entity':
      return /^[^:#\s]+:[^#\s]+$/.test(text) ? readable(text) : refuse();
    case 'target':
      return /^[^:#\s]+:[^#\s]+(?:#[^#\s]+)?$/.test(text) ? readable(text) : refuse();
    case 'iri':
      return /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/.test(text) ? readable(text) : refuse();
    case 'boolean':
      return text === 'true' || text === 'false' ? readable(text === 'true') : refuse();
  }
}

function readNumber(text: string, kind: 'integer' | 'decimal'): ReadResult<string> | undefined {
  const value = kind === 'integer' ? canonicalInteger(text) : canonicalDecimal(text);
  if (value === undefined) return undefined;
  if (value.length > figuresMax) return unread('value-is-in-range', { found: text, limit: figuresMax });
  return readable(value);
}

function readQuantity(
  text: string,
  property: Property,
  vocabulary: Vocabulary,
): ReadResult<JsonObject> | undefined {
  const [, number = '', code = ''] = /^(\S+?)(?:\s+(\S+)|(%))?$/.exec(text.replace(/%$/, ' %')) ?? [];
  const read = readNumber(number, 'decimal');
  if (!read?.ok) return read;
  const unit = code || property.units[0] || '1';
  const allowed = property.units.length > 0 ? property.units : [...vocabulary.units.keys()];
  if (!vocabulary.units.has(unit) || !allowed.includes(unit)) {
    return unread('unit-is-known', { found: unit, expected: allowed.join(', '), ...suggest(unit, allowed) });
  }
  return readable<JsonObject>({ value: read.value, unit });
}

function readPeriod(text: string): ReadResult<string> {
  const [start = '', end = start] = text.split('/');
  if (!dateExists(start) || !dateExists(end)) return unread('date-exists', { found: text });
  if (earliestDay(start) > latestDay(end)) return unread('period-is-in-order', { found: text, start, end });
  return readable(text);
}

function readCode(text: string, property: Property): ReadResult {
  const { codes } = property;
  if (codes.size === 0 || codes.has(text)) return readable(text);
  const expected = [...codes.keys()];
  return unread('code-is-known', { found: text, expected: expected.join(', '), ...suggest(text, expected) });
}
