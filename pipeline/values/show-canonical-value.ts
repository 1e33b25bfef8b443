import type { Json, KindName } from '../model.ts';
import { isObject, stableJson } from './json-value.ts';
import { kindOf } from './kind-of.ts';

/**
 * A canonical value for a message, the same in every language of messages.
 *
 * @param of the property or statement whose value it is
 */
export function showCanonicalValue(value: Json, of: { kind: KindName }): string {
  const stated: readonly string[] = kindOf(of).composition?.stated ?? [];
  if (!isObject(value) || stated.length === 0 || !stated.every((name) => typeof value[name] === 'string'))
    return showJson(value);
  const others = Object.entries(value).filter(([name]) => !stated.includes(name));
  const parts = others.map(([name, part]) => ` (${name} ${showJson(part)})`);
  return stated.map((name) => value[name]).join(' ') + parts.join('');
}

function showJson(value: Json): string {
  return typeof value === 'object' && value !== null ? stableJson(value) : String(value);
}
