import { describe, expect, test } from 'vitest';
import { readRecords } from '../../pipeline/graph/records.ts';
import { builtinVocabulary, places } from './sample-graph.ts';

const vocabulary = builtinVocabulary();

function read(text: string) {
  return readRecords([{ path: 'source/demo/entities/a.yaml', text }], vocabulary);
}

function properties(text: string) {
  const { value, diagnostics } = read(text);
  expect(diagnostics).toEqual([]);
  return value[0]?.properties;
}

describe('short forms become canonical', () => {
  test.each([
    [
      'a number takes the first unit',
      'population: 1290000',
      { population: { value: '1290000', unit: 'inhabitant' } },
    ],
    ['a number keeps what was typed', 'area: 054.10', { area: { value: '54.1', unit: 'km2' } }],
    [
      'a number beyond 2^53',
      'area: 12345678901234567890.5',
      { area: { value: '12345678901234567890.5', unit: 'km2' } },
    ],
    ['a quantity in words', 'area: 28 ha', { area: { value: '28', unit: 'ha' } }],
    ['a percentage', 'areaShare: 16.80%', { areaShare: { value: '16.8', unit: '%' } }],
    ['a quantity without a unit', 'area: {value: 3}', { area: { value: '3', unit: 'km2' } }],
    [
      'parts alone',
      'population: {period: 2008, qualifier: approximately}',
      { population: { period: '2008', qualifier: 'approximately' } },
    ],
    ['a count', 'regionCount: 007', { regionCount: { value: '7', unit: '1' } }],
    ['one value of many', 'borders: country:chile', { borders: ['country:chile'] }],
    [
      'one text of many',
      'alternateName: {en: Republic of Peru}',
      { alternateName: { en: ['Republic of Peru'] } },
    ],
    ['a code that YAML 1.1 would take for false', 'isoCode: NO', { isoCode: 'NO' }],
  ])('%s', (_, line, expected) => {
    expect(properties(`country:peru:\n  ${line}\n`)).toEqual(expected);
  });

  test('dates need no quotation marks', () => {
    expect(properties('event:war:\n  date: 1998-10-26\n  startDate: 1995\n')).toEqual({
      date: '1998-10-26',
      startDate: '1995',
    });
  });

  test('numbers of laws stay as they are', () => {
    expect(properties('law:l:\n  number: 029778\n')).toEqual({ number: '029778' });
  });

  test('what does not fit stays for validation', () => {
    expect(properties('country:peru:\n  name: Peru\n  area: wide\n  regionCount: some\n')).toEqual({
      name: 'Peru',
      area: 'wide',
      regionCount: 'some',
    });
  });
});

describe('places', () => {
  const { value } = read(
    'country:peru:\n  name: {en: Peru}\n  borders: [country:chile, country:brazil]\n  area: 12\n',
  );
  const at = (path: string) => {
    const { start, end } = value[0]?.locate(path) ?? {};
    return `${start?.line}:${start?.column}-${end?.line}:${end?.column}`;
  };
  test('are those of the value, or of the nearest around it', () => {
    expect(at('name/en')).toBe('2:14-2:18');
    expect(at('borders/1')).toBe('3:28-3:42');
    expect(at('area/value')).toBe('4:9-4:11');
    expect(at('')).toBe('1:1-1:13');
  });
  test('count CRLF and a BOM as any editor does', () => {
    const crlf = read('\uFEFFcountry:peru:\r\n  area: 12\r\n').value[0]?.locate('area');
    expect(crlf?.start).toMatchObject({ line: 2, column: 9 });
  });
});

describe('mistakes', () => {
  test.each([
    ['nothing', '', []],
    ['a comment alone', '# nothing yet\n', []],
    ['a record without properties', 'country:peru:\n', []],
    ['a tab', 'country:peru:\n\tname: {en: Peru}\n', ['yaml-is-well-formed 2:1']],
    ['a bracket that is not closed', 'country:peru:\n  name: {en: Peru\n', ['yaml-is-well-formed 3:1']],
    ['a colon in plain text', 'country:peru: a: b\n', ['yaml-is-well-formed 1:15']],
    ['two documents', 'country:peru:\n---\ncountry:chile:\n', ['yaml-is-well-formed 2:1']],
    ['a key twice', 'country:peru:\n  area: 1\n  area: 2\n', ['yaml-key-is-unique 3:3']],
    // The graph has a rule for it.
    ['a record twice in one file', 'country:peru:\ncountry:peru:\n', []],
    ['the first of two mistakes', 'country:peru:\n  a: b: c\n  d: e: f\n', ['yaml-is-well-formed 2:6']],
    ['a mistake after a text of two lines', 'a: b\n  c: d\n', ['yaml-is-well-formed 1:4']],
    [
      'an anchor and its alias',
      'country:peru: &p\n  area: 1\ncountry:chile: *p\n',
      ['yaml-has-no-anchors 1:15', 'yaml-has-no-anchors 3:16'],
    ],
    ['a list instead of records', '- country:peru\n', ['record-is-well-formed 1:1']],
    ['text instead of a record', 'country:peru: Peru\n', ['record-is-well-formed 1:15']],
    ['an id with capitals', 'country:Peru:\n', ['entity-id-is-well-formed 1:1']],
    ['an id that climbs', '../x:y:\n', ['entity-id-is-well-formed 1:1']],
    ['an id in other letters', 'country:perú:\n', ['entity-id-is-well-formed 1:1']],
    ['__proto__ as an id', '__proto__:\n  area: 1\n', ['entity-id-is-well-formed 1:1']],
    ['__proto__ as a property', 'country:peru:\n  __proto__: {area: 1}\n', ['property-is-known 2:3']],
    ['an unknown type', 'contry:peru:\n', ['entity-type-is-known 1:1']],
    ['a type for others to build upon', 'thing:x:\n', ['entity-type-is-known 1:1']],
    ['an unknown property', 'country:peru:\n  aera: 1\n', ['property-is-known 2:3']],
    ['an unknown part', 'country:peru:\n  area: {valeu: 1}\n', ['property-is-known 2:10']],
  ])('%s', (_, text, expected) => {
    expect(places(read(text).diagnostics)).toEqual(expected);
  });

  test('likely names are told', () => {
    const [type, property] = read('contry:peru:\ncountry:peru:\n  populaton: 1\n').diagnostics;
    expect(type?.values.likely).toBe('country');
    expect(property?.values.likely).toBe('population');
  });

  test('aliases that would explode cost nothing', () => {
    const levels = Array.from(
      { length: 30 },
      (_, index) => `  a${index}: &a${index} [${`*a${index - 1}, `.repeat(9)}]`,
    );
    const text = `country:peru:\n  a: &a0 [x]\n${levels.slice(1).join('\n')}\n`;
    expect(read(text).diagnostics.map(({ rule }) => rule)).toContain('yaml-has-no-anchors');
  });

  test.each(['['.repeat(100_000), '- '.repeat(100_000), '{a: '.repeat(100_000)])(
    'nesting without end',
    (text) => {
      expect(read(`country:peru: ${text}`).diagnostics.map(({ values }) => values.context)).toEqual([
        'nesting',
      ]);
    },
  );

  test('a broken file leaves the others alone', () => {
    const { value } = readRecords(
      [
        { path: 'a.yaml', text: 'country:peru: {' },
        { path: 'b.yaml', text: 'country:chile:\n' },
      ],
      vocabulary,
    );
    expect(value.map(({ id }) => id)).toEqual(['country:chile']);
  });
});
