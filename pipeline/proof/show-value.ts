import type { Json, KindName } from '../model.ts';
import { isObject } from '../values/json-value.ts';
import { kindOf } from '../values/kind-of.ts';

/**
 * A canonical value for a message, the same in every language of messages.
 *
 * @param of the property or statement whose value it is
 */
export function showValue(value: Json, of: { kind: KindName }): string {
  const stated: readonly string[] = kindOf(of).composition?.stated ?? [];
  if (!isObject(value) || stated.length === 0 || !stated.every((name) => typeof value[name] === 'string'))
    return showJson(value);
  const others = Object.entries(value).filter(([name]) => !stated.includes(name));
  const parts = others.map(([name, part]) => ` (${name} ${showJson(part)})`);
  return stated.map((name) => value[name]).join(' ') + parts.join('');
}

function showJson(value: Json): string {
  return typeof value === 'object' && value !== null ? canonicalJson(value) : String(value);
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
