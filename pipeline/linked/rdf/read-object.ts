import type { Json } from '../../model.ts';
import { isObject } from '../../values/json-value.ts';

/** What a property of a node leads to. */
export type NodeObject = NodeItem | { items: NodeItem[] };

/** With a language, in lower case as JSON-LD has it, or a datatype, or neither. */
export type NodeItem =
  | { id: string }
  | { text: string; language?: string; type?: undefined }
  | { text: string; type: string; language?: undefined };

/** https://www.w3.org/TR/json-ld11-api/#expansion-algorithm, 13.4.8 */
const languageTag = /^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$/;

/**
 * Reads a value of a node: a reference, a literal whose value is text, or a list of these.
 *
 * @param expand makes full addresses of those that may be compact
 * @throws Error for anything else: a bug of ours
 */
export function readObject(value: Json, expand: (iri: string) => string): NodeObject {
  if (isObject(value)) {
    const { '@id': id, '@value': text, '@language': language, '@type': type, '@list': items } = value;
    const count = Object.keys(value).length;
    if (typeof id === 'string' && count === 1) return { id: expand(id) };
    if (typeof text === 'string' && count === 1) return { text };
    if (typeof text === 'string' && typeof type === 'string' && count === 2)
      return { text, type: expand(type) };
    if (typeof text === 'string' && typeof language === 'string' && languageTag.test(language) && count === 2)
      return { text, language: language.toLowerCase() };
    if (Array.isArray(items) && count === 1) return { items: items.map((item) => readItem(item, expand)) };
  }
  throw new Error(`Not an object of a triple: ${JSON.stringify(value)}`);
}

function readItem(value: Json, expand: (iri: string) => string): NodeItem {
  const item = readObject(value, expand);
  if ('items' in item) throw new Error(`A list within a list: ${JSON.stringify(value)}`);
  return item;
}
