import type { Json } from '../model.ts';
import { stableJson } from './json-value.ts';

/** A canonical value for a message, the same in every language of messages. */
export function showCanonicalValue(value: Json): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (!Array.isArray(value) && typeof value.value === 'string' && typeof value.unit === 'string') {
    const { value: amount, unit, ...rest } = value;
    const parts = Object.entries(rest).map(([name, part]) => ` (${name} ${showCanonicalValue(part)})`);
    return `${amount} ${unit}${parts.join('')}`;
  }
  return stableJson(value);
}
