import type { Json } from '../model.ts';

/** A string, or the strings of a list. */
export function strings(value: Json | undefined): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
