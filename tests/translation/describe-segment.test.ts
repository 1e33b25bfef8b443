import { expect, test } from 'vitest';
import type { EntityId, Glossary, Segment, Term } from '../../pipeline/model.ts';
import {
  describeSegments,
  type SegmentAnnotation,
  type TranslatorContext,
} from '../../pipeline/translation/describe-segments.ts';

const point = { line: 1, column: 1, offset: 0 };
const location = { path: 'source/demo/article.md', start: point, end: point };

function segment(markdown: string, given: Partial<Segment> = {}): Segment {
  const base = {
    index: 0,
    kind: 'paragraph',
    location,
    section: 's-lake',
    node: undefined,
    key: undefined,
  } as const;
  return { ...base, markdown, ...given };
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
const glossary: Pick<Glossary, 'find' | 'name'> = {
  name: (entity, language) => names[entity]?.[language],
  find: (text) =>
    [...text.matchAll(/IIRSA/g)].map(({ index }) => ({
      term: iirsa,
      label: { text: 'IIRSA', role: 'acronym' },
      start: index,
      end: index + 5,
    })),
};

function known(...facts: SegmentAnnotation[]): TranslatorContext {
  return {
    annotations: new Map([[0, facts]]),
    headings: new Map([['s-lake', 'The lake']]),
    plain: ({ markdown }) => markdown,
    glossary: glossary as Glossary,
    source: 'en',
  };
}

test('says what a segment is, and where', () => {
  expect(describeSegments([segment('x')], known(), 'es')).toEqual(['paragraph in “The lake”']);
  expect(describeSegments([segment('x', { kind: 'heading' })], known(), 'es')).toEqual(['heading']);
  expect(describeSegments([segment('x', { section: '' })], known(), 'es')).toEqual(['paragraph']);
  const title = segment('x', { kind: 'front-matter', key: 'title', section: '' });
  expect(describeSegments([title, segment('x', { kind: 'cell' })], known(), 'es')).toEqual([
    'front matter: title',
    'cell in “The lake”',
  ]);
});

test('lists entities with their names, values, citations and terms, each once and in the order of the text', () => {
  const facts: SegmentAnnotation[] = [
    { kind: 'value', entity: 'feature:lake', path: 'length', value: '204 km' },
    { kind: 'entity', entity: 'feature:lake' },
    { kind: 'citation', entity: 'work:kahhat-2007', locator: 'p. 255' },
    { kind: 'citation', entity: 'work:other', locator: undefined },
    { kind: 'words', entity: 'org:unnamed', path: 'name' },
    { kind: 'blank', entity: 'feature:lake', path: 'depth' },
  ];
  expect(describeSegments([segment('IIRSA and IIRSA')], known(...facts), 'es')).toEqual([
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
  const facts = known({ kind: 'entity', entity: 'feature:lake' });
  expect(describeSegments([segment('IIRSA')], facts, undefined)).toEqual([
    'paragraph in “The lake”',
    'entity feature:lake = the Lake',
  ]);
});

test('a term that a link points out is not told twice', () => {
  const facts = known({ kind: 'entity', entity: 'org:iirsa' });
  expect(describeSegments([segment('IIRSA')], facts, 'es')).toEqual([
    'paragraph in “The lake”',
    'entity org:iirsa = Initiative → Iniciativa',
  ]);
});

test('long lists and long lines are cut, and no line breaks out of its comment', () => {
  const many = Array.from(
    { length: 20 },
    (_, index): SegmentAnnotation => ({ kind: 'entity', entity: `place:p-${index}` }),
  );
  const lines = describeSegments([segment('x')], known(...many), 'es');
  expect(lines).toHaveLength(14);
  expect(lines.at(-1)).toBe('… 8 more');
  const long: SegmentAnnotation = {
    kind: 'value',
    entity: 'a:b',
    path: 'c',
    value: `😀\nmsgid "x"\r${'y'.repeat(500)}`,
  };
  const line = describeSegments([segment('x')], known(long), 'es').at(-1) ?? '';
  expect([...line]).toHaveLength(160);
  expect(line).not.toMatch(/[\r\n]/);
  expect(line.endsWith('y…')).toBe(true);
});
