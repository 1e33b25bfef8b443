import { describe, expect, test } from 'vitest';
import { createEvaluator } from '../../pipeline/values/json-schema/evaluate.ts';
import { readSchemaDocuments } from '../../pipeline/values/json-schema/schema-documents.ts';
import { type Draft, readRemotes, readSuite, type SuiteTest, suite } from './read-suite.ts';

/** As JSON Schema has it where nobody says otherwise: patterns of ECMA-262, formats that say nothing. */
const standard = {
  matches: (pattern: string, text: string) => new RegExp(pattern, 'u').test(text),
  hasFormat: () => true,
};

/** What a validator need not do, and ours does not. May only shrink. */
const notDone: Record<Draft, string[]> = {
  'draft2020-12': [
    // A schema of 2019-09 inside.
    'cross-draft: refs to historic drafts are processed as historic drafts: first item not a string is valid',
    // `format` is asserted for all values of a project, or for none.
    'format-assertion: schema that uses custom metaschema with format-assertion: false: format-assertion: false: invalid string',
    'format-assertion: schema that uses custom metaschema with format-assertion: true: format-assertion: true: invalid string',
  ],
  // Later drafts took these for notes to readers.
  draft7: [
    'content: validation of string-encoded content based on media type: an invalid JSON document',
    'content: validation of binary string-encoding: an invalid base64 string (% is not a valid character)',
    'content: validation of binary-encoded media type documents: a validly-encoded invalid JSON document',
    'content: validation of binary-encoded media type documents: an invalid base64 string that is valid JSON',
  ],
};

describe('the official test suite of JSON Schema', suite.options, () => {
  const remotes = suite.options.skip ? new Map() : readRemotes();
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
    readSuite(draft, part)
      .filter((one) => fits(draft, one) !== one.valid)
      .map(({ file, group, name }) => `${file}: ${group}: ${name}`);

  test.each<[Draft, number]>([
    ['draft2020-12', 1299],
    ['draft7', 927],
  ])('is passed in what %s requires', (draft, number) => {
    expect(readSuite(draft, 'required').length).toBeGreaterThanOrEqual(number);
    expect(failing(draft, 'required')).toEqual([]);
  });

  test.each<Draft>(['draft2020-12', 'draft7'])('is passed in what %s leaves open, but for a few', (draft) => {
    expect(failing(draft, 'optional')).toEqual(notDone[draft]);
  });
});
