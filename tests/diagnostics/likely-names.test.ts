import { expect, test } from 'vitest';
import { likelyNames } from '../../pipeline/rules/likely-names.ts';

test.each([
  ['lenght', ['length', 'depth'], ['length']],
  ['bxo', ['box', 'table'], ['box']],
  ['mm', ['m', 'km', 'm2', 'hour'], ['km', 'm2']],
  ['s', ['m', 't', 'US$'], []],
  ['country:nowhere', ['country:peru', 'country:chile'], []],
  ['country:cuador', ['country:ecuador', 'country:peru'], ['country:ecuador']],
  ['contry:ecuador', ['country:ecuador', 'border:ec-pe'], ['country:ecuador']],
])('%s is near %j: %j', (name, candidates, likely) => {
  expect(likelyNames(name, candidates)).toEqual(likely);
});
