import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../package-root.ts';
import type { Sources } from './declared-names.ts';
import { findDoors, findInnerImports, type OpenModules } from './room-doors.ts';

/**
 * Tests meet a room at its doors: the modules that another room, build.ts or cli.ts imports. Behind them files may be
 * moved, renamed, divided and joined, and no test changes.
 */
const open: OpenModules = {
  root: ['model.ts', 'build.ts'],
  // Nobody is above host/ but cli.ts: these a program would use that runs Tinkuy, or its parts, by itself.
  host: [
    'host/commands.ts',
    'host/create-answers.ts',
    'host/create-keep.ts',
    'host/create-services.ts',
    'host/define-command.ts',
    'host/exchange.ts',
    'host/host-failure.ts',
    'host/http-failure.ts',
    'host/open-chunks.ts',
    'host/open-folder.ts',
    'host/pool/open-store.ts',
    'host/read-project.ts',
    'host/read-words.ts',
    'host/run.ts',
    'host/send-request.ts',
    'host/terminal.ts',
    'host/usage-error.ts',
    'host/write-files.ts',
    'host/write-outputs.ts',
  ],
};

/**
 * Inner modules that tests import all the same, each with the reason: it has a law or published vectors of its own, or finds
 * what no build would write, and no door shows that.
 */
const exceptions: Record<string, string> = {
  'graph/check-cycles.ts':
    'a law by generator on graphs of any form, and a chain of 50,000 parts, which nobody could state in a test',
  'graph/is-plain-schema.ts':
    'a law by generator: what it takes for a schema the meta-schema does; where it is not sure a build says the same, later',
  'host/digest-auth.ts': 'vectors of RFC 7616',
  'host/explain/lines.ts': 'a law of its own: no line is longer than the terminal, whatever the words',
  'host/quote-answer.ts': 'a law of its own: nothing that a server says moves the cursor',
  'host/take-turn.ts': 'whether a process waits for another nobody sees from outside',
  'host/watch/changes.ts': 'the events and the clock of a watch are the test’s',
  'host/watch/watch-project.ts': 'its events and clock are the test’s, so that no test waits for time',
  'linked/rdf/compact-with-jsonld.ts': 'the library by which ours is judged',
  'values/patterns/compile-in-linear-time.ts': 'an engine of its own, held against two others by a law',
  'values/patterns/has-one-way.ts':
    'a law of its own: how many steps a pattern takes, which nobody sees from outside but by the clock',
  'values/patterns/read-pattern.ts': 'what has-one-way.ts is given',
  'linked/rdf/expand-with-jsonld.ts': 'the library by which ours is judged',
  'linked/rdf/read-context.ts': 'a law of its own: what it reads and what it leaves to the library',
  'linked/query/read-sparql-tokens.ts':
    'a law of its own: tokens are pieces of the query, in order, with only space and comments between',
  'proof/reference-lists/find-lost.ts':
    'what a style may change in an entry, and what it may not: laws of its own, on entries that no style at hand writes',
  'proof/reference-lists/month-names.ts': 'what find-lost.ts is given',
  'proof/reference-lists/name-limits.ts': 'what find-lost.ts is given',
  'proof/built-edition.ts':
    'held against a Markdown parser that is not ours, which sees the same links and anchors',
  'proof/check-evidence.ts': 'finds evidence in a wrong place, and a build writes none',
  'proof/compare-editions.ts': 'compares one segment, hundreds of times: a build compares whole editions',
  'proof/compare-graphs.ts': 'finds pages that carry another graph, and a build writes none',
  'proof/read-back.ts': 'finds damage in what was written, and a build does none',
  'graph/records.ts': 'reads what recallRecords, the door, says again',
  'proof/read-page-back.ts': 'finds damage in what was written, and a build does none',
  'proof/read-published-markdown.ts': 'held against the parser that texts are read by, in texts of any form',
  'proof/shapes/compile-shapes.ts': 'held against another engine, with shapes and data of any form',
  'proof/shapes/constraint-makers.ts': 'each constraint in its list is judged',
  'proof/shapes/find-violations.ts': 'what both engines find',
  'proof/validate-data.ts': 'finds data that does not fit the shapes, and a build writes none',
  'publish/front-matter-yaml.ts':
    'a law of its own: what it writes is the same to readers of YAML 1.1 and 1.2',
  'publish/references.ts': 'any style, of which a build has one a language',
  'publish/csl-html.ts': 'reads any HTML without an error, and citeproc writes little of it',
  'publish/data/csv-columns.ts':
    'each form of a period in a column of its own datatype, and the published table has few of them',
  'publish/jsonld/entity-nodes.ts':
    'writes entities that break their schema, and a build refuses them before',
  'publish/outputs/outputs.ts': 'the registry: laws hold for each output that it lists',
  'rules/report/code-frame.ts': 'frames of any width with its own measure of wide letters',
  'translation/adopt/marks.ts': 'a law of its own: marks are read where they were written',
  'translation/adopt/segment-items.ts': 'a law of its own: the items of a segment, joined, are the segment',
  'translation/matching/create-adapter.ts':
    'laws by generator for any two segments; a catalog adapts only those that are alike',
  'translation/matching/create-matcher.ts':
    'the score, a number with bounds; a catalog shows only whether it was enough',
  'translation/matching/create-shared-translations.ts':
    'a law of its own: an index that catalogs share finds what one index for each finds',
  'translation/matching/known-translation.ts': 'what the matcher is given, made by generator',
  'translation/matching/scan-segment.ts':
    'held against a Markdown parser, which finds the same links and notes',
  'values/decimal.ts': 'laws of arithmetic',
};

function readSources(folder: string, leaveOut: RegExp): Sources {
  const root = path.join(packageRoot, folder);
  return new Map(
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .map((name) => name.split(path.sep).join('/'))
      .filter((name) => /\.m?[jt]s$/.test(name) && !leaveOut.test(name))
      .sort()
      .map((name) => [name, readFileSync(path.join(root, name), 'utf8')]),
  );
}

const inner = findInnerImports(
  readSources('pipeline', /\.d\.ts$/),
  readSources('tests', /^fixtures\//),
  open,
);

test('tests import the doors of rooms, and inner modules only where the list of exceptions says why', () => {
  const refused = [...inner]
    .filter(([module]) => !Object.hasOwn(exceptions, module))
    .map(([module, tests]) => {
      const room = module.split('/')[0];
      return `${module} is an inner module of ${room}/, and ${tests.join(', ')} imports it: test what the room's door shows`;
    });
  expect(refused).toEqual([]);
});

test('every exception is used, and has its reason', () => {
  expect(Object.keys(exceptions).filter((module) => !inner.has(module))).toEqual([]);
  expect(Object.values(exceptions).filter((reason) => !/\S+ \S+ \S+/.test(reason))).toEqual([]);
});

test('a door is what another room imports, also as a type or when it is called for; an inner module is told with its tests', () => {
  const pipeline = new Map([
    ['build.ts', "import { state } from './graph/state.ts';"],
    ['graph/state.ts', "import { merge } from './merge.ts';"],
    ['graph/merge.ts', "import type { Unit } from '../values/unit.ts';"],
    ['values/unit.ts', "import { digits } from './digits.ts';\nexport type Unit = string;"],
    ['values/digits.ts', '// import { merge } from "../graph/merge.ts";'],
    ['host/run.ts', "const { write } = await import('../publish/write.ts');"],
    ['publish/write.ts', 'export const write = 1;'],
  ]);
  expect([...findDoors(pipeline)].sort()).toEqual(['graph/state.ts', 'publish/write.ts', 'values/unit.ts']);
  const tests = new Map([
    [
      'graph/a.test.ts',
      "import { merge } from '../../pipeline/graph/merge.ts';\nimport '../../pipeline/build.ts';",
    ],
    [
      'b.ts',
      "import type { Merged } from '../pipeline/graph/merge.ts';\nimport { run } from '../pipeline/host/run.ts';",
    ],
    [
      'c.ts',
      "const planted = \"import '../pipeline/values/digits.ts'\";\nimport '../pipeline/values/unit.ts';",
    ],
  ]);
  const found = findInnerImports(pipeline, tests, { root: ['build.ts'], host: [] });
  expect([...found]).toEqual([
    ['graph/merge.ts', ['graph/a.test.ts', 'b.ts']],
    ['host/run.ts', ['b.ts']],
  ]);
});
