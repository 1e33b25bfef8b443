import type { JsonObject } from '../model.ts';
import { getKey, isObject } from './json-value.ts';

/** The years in which a work came out by its item of CSL-JSON, without sign and leading zeros; two for a range. */
export function yearsOf(item: JsonObject): string[] {
  const issued = getKey(item, 'issued');
  if (!isObject(issued)) return [];
  const dates = Array.isArray(issued['date-parts']) ? issued['date-parts'] : [];
  const parts = dates.flatMap((date) => (Array.isArray(date) ? [String(date[0] ?? '')] : []));
  const written = [issued.raw, issued.literal].filter((text) => typeof text === 'string').join(' ');
  const years = parts.length > 0 ? parts : (written.match(/\b\d{4}\b/g) ?? []);
  return [...new Set(years.map((year) => year.replace(/^[-+]?0*/, '')))].filter((year) => year !== '');
}
