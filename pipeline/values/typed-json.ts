import { isMap, isScalar, isSeq, type Node, Scalar } from 'yaml';
import type { Json, JsonObject } from '../model.ts';
import { compareNumbers, ExactNumber } from './json-schema/instance.ts';
import { setKey } from './json-value.ts';
import { keyText, scalarText } from './scalar-text.ts';
import { writeUnheld } from './unheld-number.ts';

const nulls = ['', '~', 'null', 'Null', 'NULL'];
const truths = new Map([
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
]);
const decimalForm = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/;
/** Numbers of YAML that JSON does not have, or that versions of YAML read otherwise: octal and hexadecimal ones, what is none. */
const otherForm =
  /^[-+]?(?:0\d+(?:\.\d*)?(?:[eE][-+]?\d+)?|\.(?:inf|Inf|INF))$|^(?:0o[0-7]+|0x[0-9a-fA-F]+|\.(?:nan|NaN|NAN))$/;

/** Which types of JSON a scalar without quotes may have; all unless given. */
export interface ScalarTypes {
  number: boolean;
  boolean: boolean;
}

/** A YAML node as JSON by YAML's core schema (https://yaml.org/spec/1.2.2/#103-core-schema); what stands in quotes is a string. */
export function typedJson(node: Node, types: ScalarTypes = { number: true, boolean: true }): Json {
  if (isSeq<Node>(node)) return node.items.map((item) => typedJson(item));
  if (isMap<Node, Node>(node)) {
    const result: JsonObject = {};
    for (const pair of node.items) setKey(result, keyText(pair), pair.value ? typedJson(pair.value) : null);
    return result;
  }
  const text = scalarText(node) ?? '';
  if (!isScalar(node) || node.type !== Scalar.PLAIN) return text;
  if (nulls.includes(text)) return null;
  const truth = types.boolean ? truths.get(text) : undefined;
  if (truth !== undefined) return truth;
  if (!types.number) return text;
  if (otherForm.test(text)) return writeUnheld(text);
  return decimalForm.test(text) ? typedNumber(text) : text;
}

function typedNumber(text: string): Json {
  const [figures = '', exponent = '0'] = text.replace(/^\+/, '').toLowerCase().split('e');
  const written = `${figures.replace(/^(-?)\./, '$10.').replace(/\.$/, '')}e${exponent}`;
  const number = Number(written);
  // Beyond these powers of ten a double is no number, or nothing.
  const isHeld =
    Math.abs(Number(exponent)) < 400 &&
    Number.isFinite(number) &&
    compareNumbers(new ExactNumber(written), number) === 0;
  return isHeld ? number + 0 : writeUnheld(text);
}
