import { Scalar } from 'yaml';
import { compareNumbers, ExactNumber, type Instance } from '../values/json-schema/instance.ts';

const core = 'tag:yaml.org,2002:';
const nulls = ['', '~', 'null', 'Null', 'NULL'];
const truths: ReadonlyMap<string, boolean> = new Map([
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
]);
const decimal = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE]([-+]?\d+))?$/;
/** Longest number, and the largest exponent, that is read as one. */
const numberMax = { length: 1000, exponent: 400 };

/** A scalar by YAML's core schema (https://yaml.org/spec/1.2.2/#103-core-schema); what JSON cannot hold (.nan, .inf) stays a text. */
export function readYamlScalar({ value, type, tag }: Scalar): Instance {
  const text = String(value ?? '');
  const isTyped = tag !== undefined && ['int', 'float', 'bool', 'null'].some((name) => tag === core + name);
  if (!isTyped && (type !== Scalar.PLAIN || tag === `${core}str` || tag === '!')) return text;
  if (nulls.includes(text)) return null;
  const truth = truths.get(text);
  if (truth !== undefined) return truth;
  if (/^(?:0o[0-7]+|0x[\dA-Fa-f]+)$/.test(text) && text.length < numberMax.length)
    return exactly(BigInt(text).toString());
  const [whole, exponent = '0'] = decimal.exec(text) ?? [];
  if (whole === undefined) return text;
  if (text.length > numberMax.length || Math.abs(Number(exponent)) > numberMax.exponent) return text;
  return exactly(
    text
      .replace(/^\+/, '')
      .replace(/^(-?)\./, '$10.')
      .replace(/\.(?=$|[eE])/, '')
      .toLowerCase(),
  );
}

/** A number as JSON writes it, with all its figures where a double would round. */
function exactly(text: string): number | ExactNumber {
  const number = Number(text);
  const exact = new ExactNumber(text);
  return Number.isFinite(number) && compareNumbers(exact, number) === 0 ? number : exact;
}
