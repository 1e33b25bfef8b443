import { isMap, isScalar, isSeq } from 'yaml';
import type { Json } from '../model.ts';

/** A tree of the failsafe schema, whose scalars are all texts, as JSON; unquoted `true`, `false` and numbers are what they say. */
export function toJson(node: unknown): Json {
  if (isMap(node)) {
    // fromEntries makes an own property even of "__proto__".
    return Object.fromEntries(node.items.map(({ key, value }) => [keyOf(key), toJson(value)]));
  }
  if (isSeq(node)) return node.items.map(toJson);
  if (!isScalar(node)) return null;
  const text = String(node.value ?? '');
  if (node.type !== 'PLAIN') return text;
  if (text === 'true' || text === 'false') return text === 'true';
  if (/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text)) return Number(text);
  return text === '' || text === '~' || text === 'null' ? null : text;
}

function keyOf(key: unknown): string {
  return isScalar(key) ? String(key.value) : '';
}
