import { isMap, isScalar, isSeq, type Node, Scalar } from 'yaml';
import type { Json, JsonObject, Property } from '../model.ts';
import { canonicalDecimal, canonicalInteger } from './decimal.ts';
import { setKey } from './json-value.ts';
import { keyText, scalarText } from './scalar-text.ts';

/** Called for a key of a quantity that is none of its parts. */
export type UnknownKey = (key: Node, name: string, parts: Map<string, Property>) => void;

/**
 * A YAML value in the canonical form of its property: short forms are spelt out (`1290000` → value and unit, one value
 * of a many-valued property → a list), numbers become decimal strings of what stands in the file. What does not fit
 * the property's kind is kept as it is, for `validateGraph` to refuse at its place.
 */
export function canonicalValue(node: Node, property: Property, unknownKey: UnknownKey): Json {
  if (property.kind === 'text') return canonicalText(node, property.many);
  if (!property.many) return canonicalItem(node, property, unknownKey);
  if (isSeq<Node>(node)) return node.items.map((item) => canonicalItem(item, property, unknownKey));
  const only = canonicalItem(node, property, unknownKey);
  return only === null ? null : [only];
}

/** As `canonicalValue`, for one value whose words are at hand: a scalar of YAML, a variable of CSL-JSON. */
export function canonicalScalar(text: string, property: Property): Json {
  switch (property.kind) {
    case 'integer':
      return canonicalInteger(text) ?? text;
    case 'decimal':
      return canonicalDecimal(text) ?? text;
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : text;
    case 'quantity':
      return canonicalQuantity(text, property) ?? text;
    default:
      return text;
  }
}

function canonicalItem(node: Node, property: Property, unknownKey: UnknownKey): Json {
  if (isScalar(node)) return isEmpty(node) ? null : canonicalScalar(scalarText(node) ?? '', property);
  if (!isMap<Node, Node>(node) || property.parts.size === 0) return plainJson(node);
  const result: JsonObject = {};
  for (const pair of node.items) {
    const name = keyText(pair);
    const part = property.parts.get(name);
    if (!part) unknownKey(pair.key, name, property.parts);
    else result[name] = pair.value ? canonicalValue(pair.value, part, unknownKey) : null;
  }
  const [unit] = property.units;
  if (property.kind === 'quantity' && 'value' in result && !('unit' in result) && unit) result.unit = unit;
  return result;
}

/** "1290000" → the property's first unit; "28 km" and "16.8%" name theirs. */
function canonicalQuantity(text: string, property: Property): Json | undefined {
  // "1e999" has an exponent, not a unit.
  const match = /^([+-]?[\d.]+)(?![eE][+-]?\d)\s*(\D.*)?$/.exec(text.trim());
  const value = match && canonicalDecimal(match[1] ?? '');
  if (!match || value === undefined) return undefined;
  const unit = match[2] ?? property.units[0];
  return unit === undefined ? { value } : { value, unit };
}

function canonicalText(node: Node, many: boolean): Json {
  if (!isMap<Node, Node>(node)) return plainJson(node);
  const result: JsonObject = {};
  for (const pair of node.items) {
    const value = pair.value ? plainJson(pair.value) : null;
    setKey(result, keyText(pair), many && typeof value === 'string' ? [value] : value);
  }
  return result;
}

function plainJson(node: Node): Json {
  if (isSeq<Node>(node)) return node.items.map(plainJson);
  if (isMap<Node, Node>(node)) {
    const result: JsonObject = {};
    for (const pair of node.items) setKey(result, keyText(pair), pair.value ? plainJson(pair.value) : null);
    return result;
  }
  return isScalar(node) && !isEmpty(node) ? (scalarText(node) ?? null) : null;
}

/** What YAML 1.2 calls null: nothing, ~ or null, without quotes. */
function isEmpty(node: Scalar): boolean {
  return node.type === Scalar.PLAIN && ['', '~', 'null', 'Null', 'NULL'].includes(String(node.value ?? ''));
}
