import { describe, expect, test } from 'vitest';
import { findContradictions } from '../../pipeline/graph/find-contradictions.ts';
import { readVocabulary } from '../../pipeline/graph/schema.ts';
import { takeClaims } from '../../pipeline/graph/take-claims.ts';
import type { Json } from '../../pipeline/model.ts';
import { borderSchemas, builtinSchemas } from './builtin-schemas.ts';

const vocabulary = readVocabulary(builtinSchemas(), borderSchemas()).value;
const at = { line: 1, column: 1, offset: 0 };
const origin = { source: 'record', language: undefined, segment: undefined } as const;

/** The names of the texts that a contradiction is told in, where text `a`, `b` and so on say these values, one or several. */
function told(id: string, property: string, ...said: Json[][]): string[] {
  const texts = said.map((values, index) => {
    const name = 'abc'[index] ?? '';
    const location = { path: `${name}.yaml`, start: at, end: at };
    const origins = new Map([['', [{ ...origin, location }]]]);
    const properties = { [property]: values.length > 1 ? values : (values[0] ?? null) };
    const entity = { id, type: id.replace(/:.*/, ''), slug: '', properties, origins, csl: undefined };
    const graph = { entities: new Map([[id, entity]]), facts: [], mentions: [], notes: new Map() };
    return { name, claims: takeClaims(graph, vocabulary) };
  });
  return findContradictions(texts, vocabulary).map(({ name }) => name);
}

const people = (value: string, parts: Record<string, Json> = {}): Json => ({
  value,
  unit: 'person',
  ...parts,
});

describe('values of which there is one', () => {
  test.each<[string, Json, Json, string[]]>([
    ['other dates', '1998-10-26', '1998-10-27', ['b']],
    ['the same date', '1998-10-26', '1998-10-26', []],
    ['a date that says more', '1998-10', '1998-10-26', []],
    ['a date that says less', '1998-10-26', '1998', []],
    ['a date of another year', '1998', '1999-01-01', ['b']],
  ])('%s', (_, one, other, expected) => {
    expect(told('event:summit', 'date', [one], [other])).toEqual(expected);
  });
});

describe('measured values', () => {
  test.each<[string, Json, Json, string[]]>([
    ['of one time differ', people('100', { period: '2007' }), people('120', { period: '2007' }), ['b']],
    [
      'of other times do not contradict',
      people('100', { period: '2007' }),
      people('120', { period: '2017' }),
      [],
    ],
    ['of which one has no time do not contradict', people('100', { period: '2007' }), people('120'), []],
    ['without any time differ', people('100'), people('120'), ['b']],
    ['are the same', people('100'), people('100'), []],
  ])('%s', (_, one, other, expected) => {
    expect(told('place:lima', 'population', [one], [other])).toEqual(expected);
  });

  test('in another unit are the same value', () => {
    const length = (value: string, unit: string): Json => ({ value, unit });
    expect(told('border:ec-pe', 'length', [length('1528', 'km')], [length('1528000', 'm')])).toEqual([]);
    expect(told('border:ec-pe', 'length', [length('1528', 'km')], [length('1529000', 'm')])).toEqual(['b']);
  });

  test('are held against each that a text has', () => {
    const [first, second] = [people('100', { period: '2007' }), people('120', { period: '2017' })];
    expect(
      told('place:lima', 'population', [first, second], [second], [people('121', { period: '2017' })]),
    ).toEqual(['c']);
  });
});

test('of one text alone nothing is told', () => {
  expect(told('event:summit', 'date', ['1998', '1999'])).toEqual([]);
});
