import type { Json } from '../model.ts';

/** A canonical value for a message, the same in every language of messages. */
export function showValue(value: Json): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (!Array.isArray(value) && typeof value.value === 'string' && typeof value.unit === 'string') {
    const { value: amount, unit, ...rest } = value;
    const parts = Object.entries(rest).map(([name, part]) => ` (${name} ${showValue(part)})`);
    return `${amount} ${unit}${parts.join('')}`;
  }
  return canonicalJson(value);
}

/** JSON with sorted keys: equal values have equal texts. */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] ?? null)}`);
  return `{${members.join(',')}}`;
}
