import type { Json, Property, Vocabulary } from '../model.ts';
import { showValue } from '../values/json-value.ts';
import { kindOf } from '../values/kind-of.ts';
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
  const { refersTo, agrees } = kindOf(property);
  if (refersTo === 'entity' || refersTo === 'place') {
    const problem = checkObject(title.trim(), property, vocabulary);
    return problem ? { value: undefined, problems: [problem] } : { value, problems: [] };
  }
  const other = words === '' || !agrees ? undefined : reader.read(words, property);
  if (!other?.ok || agrees?.(other.value, value, vocabulary.units)) return { value, problems: [] };
  const problem = unread('words-agree-with-title', { words, reading: showValue(other.value), title });
  return { value, problems: [problem] };
}

function checkObject(title: string, property: Property, vocabulary: Vocabulary): Unread | undefined {
  const address = parseAnnotation(title, vocabulary);
  if (address.kind === 'mistake') return unread(address.rule, address.values);
  if (address.kind === 'mention' || (address.kind === 'property' && kindOf(property).refersTo === 'place'))
    return undefined;
  const expected = property.range[0] === undefined ? 'type:id' : `${property.range[0]}:…`;
  return unread('title-is-canonical', { property: property.name, found: title, expected });
}
