import { describe, expect, test } from 'vitest';
import { readBibliography } from '../../pipeline/graph/bibliography.ts';
import type { Diagnostic } from '../../pipeline/model.ts';
import { builtinVocabulary, places, recordsOf, stateGraph } from './sample-graph.ts';

const vocabulary = builtinVocabulary();

function read(items: unknown) {
  const text = typeof items === 'string' ? items : JSON.stringify(items, null, 2);
  return readBibliography([{ path: 'source/demo/references.json', text }], vocabulary);
}

const kahhat = {
  id: 'kahhat-2007',
  type: 'chapter',
  title: 'Borders',
  author: [
    { family: 'Kahhat', given: 'Farid' },
    { literal: 'IEP' },
    { family: 'Rua', given: 'J.', 'non-dropping-particle': 'de la' },
  ],
  issued: { 'date-parts': [[2007, 6]] },
  'container-title': 'Peru Today',
  volume: 4,
  page: '250-255',
};

/** No text cites the works here. */
const isOfGraph = ({ rule }: Diagnostic): boolean => rule !== 'work-is-cited';

describe('a work', () => {
  test('has the variables that the schema names', () => {
    const { value, diagnostics } = read([kahhat]);
    expect(diagnostics).toEqual([]);
    expect(value[0]).toMatchObject({
      id: 'work:kahhat-2007',
      source: 'bibliography',
      csl: kahhat,
      properties: {
        name: { und: 'Borders' },
        author: ['Kahhat, Farid', 'IEP', 'de la Rua, J.'],
        issued: '2007-06',
        containerTitle: 'Peru Today',
        volume: '4',
        pages: '250-255',
      },
    });
    expect(value[0]?.locate('containerTitle').start).toMatchObject({ line: 28, column: 24 });
  });

  test('has its title in every language, but for those that a record names', () => {
    const record = recordsOf('work:kahhat-2007:\n  name: {es: Fronteras}\n', vocabulary);
    const { value, diagnostics } = stateGraph([], [...read([kahhat]).value, ...record], vocabulary);
    expect(places(diagnostics.filter(isOfGraph))).toEqual([]);
    expect(value.entities.get('work:kahhat-2007')?.properties.name).toEqual({
      en: 'Borders',
      es: 'Fronteras',
      pt: 'Borders',
    });
  });

  test('is not contradicted by a record', () => {
    const record = recordsOf('work:kahhat-2007:\n  volume: "5"\n', vocabulary);
    const { diagnostics } = stateGraph([], [...read([kahhat]).value, ...record], vocabulary);
    expect(diagnostics.filter(isOfGraph)).toMatchObject([
      { rule: 'records-agree', values: { expected: '4', found: '5' }, related: [{ role: 'record' }] },
    ]);
  });
});

describe('mistakes', () => {
  test.each([
    ['no JSON', '[{]', ['bibliography-is-well-formed 1:3']],
    ['nothing', '', ['bibliography-is-well-formed 1:1']],
    ['no list', '{}', ['bibliography-is-well-formed 1:1']],
    ['no work', '[1]', ['bibliography-is-well-formed 1:2']],
    ['no title', '[{"id": "a", "type": "book"}]', ['bibliography-is-well-formed 1:2']],
    [
      'an id without a letter or figure',
      '[{"id": "—", "type": "book", "title": "x"}]',
      ['entity-id-is-well-formed 1:9'],
    ],
    [
      'a date without a year',
      '[{"id": "a", "type": "book", "title": "x", "issued": {}}]',
      ['bibliography-is-well-formed 1:54'],
    ],
    ['a key twice', '[{"id": "a", "id": "a", "type": "book", "title": "x"}]', ['yaml-key-is-unique 1:14']],
  ])('%s', (_, text, expected) => {
    expect(places(read(text).diagnostics)).toEqual(expected);
  });

  test('two works with one id', () => {
    const { value } = read([kahhat, kahhat]);
    const { diagnostics } = stateGraph([], value, vocabulary);
    expect(diagnostics.filter(isOfGraph).map(({ rule }) => rule)).toEqual(['entity-id-is-unique']);
  });
});
