import type { Diagnostic, Json, Property } from '../model.ts';
import type { RuleId } from '../rules/rules.ts';

/** Why words are no value: a rule and what fills the holes of its message. */
export interface Unread {
  ok: false;
  rule: RuleId;
  values: Diagnostic['values'];
}

/** A value in canonical form (see ValueKind), or why there is none. */
export type ReadResult<T extends Json = Json> = { ok: true; value: T } | Unread;

/** Reads words of one edition. */
export interface ValueReader {
  /** The words must be the value and nothing else. For kind `text` the value is the words themselves, a string. */
  read: (text: string, property: Property) => ReadResult;
}

export function readable<T extends Json>(value: T): ReadResult<T> {
  return { ok: true, value };
}

export function unread(rule: RuleId, values: Diagnostic['values']): Unread {
  return { ok: false, rule, values };
}

/** Names of the values that a message offers as titles. */
const readings: ReadonlySet<string> = new Set(['first', 'second', 'reading']);

/** The same finding with its readings written otherwise. */
export function mapReadings({ rule, values }: Unread, write: (reading: string) => string): Unread {
  const mapped = Object.entries(values).map(([name, value]) => [
    name,
    readings.has(name) ? write(String(value)) : value,
  ]);
  return unread(rule, Object.fromEntries(mapped));
}
