import { expect, test } from 'vitest';
import { checkTables } from '../../pipeline/publish/check-tables.ts';
import { samplePublication } from './sample-publication.ts';
import { sampleEntities } from './sample-text.ts';
import { sampleVocabulary } from './sample-vocabulary.ts';

const vocabulary = sampleVocabulary();

function check(attributes: string, content = ''): object[] {
  const text = `Text.\n\n:::table[T]{#table-t ${attributes}}\n${content}:::\n`;
  return checkTables(samplePublication({ en: text }, sampleEntities, vocabulary), vocabulary).map(
    ({ rule, location, values }) => ({ rule, line: location.start.line, ...values }),
  );
}

const rule = { rule: 'data-table-can-be-written', line: 3 };

test.each([
  ['of="review" rows="basin" columns="trait" cells="proof finding"', []],
  [
    'of="reviw" rows="basin" columns="trait" cells="proof"',
    [{ ...rule, attribute: 'of', found: 'reviw', likely: 'review' }],
  ],
  [
    'of="review" rows="basn" columns="trait" cells="proof"',
    [{ ...rule, attribute: 'rows', likely: 'basin' }],
  ],
  [
    'of="review" rows="finding" columns="trait" cells="proof"',
    [{ ...rule, attribute: 'rows', found: 'finding' }],
  ],
  ['of="review" rows="basin" cells="proof"', [{ ...rule, context: 'missing', attribute: 'columns' }]],
  [
    'of="lake" rows="shore" columns="shore" cells="level __proto__"',
    [{ ...rule, attribute: 'cells', found: '__proto__' }],
  ],
  ['of="__proto__" rows="x" columns="y" cells="z"', [{ ...rule, attribute: 'of' }]],
  ['', [{ ...rule, context: 'none' }]],
])('%s', (attributes, expected) => {
  expect(check(attributes)).toMatchObject(expected);
  expect(check(attributes)).toHaveLength(expected.length);
});

test('a table written by hand needs no data', () => {
  expect(check('', '| a |\n|---|\n| b |\n')).toEqual([]);
});

test('a table that nothing fills is found', () => {
  const text = ':::table[T]{#table-t of="review" rows="basin" columns="trait" cells="proof"}\n:::\n';
  const [finding] = checkTables(samplePublication({ en: text }, [], vocabulary), vocabulary);
  expect(finding?.values).toMatchObject({ context: 'empty', type: 'review' });
});
