import type { JsonObject } from '../../model.ts';
import { stableJson } from '../../values/json-value.ts';

/** What becomes of the fields of an item when a library turns it into CSL-JSON. */
export interface ConversionTrace {
  /** By variable of CSL the first field that it depends on. */
  sources: ReadonlyMap<string, string>;
  /** Fields that nothing depends on: the library leaves them out. */
  lost: readonly string[];
}

/**
 * Finds what a conversion makes of each field by leaving the field out and looking at what changes.
 *
 * @param convert the item without a field
 */
export function traceConversion(
  fields: readonly string[],
  whole: JsonObject,
  convert: (without: string) => JsonObject,
): ConversionTrace {
  const sources = new Map<string, string>();
  const lost: string[] = [];
  for (const field of fields) {
    const rest = convert(field);
    const changed = [...new Set([...Object.keys(whole), ...Object.keys(rest)])].filter(
      (variable) => stableJson(whole[variable] ?? null) !== stableJson(rest[variable] ?? null),
    );
    if (changed.length === 0) lost.push(field);
    for (const variable of changed) if (!sources.has(variable)) sources.set(variable, field);
  }
  return { sources, lost };
}
