import { isMap, isScalar, isSeq, type Node, Scalar } from 'yaml';
import type { Json, JsonObject, Property } from '../model.ts';
import { getKey, setKey } from './json-value.ts';
import { kindOf } from './kind-of.ts';
import { keyText, scalarText } from './scalar-text.ts';
import { spellLanguageTag } from './spell-language-tag.ts';
import { type ScalarTypes, typedJson } from './typed-json.ts';

/** Called for a key of a quantity that is none of its parts. */
export type UnknownKey = (key: Node, name: string, parts: Map<string, Property>) => void;

/**
 * A YAML value in the canonical form of its property: short forms are spelt out (`1290000` → value and unit, one value
 * of a many-valued property → a list), numbers become decimal strings of what stands in the file. What does not fit
 * the property's kind is kept as it is, for `validateGraph` to refuse at its place.
 */
export function canonicalValue(node: Node, property: Property, unknownKey: UnknownKey): Json {
  if (kindOf(property).isTagged) return canonicalText(node, property.many);
  if (!property.many || (property.alone === true && !isSeq(node)))
    return canonicalItem(node, property, unknownKey);
  if (isSeq<Node>(node)) return node.items.map((item) => canonicalItem(item, property, unknownKey));
  const only = canonicalItem(node, property, unknownKey);
  return only === null ? null : [only];
}

function canonicalItem(node: Node, property: Property, unknownKey: UnknownKey): Json {
  const isAny = kindOf(property).instanceType === 'any';
  if (isScalar(node)) {
    if (isAny) return typedJson(node, scalarTypes(property));
    return isEmpty(node) ? null : kindOf(property).fromRecord(scalarText(node) ?? '', property);
  }
  if (!isMap<Node, Node>(node) || property.parts.size === 0) return isAny ? typedJson(node) : plainJson(node);
  const result: JsonObject = {};
  for (const pair of node.items) {
    const name = keyText(pair);
    const part = property.parts.get(name);
    if (!part && property.structure?.isOpen === true)
      setKey(result, name, pair.value ? typedJson(pair.value) : null);
    else if (!part) unknownKey(pair.key, name, property.parts);
    else result[name] = pair.value ? canonicalValue(pair.value, part, unknownKey) : null;
  }
  return kindOf(property).composition?.complete(result, property) ?? result;
}

function canonicalText(node: Node, many: boolean): Json {
  if (!isMap<Node, Node>(node)) return plainJson(node);
  const result: JsonObject = {};
  for (const pair of node.items) {
    const value = pair.value ? plainJson(pair.value) : null;
    const key = keyText(pair);
    const tag = spellLanguageTag(key);
    // A tag is one whatever its case; a second text under it keeps its key, and is refused for that.
    const isSecond = getKey(result, tag) !== undefined;
    setKey(result, isSecond ? key : tag, many && typeof value === 'string' ? [value] : value);
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

/** A number where only a text may stand is the text of its figures, as with a property that is a text. */
function scalarTypes({ alternatives }: Property): ScalarTypes {
  const has = (...types: string[]): boolean =>
    !alternatives || alternatives.some((each) => ['any', ...types].includes(kindOf(each).instanceType));
  const isText = has('string');
  return { number: has('number', 'integer') || !isText, boolean: has('boolean') || !isText };
}

/** What YAML 1.2 calls null: nothing, ~ or null, without quotes. */
function isEmpty(node: Scalar): boolean {
  return node.type === Scalar.PLAIN && ['', '~', 'null', 'Null', 'NULL'].includes(String(node.value ?? ''));
}
