import { expect, test } from 'vitest';
import { readVocabulary } from '../../pipeline/graph/schema.ts';
import type { EntityId, Glossary, Segment, Term } from '../../pipeline/model.ts';
import { readCatalog } from '../../pipeline/translation/read-catalog.ts';
import { syncCatalogs } from '../../pipeline/translation/workbench/sync.ts';
import { borderSchemas, builtinSchemas } from '../graph/builtin-schemas.ts';
import { benchOf, segmentsOf } from './sample-bench.ts';

const quantity = { $ref: '../values.json#/$defs/quantity', title: 'Size', 'x-units': ['km'] };
const feature = { properties: { length: quantity, depth: quantity } };
const own = [{ path: 'schemas/types/feature.json', text: JSON.stringify(feature) }];
const vocabulary = readVocabulary(builtinSchemas(), [...borderSchemas(), ...own]).value;

function segment(markdown: string, given: Partial<Segment> = {}): Segment[] {
  return segmentsOf(markdown).map((plain) => ({ ...plain, index: 1, section: 's-lake', ...given }));
}

const names: Record<EntityId, Record<string, string>> = {
  'feature:lake': { en: 'the Lake', es: 'el Lago' },
  'org:iirsa': { en: 'Initiative', es: 'Iniciativa' },
};
const iirsa: Term = {
  entity: 'org:iirsa',
  labels: new Map([
    ['en', [{ text: 'IIRSA', role: 'acronym' }]],
    [
      'es',
      [
        { text: 'Iniciativa', role: 'name' },
        { text: 'IIRSA', role: 'acronym' },
      ],
    ],
  ]),
};
const glossary: Glossary = {
  terms: new Map([[iirsa.entity, iirsa]]),
  createFind: () => () => [],
  named: () => [],
  match: () => undefined,
  holds: () => false,
  name: (entity, language) => names[entity]?.[language],
  find: (text) =>
    [...text.matchAll(/IIRSA/g)].map(({ index }) => ({
      term: iirsa,
      label: { text: 'IIRSA', role: 'acronym' },
      start: index,
      end: index + 5,
    })),
};

/** What a translator reads above the entry of these segments; they stand below a heading "The lake". */
function describeSegments(group: Segment[], path = 'locales/es/demo.po'): string[] {
  const heading = segmentsOf('The lake').map((one) => ({
    ...one,
    kind: 'heading' as const,
    section: 's-lake',
  }));
  const { catalogs } = syncCatalogs(
    benchOf({ segments: [...heading, ...group], glossary, vocabulary }),
    [],
  ).value;
  const text = catalogs.find((catalog) => catalog.path === path)?.text ?? '';
  return readCatalog({ path, text }, 'es').value.entries.at(-1)?.extracted ?? [];
}

test('says what a segment is, and where', () => {
  expect(describeSegments(segment('x'))).toEqual(['paragraph in “The lake”']);
  expect(describeSegments(segment('x', { kind: 'heading' }))).toEqual(['heading']);
  expect(describeSegments(segment('x', { section: '' }))).toEqual(['paragraph']);
  const title = segment('x', { kind: 'front-matter', key: 'title', section: '' });
  expect(describeSegments([...title, ...segment('x', { kind: 'cell' })])).toEqual([
    'front matter: title',
    'cell in “The lake”',
  ]);
});

test('lists entities with their names, values, citations and terms, each once and in the order of the text', () => {
  const links =
    '[204 km](feature:lake#length) [it](feature:lake) [Kahhat](work:kahhat-2007 "p. 255") [other](work:other) ' +
    '[unnamed](org:unnamed#name) [](feature:lake#depth) IIRSA and IIRSA';
  expect(describeSegments(segment(links))).toEqual([
    'paragraph in “The lake”',
    'entity feature:lake = the Lake → el Lago',
    'value feature:lake#length = 204 km',
    'citation work:kahhat-2007, p. 255',
    'citation work:other',
    'entity org:unnamed',
    'value org:unnamed#name: your words',
    'value feature:lake#depth: filled in',
    'term IIRSA → IIRSA',
  ]);
});

test('a template tells names of the source language only, and no terms', () => {
  const text = segment('IIRSA [it](feature:lake)');
  expect(describeSegments(text, 'locales/demo.pot')).toEqual([
    'paragraph in “The lake”',
    'entity feature:lake = the Lake',
  ]);
});

test('a term that a link points out is not told twice', () => {
  expect(describeSegments(segment('[IIRSA](org:iirsa)'))).toEqual([
    'paragraph in “The lake”',
    'entity org:iirsa = Initiative → Iniciativa',
  ]);
});

test('long lists and long lines are cut, and no line breaks out of its comment', () => {
  const many = Array.from({ length: 20 }, (_, index) => `[x](place:p-${index})`);
  const lines = describeSegments(segment(many.join(' ')));
  expect(lines).toHaveLength(14);
  expect(lines.at(-1)).toBe('… 8 more');
  const long = `[x](work:b "😀\nmsgid \\"x\\"\r${'y'.repeat(500)}")`;
  const line = describeSegments(segment(long)).at(-1) ?? '';
  expect([...line]).toHaveLength(160);
  expect(line).not.toMatch(/[\r\n]/);
  expect(line.endsWith('y…')).toBe(true);
});
