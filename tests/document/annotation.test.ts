import { describe, expect, test } from 'vitest';
import { parseAnnotation } from '../../pipeline/text/annotation.ts';
import { vocabulary } from './sample.ts';

const read = (url: string) => parseAnnotation(url, vocabulary);

describe('addresses', () => {
  test('of entities and their properties', () => {
    expect(read('org:can')).toMatchObject({ kind: 'mention', entity: 'org:can', type: { name: 'org' } });
    expect(read('border:ec-pe#length')).toMatchObject({
      kind: 'property',
      entity: 'border:ec-pe',
      path: 'length',
      property: { kind: 'quantity' },
    });
    expect(read('hub:andean#population.period')).toMatchObject({
      path: 'population.period',
      property: { name: 'period', kind: 'period' },
    });
  });

  test.each([
    'https://example.org/org:can',
    'HTTP://example.org',
    'mailto:a@example.org',
    'doi:10.1000/182',
    'urn:lex:pe:ley:26821',
    'tel:+511',
    'geo:-12,-77',
    'wd:Q419',
    'isbn:978',
    'other.md',
    '../org/can.md',
    '#box-one',
    '',
    'can',
    'javascript:alert(1)',
    'constructor:x',
    '__proto__:x',
    'jabberwocky:x',
    'orgs://host',
  ])('"%s" is an ordinary link', (url) => {
    expect(read(url)).toEqual({ kind: 'ordinary' });
  });

  test.each([
    ['plaec:peru', 'entity-type-is-known', 'place'],
    ['contry:peru', 'entity-type-is-known', 'country'],
    ['Country:peru', 'entity-type-is-known', 'country'],
    ['ogr:can', 'entity-type-is-known', 'org'],
    ['org:Can', 'entity-id-is-well-formed', 'org:can'],
    ['country:Perú', 'entity-id-is-well-formed', 'country:peru'],
    ['country:la paz', 'entity-id-is-well-formed', 'country:la-paz'],
    ['country:../etc/passwd', 'entity-id-is-well-formed', 'country:etc-passwd'],
    ['country:peru/', 'entity-id-is-well-formed', 'country:peru'],
    ['country:__proto__', 'entity-id-is-well-formed', 'country:proto'],
    ['country:%70eru', 'entity-id-is-well-formed', 'country:70eru'],
    ['border:ec-pe#lenght', 'property-is-known', 'length'],
    ['hub:andean#population.perod', 'property-is-known', 'period'],
  ])('"%s" breaks %s, likely %s', (url, rule, likely) => {
    const address = read(url);
    expect(address).toMatchObject({ kind: 'mistake', rule, values: { context: 'likely' } });
    expect(address.kind === 'mistake' && String(address.values.likely).split(', ')).toContain(likely);
  });

  test.each([
    ['country:Перу', 'entity-id-is-well-formed'],
    ['country:', 'entity-id-is-well-formed'],
    ['country:秘魯#name', 'entity-id-is-well-formed'],
    ['border:ec-pe#', 'annotation-is-well-formed'],
    ['border:ec-pe#__proto__', 'property-is-known'],
    ['border:ec-pe#constructor', 'property-is-known'],
    ['border:ec-pe#length.', 'property-is-known'],
    ['thing:x', 'entity-type-is-known'],
  ])('"%s" breaks %s', (url, rule) => {
    expect(read(url)).toMatchObject({ kind: 'mistake', rule });
  });
});
