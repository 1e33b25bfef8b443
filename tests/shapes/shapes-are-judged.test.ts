import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Violation } from '../../pipeline/proof/shapes/find-violations.ts';
import { ownBuild } from '../publication/own-build.ts';
import { anyGraph } from './any-graph.ts';
import { anyFault, breakData } from './break-data.ts';
import { bySubject } from './by-subject.ts';
import { createCourt } from './create-court.ts';
import { type Published, readFixture, readPublished } from './read-published.ts';

/** Projects with what they published, and how many violations there are at least when one statement in six is broken. */
const published: [string, Published, number][] = [
  ['this repository', await readPublished(ownBuild), 500],
  ['vapores-del-titicaca', await readFixture('vapores-del-titicaca'), 30],
  ['kinds-of-values', await readFixture('kinds-of-values'), 30],
  ['rule-base', await readFixture('rule-base'), 15],
];

describe.each(published)('the data of %s', (_, project, least) => {
  const court = createCourt(project.shapes);

  test('fits its shapes', async () => {
    expect(project.graphs.length).toBeGreaterThan(0);
    for (const graph of project.graphs) expect(await court(graph)).toEqual([]);
  });

  test('broken in many places, fails them where the judge says', async () => {
    const found: Violation[] = [];
    for (const graph of project.graphs) {
      const numRuns = Math.min(1000, Math.ceil(graph.length / 6));
      found.push(...(await court(breakData(graph, fc.sample(anyFault, { seed: 12, numRuns })))));
    }
    expect(found.length).toBeGreaterThan(least);
  });

  test('broken in some places, fails them where the judge says', async () => {
    const [graph = []] = project.graphs;
    const said = bySubject(graph);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...said.keys()), { minLength: 1, maxLength: 4 }),
        fc.array(anyFault, { minLength: 1, maxLength: 6 }),
        async (some, faults) => {
          const own = some.flatMap((node) => said.get(node) ?? []);
          const near = own.flatMap(({ object }) => said.get(object.value) ?? []);
          await court(breakData([...own, ...near].slice(0, 400), faults));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('made up by chance, is judged alike', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(anyGraph(project.shapes), async (graph) => {
        for (const { constraint } of await court(graph)) seen.add(constraint);
      }),
      // The same each time, so that enough kinds of violation are among them.
      { numRuns: 60, seed: 12 },
    );
    expect(seen.size).toBeGreaterThan(4);
  });
});
