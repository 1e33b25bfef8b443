import { describe, expect, test } from 'vitest';
import { createEvaluator } from '../../pipeline/values/json-schema/evaluate.ts';
import { readSchemaDocuments } from '../../pipeline/values/json-schema/schema-documents.ts';
import { type Draft, hasSuite, readRemotes, readSuite, type SuiteTest } from './read-suite.ts';

/** As JSON Schema has it where nobody says otherwise: patterns of ECMA-262, formats that say nothing. */
const standard = {
  matches: (pattern: string, text: string) => new RegExp(pattern, 'u').test(text),
  hasFormat: () => true,
};

describe.skipIf(!hasSuite)('the official test suite', () => {
  const remotes = hasSuite ? readRemotes() : new Map();
  const own = 'https://example.org/schema';
  const dialects = {
    'draft2020-12': 'https://json-schema.org/draft/2020-12/schema',
    draft7: 'http://json-schema.org/draft-07/schema#',
  };

  const fits = (draft: Draft, { schema, data }: SuiteTest): boolean => {
    const documents = readSchemaDocuments(new Map([...remotes, [own, schema]]), dialects[draft]);
    const node = documents.at(own);
    return node !== undefined && createEvaluator(documents, standard)(node, data).length === 0;
  };

  const failing = (draft: Draft, part: 'required' | 'optional'): string[] =>
    readSuite(draft, part).flatMap((one) => {
      let found: boolean | string;
      try {
        found = fits(draft, one);
      } catch (error) {
        found = String(error);
      }
      return found === one.valid
        ? []
        : [`${one.file}: ${one.group}: ${one.name}${typeof found === 'string' ? found : ''}`];
    });

  test.each<[Draft, number]>([
    ['draft2020-12', 1299],
    ['draft7', 900],
  ])('%s', (draft, number) => {
    expect(readSuite(draft, 'required').length).toBeGreaterThanOrEqual(number);
    expect(failing(draft, 'required')).toEqual([]);
  });
  test.each<[Draft, number]>([
    ['draft2020-12', 1299],
    ['draft7', 900],
  ])('optional %s', (draft) => {
    expect(failing(draft, 'optional')).toEqual([]);
  });
});
