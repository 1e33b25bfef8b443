import fc from 'fast-check';
import { DataFactory, Parser } from 'n3';
import { expect, test } from 'vitest';
import type { ResourceChange } from '../../pipeline/linked/compare/compare-triples.ts';
import { findGraphChange } from '../../pipeline/linked/compare/find-graph-change.ts';
import type { GraphChange } from '../../pipeline/linked/compare/group-changes.ts';

const { namedNode, literal, quad } = DataFactory;
const parse = (text: string) =>
  new Parser().parse(`@prefix : <https://example.org/>. @prefix schema: <http://schema.org/>. ${text}`);

const subject = fc
  .constantFrom('a', 'a#part', 'b', 'c/1.0.0')
  .map((name) => namedNode(`https://example.org/${name}`));
const predicate = fc.constantFrom('p', 'q').map((name) => namedNode(`https://example.org/${name}`));
const object = fc.oneof(
  fc.constantFrom('x', 'y').map((name) => namedNode(`https://example.org/${name}`)),
  fc
    .tuple(fc.constantFrom('1', '2', 'é"\n'), fc.constantFrom('en', 'es'))
    .map(([text, tag]) => literal(text, tag)),
);
const graph = fc.array(
  fc.tuple(subject, predicate, object).map(([s, p, o]) => quad(s, p, o)),
  { maxLength: 12 },
);

/** A change read backwards. */
function reversed({ entities, summary }: GraphChange): GraphChange {
  const swap = (change: ResourceChange): ResourceChange => ({
    ...change,
    state: change.state === 'added' ? 'removed' : change.state === 'removed' ? 'added' : 'changed',
    added: change.removed,
    removed: change.added,
    changed: change.changed.map((fact) => ({ ...fact, from: fact.to, to: fact.from })),
  });
  const counts = (c: GraphChange['summary']['entities']) => ({ ...c, added: c.removed, removed: c.added });
  return {
    entities: entities.map((entity) => ({
      ...swap(entity),
      parts: counts(entity.parts),
      resources: entity.resources.map(swap),
    })),
    summary: { entities: counts(summary.entities), statements: counts(summary.statements) },
  };
}

test('a graph does not differ from itself, in whatever order', () => {
  fc.assert(
    fc.property(graph, (quads) => {
      expect(findGraphChange(quads, [...quads].reverse()).entities).toEqual([]);
    }),
  );
});

test('from the later to the earlier, what was added is removed', () => {
  const orderless = (change: GraphChange) => ({
    ...change,
    entities: change.entities.map((entity) => ({
      ...entity,
      changed: [...entity.changed].sort((a, b) =>
        a.predicate + a.language < b.predicate + b.language ? -1 : 1,
      ),
      resources: entity.resources.map((part) => ({
        ...part,
        changed: [...part.changed].sort((a, b) =>
          a.predicate + a.language < b.predicate + b.language ? -1 : 1,
        ),
      })),
    })),
  });
  fc.assert(
    fc.property(graph, graph, (before, after) => {
      expect(orderless(findGraphChange(after, before))).toEqual(
        orderless(reversed(findGraphChange(before, after))),
      );
    }),
  );
});

test('the counts are those of the statements that only one graph has', () => {
  const texts = (quads: ReturnType<typeof parse>) =>
    new Set(quads.map(({ subject, predicate, object }) => JSON.stringify([subject, predicate, object])));
  fc.assert(
    fc.property(graph, graph, (before, after) => {
      const { added, changed, removed } = findGraphChange(before, after).summary.statements;
      const [old, now] = [texts(before), texts(after)];
      expect(added + changed).toBe([...now].filter((text) => !old.has(text)).length);
      expect(removed + changed).toBe([...old].filter((text) => !now.has(text)).length);
    }),
  );
});

test('one value in the place of another is a change, in each language by itself', () => {
  const { entities } = findGraphChange(
    parse(':a schema:name "Lake"@en, "Lago"@es ; :size 1 .'),
    parse(':a schema:name "Lake"@en, "El lago"@es ; :size 2, 3 .'),
  );
  expect(entities).toMatchObject([
    {
      iri: 'https://example.org/a',
      state: 'changed',
      changed: [{ language: 'es', from: '"Lago"@es', to: '"El lago"@es' }],
      added: [
        { object: '"2"^^<http://www.w3.org/2001/XMLSchema#integer>' },
        { object: '"3"^^<http://www.w3.org/2001/XMLSchema#integer>' },
      ],
      removed: [{ object: '"1"^^<http://www.w3.org/2001/XMLSchema#integer>' }],
    },
  ]);
});

test('another version is no other resource', () => {
  const edition = (version: string) =>
    parse(
      `<https://example.org/edition/en/${version}> schema:version "${version}" . :quote :from <https://example.org/edition/en/${version}#p1> .`,
    );
  const { entities } = findGraphChange(edition('1.0.0'), edition('1.1.0'));
  expect(entities).toMatchObject([
    {
      iri: 'https://example.org/edition/en',
      state: 'changed',
      changed: [{ from: '"1.0.0"', to: '"1.1.0"' }],
    },
  ]);
});

test('lists are compared as wholes, whatever their blank nodes are called', () => {
  const list = (...items: string[]) => parse(`:a :authors (${items.join(' ')}) .`);
  expect(findGraphChange(list('"x"', '"y"'), list('"x"', '"y"')).entities).toEqual([]);
  expect(findGraphChange(list('"x"', '"y"'), list('"y"', '"x"')).entities).toMatchObject([
    { changed: [{ from: '( "x" "y" )', to: '( "y" "x" )' }] },
  ]);
});
