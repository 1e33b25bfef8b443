import type { Json, Property, Vocabulary } from '../model.ts';
import { multiply, parseFraction } from '../values/fraction.ts';
import { readCanonical } from '../values/read-canonical.ts';
import { type Unread, unread, type ValueReader } from '../values/value-reader.ts';
import { parseAnnotation } from './annotation.ts';

/** The value of an annotation with a property, and what is wrong with its words or title. */
interface StatementReading {
  /** Undefined where there is no value that can be trusted. */
  value: Json | undefined;
  problems: Unread[];
}

/**
 * Reads the value: out of the title where there is one, else out of the words.
 * Findings: those of `ValueReader.read`, `readCanonical` and `parseAnnotation`, words-agree-with-title.
 */
export function readStatement(
  { words, title }: { words: string; title: string | undefined },
  property: Property,
  vocabulary: Vocabulary,
  reader: ValueReader,
): StatementReading {
  const read =
    title === undefined ? reader.read(words, property) : readCanonical(title, property, vocabulary);
  if (!read.ok) return { value: undefined, problems: [read] };
  const { value } = read;
  if (title === undefined) return { value, problems: [] };
  if (property.kind === 'entity' || property.kind === 'target') {
    const problem = checkObject(title.trim(), property, vocabulary);
    return problem ? { value: undefined, problems: [problem] } : { value, problems: [] };
  }
  const other = words === '' || !comparable.has(property.kind) ? undefined : reader.read(words, property);
  if (!other?.ok || agree(other.value, value, vocabulary)) return { value, problems: [] };
  const problem = unread('words-agree-with-title', { words, reading: show(other.value), title });
  return { value, problems: [problem] };
}

/** Kinds whose words can say something else than the title; for the others words are only a name. */
const comparable: ReadonlySet<Property['kind']> = new Set([
  'code',
  'integer',
  'decimal',
  'quantity',
  'date',
  'period',
]);

function checkObject(title: string, property: Property, vocabulary: Vocabulary): Unread | undefined {
  const address = parseAnnotation(title, vocabulary);
  if (address.kind === 'mistake') return unread(address.rule, address.values);
  if (address.kind === 'mention' || (address.kind === 'property' && property.kind === 'target'))
    return undefined;
  const expected = property.range[0] === undefined ? 'type:id' : `${property.range[0]}:…`;
  return unread('title-is-canonical', { property: property.name, found: title, expected });
}

/** Whether words and title can be the same value; a title may be a more exact date than the words. */
function agree(words: Json, title: Json, vocabulary: Vocabulary): boolean {
  if (typeof words === 'string' && typeof title === 'string') {
    return words === title || (/^\d{4}(?:-\d{2})?$/.test(words) && title.startsWith(`${words}-`));
  }
  const [first, second] = [inBaseUnit(words, vocabulary), inBaseUnit(title, vocabulary)];
  return first !== undefined && first === second;
}

/** A quantity in the unit of its dimension with factor 1, as text that is equal for equal quantities. */
function inBaseUnit(value: Json, vocabulary: Vocabulary): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const unit = vocabulary.units.get(String(value.unit));
  const number = parseFraction(String(value.value));
  const factor = parseFraction(String(unit?.factor));
  if (!unit || !number || !factor) return undefined;
  const { numerator, denominator } = multiply(number, factor);
  const divisor = greatestCommonDivisor(numerator < 0n ? -numerator : numerator, denominator);
  return `${numerator / divisor}/${denominator / divisor} ${unit.dimension}`;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a, b];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger === 0n ? 1n : larger;
}

function show(value: Json): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return String(value);
  return `${String(value.value)} ${String(value.unit)}`;
}
