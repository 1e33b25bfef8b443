import fc from 'fast-check';
import { DataFactory, Parser, Writer } from 'n3';
import { expect, test } from 'vitest';
import { diff } from '../../pipeline/linked/dataset/diff.ts';

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

type State = 'added' | 'changed' | 'removed';
type Counts = Record<State, number>;

interface ResourceChange {
  iri: string;
  state: State;
  added: { predicate: string; object: string }[];
  changed: { predicate: string; from: string; to: string }[];
  removed: { predicate: string; object: string }[];
}

interface GraphChange {
  summary: { entities: Counts; statements: Counts };
  entities: (ResourceChange & { label: string; parts: ResourceChange[] })[];
}

type Quads = ReturnType<typeof parse>;

/** What a program is told of what differs between two states of published data. */
async function findGraphChange(before: Quads, after: Quads): Promise<GraphChange> {
  const files = { own: [], builtin: [] };
  const [old = [], now = []] = [before, after].map((quads) => {
    return [{ path: 'data/a.nt', text: new Writer({ format: 'N-Triples' }).quadsToString(quads) }];
  });
  const told = await diff({ files, before: old, after: now, format: 'json', language: 'en' });
  if (!('text' in told)) throw new Error(told.reason);
  const { summary, entities } = JSON.parse(told.text) as GraphChange;
  return { summary, entities };
}

/** A change read backwards. */
function reversed({ entities, summary }: GraphChange): GraphChange {
  const swap = <T extends ResourceChange>(change: T): T => ({
    ...change,
    state: change.state === 'added' ? 'removed' : change.state === 'removed' ? 'added' : 'changed',
    added: change.removed,
    removed: change.added,
    changed: change.changed.map((fact) => ({ ...fact, from: fact.to, to: fact.from })),
  });
  const counts = (c: Counts) => ({ ...c, added: c.removed, removed: c.added });
  return {
    entities: entities.map((entity) => ({ ...swap(entity), parts: entity.parts.map(swap) })),
    summary: { entities: counts(summary.entities), statements: counts(summary.statements) },
  };
}

test('a graph does not differ from itself, in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(graph, async (quads) => {
      expect((await findGraphChange(quads, [...quads].reverse())).entities).toEqual([]);
    }),
  );
});

test('from the later to the earlier, what was added is removed', async () => {
  const keyOf = ({ predicate, from, to }: ResourceChange['changed'][number]) =>
    JSON.stringify([predicate, ...[from, to].sort()]);
  const sorted = <T extends ResourceChange>(change: T): T => ({
    ...change,
    changed: [...change.changed].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
  });
  const orderless = (change: GraphChange) => ({
    ...change,
    entities: change.entities.map((entity) => ({ ...sorted(entity), parts: entity.parts.map(sorted) })),
  });
  await fc.assert(
    fc.asyncProperty(graph, graph, async (before, after) => {
      expect(orderless(await findGraphChange(after, before))).toEqual(
        orderless(reversed(await findGraphChange(before, after))),
      );
    }),
  );
});

test('the counts are those of the statements that only one graph has', async () => {
  const texts = (quads: ReturnType<typeof parse>) =>
    new Set(quads.map(({ subject, predicate, object }) => JSON.stringify([subject, predicate, object])));
  await fc.assert(
    fc.asyncProperty(graph, graph, async (before, after) => {
      const { added, changed, removed } = (await findGraphChange(before, after)).summary.statements;
      const [old, now] = [texts(before), texts(after)];
      expect(added + changed).toBe([...now].filter((text) => !old.has(text)).length);
      expect(removed + changed).toBe([...old].filter((text) => !now.has(text)).length);
    }),
  );
});

test('one value in the place of another is a change, in each language by itself', async () => {
  const { entities } = await findGraphChange(
    parse(':a schema:name "Lake"@en, "Lago"@es ; :size 1 .'),
    parse(':a schema:name "Lake"@en, "El lago"@es ; :size 2, 3 .'),
  );
  expect(entities).toMatchObject([
    {
      iri: 'https://example.org/a',
      state: 'changed',
      changed: [{ from: '"Lago"@es', to: '"El lago"@es' }],
      added: [
        { object: '"2"^^<http://www.w3.org/2001/XMLSchema#integer>' },
        { object: '"3"^^<http://www.w3.org/2001/XMLSchema#integer>' },
      ],
      removed: [{ object: '"1"^^<http://www.w3.org/2001/XMLSchema#integer>' }],
    },
  ]);
});

test('another version is no other resource', async () => {
  const edition = (version: string) =>
    parse(
      `<https://example.org/edition/en/${version}> schema:version "${version}" . :quote :from <https://example.org/edition/en/${version}#p1> .`,
    );
  const { entities } = await findGraphChange(edition('1.0.0'), edition('1.1.0'));
  expect(entities).toMatchObject([
    {
      iri: 'https://example.org/edition/en',
      state: 'changed',
      changed: [{ from: '"1.0.0"', to: '"1.1.0"' }],
    },
  ]);
});

test('lists are compared as wholes, whatever their blank nodes are called', async () => {
  const list = (...items: string[]) => parse(`:a :authors (${items.join(' ')}) .`);
  expect((await findGraphChange(list('"x"', '"y"'), list('"x"', '"y"'))).entities).toEqual([]);
  expect((await findGraphChange(list('"x"', '"y"'), list('"y"', '"x"'))).entities).toMatchObject([
    { changed: [{ from: '( "x" "y" )', to: '( "y" "x" )' }] },
  ]);
});
