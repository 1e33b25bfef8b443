/** What else to tell of an output that is registered (pipeline/publish/outputs/), and laws of the registry. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { build } from '../../pipeline/build.ts';
import { createServices } from '../../pipeline/host/create-services.ts';
import { readProject } from '../../pipeline/host/read-project.ts';
import { createFurniture } from '../../pipeline/project/furniture.ts';
import { findNameClash } from '../../pipeline/publish/outputs/find-name-clash.ts';
import { outputs, publicationOutputs, sharedOutputs } from '../../pipeline/publish/outputs/outputs.ts';
import { publish } from '../../pipeline/publish/publish.ts';
import { startOutcome } from '../../pipeline/publish/text-outcome.ts';
import { packageRoot } from '../package-root.ts';
import { type Output, outputRow, rowsUnder } from './output-rows.ts';
import { isCommitted } from './published.ts';

const read = (at: string): string => readFileSync(path.join(packageRoot, at), 'utf8');
const folder = path.join(packageRoot, 'pipeline/publish/outputs');
const languages = ['en', 'es', 'pt'];
const wordsIn = (language: string) =>
  createFurniture(
    [{ path: `locales/${language}/edition.json`, text: read(`locales/${language}/edition.json`) }],
    language,
  );
const ownWords = (language: string) =>
  (
    JSON.parse(read(`locales/${language}/edition.json`)) as {
      outputs: Record<string, Record<string, string>>;
    }
  ).outputs;

interface Manifest {
  outputs: { name: string; paths: string[] }[];
  files: { path: string; mediaType: string }[];
}
const published = JSON.parse(read('dist/manifest.json')) as Manifest;

function isOutput(value: unknown): value is Output {
  return typeof value === 'object' && value !== null && 'name' in value && 'files' in value;
}

/** A path of dist/ with its holes filled. */
function fillPath(template: string, values: Record<string, string>): string {
  const filled = template.replace(/\{(\w+)\}/g, (hole, of: string) => values[of] ?? hole);
  expect(filled).not.toContain('{');
  return filled;
}

/** The paths that a path with holes stands for: short tags of languages, the two halves of an entity's id. */
function pathPattern(template: string): RegExp {
  const slug = '[a-z0-9]+(?:-[a-z0-9]+)*';
  const fillings: Record<string, string> = {
    name: slug,
    language: '[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*',
    type: '[a-z][a-z0-9]*',
    slug,
  };
  const escaped = template.replaceAll('.', '\\.');
  return new RegExp(
    `^${escaped.replace(/\{(\w+)\}/g, (_, hole: string) => `(?<${hole}>${fillings[hole]})`)}$`,
  );
}

const kinds = outputs.flatMap((output) =>
  output.files.map((file) => ({ output, file, pattern: pathPattern(file.path) })),
);
const known = new Map<string, boolean>();

/** Whether a publication may have a name; asked once for each. */
function isFree(name: string): boolean {
  const answer = known.get(name) ?? findNameClash(name) === undefined;
  known.set(name, answer);
  return answer;
}

/** The kinds of file, with the outputs that they are of, that a path of dist/ is: of names that a publication may have. */
function kindsOf(at: string) {
  return kinds.flatMap(({ output, file, pattern }) => {
    const match = pattern.exec(at);
    const { name } = match?.groups ?? {};
    return match && (name === undefined || isFree(name)) ? [{ output, file }] : [];
  });
}

describe('the registry', () => {
  test('lists every output that has a file, under the name of the file', async () => {
    const declared: string[] = [];
    for (const file of readdirSync(folder)) {
      const module = (await import(path.join(folder, file))) as Record<string, unknown>;
      for (const output of Object.values(module).filter(isOutput)) {
        expect(`${output.name}.ts`).toBe(file);
        declared.push(output.name);
      }
    }
    expect(declared.length).toBeGreaterThan(10);
    expect(outputs.map(({ name }) => name).sort(), 'a line in outputs.ts').toEqual(declared.sort());
  });

  test('has no path twice', () => {
    const paths = outputs.flatMap(({ files }) => files.map((file) => file.path));
    expect([...new Set(paths)]).toEqual(paths);
  });

  test('has an output after all that it needs', () => {
    for (const [index, { name, needs }] of publicationOutputs.entries()) {
      if (needs === undefined) continue;
      const late = publicationOutputs.slice(index).filter((other) => other[needs]);
      expect(
        late.map((other) => other.name),
        `${name} needs them and stands before them`,
      ).toEqual([]);
      expect(publicationOutputs.some((other) => other[needs])).toBe(true);
    }
  });

  test('names in the last section of an edition only what editions link to', () => {
    const named = outputs.flatMap(({ files }) => files.filter(({ about }) => about !== undefined));
    for (const { relation } of named) expect(relation).toBeDefined();
    expect(named.length).toBeGreaterThan(0);
  });
});

describe.each(outputs.map((output) => [output.name, output] as const))('the output %s', (name, output) => {
  test.each(languages)('has its words in %s: locales/<lang>/edition.json, "outputs"', (language) => {
    const { title, purpose } = ownWords(language)[name] ?? {};
    for (const words of [title, purpose]) {
      expect(words).toMatch(/\S/);
      expect(words).not.toMatch(/TODO|\.$/);
    }
  });

  test('has its row in docs/linked-data.md', () => {
    const row = outputRow(output, wordsIn('en'), '');
    expect(rowsUnder(read('docs/linked-data.md'), /The files/), `write: ${row}`).toContain(row);
  });

  test('is in the manifest, which says what it is', () => {
    const told = published.outputs.find((each) => each.name === name);
    // This project has one publication.
    const isOfMany = sharedOutputs.some((shared) => shared.name === name && shared.isOfMany);
    if (name === 'manifest' || isOfMany) expect(told).toBeUndefined();
    else expect(told?.paths, 'npm run build').toEqual(output.files.map((file) => file.path));
  });
});

test('words and rows are of outputs that there are', () => {
  const names = outputs.map(({ name }) => name);
  for (const language of languages) expect(Object.keys(ownWords(language)).sort()).toEqual([...names].sort());
  const rows = outputs.map((output) => outputRow(output, wordsIn('en'), ''));
  expect(rowsUnder(read('docs/linked-data.md'), /The files/)).toEqual(rows);
});

test.each([
  ['en', 'README.md', /What comes out/],
  ['es', 'README.es.md', /Qué se obtiene/],
  ['pt', 'README.pt.md', /O que se obtém/],
])(
  'what most come for is in the README in %s; for a translation see locales/<lang>/readme.po',
  (language, file, heading) => {
    const rows = rowsUnder(read(file), heading).filter((row) => !row.startsWith('| `dist/` |'));
    const main = outputs.filter(({ isMain }) => isMain);
    expect(main.length).toBeGreaterThan(3);
    expect(rows).toEqual(main.map((output) => outputRow(output, wordsIn(language), 'dist/')));
  },
);

describe('what is published', () => {
  test('is of one output each, with its media type', () => {
    for (const { path: at, mediaType } of published.files) {
      const found = kindsOf(at);
      expect(
        found.map(({ file }) => file.mediaType),
        at,
      ).toEqual([mediaType]);
    }
  });

  test('is committed unless its output says that git ignores it', () => {
    for (const { path: at } of published.files) {
      const isIgnored = kindsOf(at).some(({ output }) => output.isIgnored);
      expect(isCommitted(at), at).toBe(!isIgnored);
    }
    const first = published.files.filter(({ path: at }) => !isCommitted(at)).slice(0, 20);
    const asked = [...first, ...published.files.filter(({ path: at }) => isCommitted(at))];
    const input = asked.map(({ path: at }) => `dist/${at}`).join('\n');
    const git = spawnSync('git', ['check-ignore', '--no-index', '--stdin'], {
      cwd: packageRoot,
      input,
      encoding: 'utf8',
    });
    // Without git, or outside of a repository, there is nothing to ask.
    if (git.error || git.status === 128) return;
    expect(git.stdout.trim().split('\n')).toEqual(first.map(({ path: at }) => `dist/${at}`));
  });

  test('has all that editions link to, also of a project with little in it', async () => {
    const demo = await build(
      readProject(path.join(packageRoot, 'tests/fixtures/rule-base')).value,
      createServices(() => undefined),
    );
    const written = new Set(demo.outputs.map((output) => output.path));
    const linked = demo.configuration.editions.flatMap(({ language }) =>
      outputs.flatMap(({ files }) =>
        files.flatMap(({ path: at, relation }) =>
          relation === undefined ? [] : [fillPath(at, { name: 'demo', language })],
        ),
      ),
    );
    expect(linked.length).toBeGreaterThan(10);
    for (const at of linked) expect(written.has(at), at).toBe(true);
    expect(demo.outputs.filter(({ path: at }) => kindsOf(at).length !== 1)).toEqual([]);
  });
});

describe('names of publications', () => {
  test.each([
    ['context', 'data-context'],
    ['shapes', 'shapes'],
    ['vocabulary', 'ontology'],
    ['borders-dataset', /dataset/],
    ['borders-citation', 'citation'],
    ['borders-references', 'references'],
    ['borders-observations', 'observations'],
    ['borders-register', 'register'],
  ])('%s is refused, for it is taken by an output', (name, other) => {
    expect(findNameClash(name)?.other).toMatch(other);
  });

  test.each([
    'borders',
    'dataset',
    'entities',
    'manifest',
    'register',
    'observations-of-borders',
    'context-2',
  ])('%s is free', (name) => expect(findNameClash(name)).toBeUndefined());

  test('that are not refused give every file a path of its own', () => {
    const word = fc.constantFrom(
      'a',
      'borders',
      'dataset',
      'citation',
      'observations',
      'register',
      'context',
      'shapes',
      'x2',
    );
    const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join('-'));
    const names = fc.uniqueArray(name, { minLength: 1, maxLength: 5 });
    const tags = fc.uniqueArray(fc.constantFrom('en', 'es', 'pt', 'quz', 'en-US'), { minLength: 1 });
    fc.assert(
      fc.property(names, tags, (all, own) => {
        const free = all.filter(isFree);
        const places = own.flatMap((language) =>
          free.map((each) => ({ name: each, language, type: 'country', slug: 'peru' })),
        );
        const owners = new Map<string, string>();
        for (const { path: template } of outputs.flatMap(({ files }) => files)) {
          for (const place of places) {
            const at = fillPath(template, place);
            const owner = template.includes('{name}') ? `${template} of ${place.name}` : template;
            expect([owner, undefined], at).toContain(owners.get(at));
            owners.set(at, owner);
          }
        }
      }),
    );
  });
});

test('two files of one path are a bug, and the outputs are named', async () => {
  const demo = await build(
    readProject(path.join(packageRoot, 'tests/fixtures/rule-base')).value,
    createServices(() => undefined),
    { until: 'texts' },
  );
  const services = createServices(() => undefined);
  const context = { ...demo, styles: new Map(), services };
  const outcome = { ...startOutcome({ name: 'demo', page: undefined }), isHeld: false };
  const file = { path: 'data/demo-dataset.ttl', text: '', mediaType: 'text/turtle', language: undefined };
  const close = async (files: (typeof file)[]) =>
    (await publish([{ ...outcome, outputs: files }], () => context)).outputs;
  expect((await close([file])).map(({ path: at }) => at)).toEqual(['data/demo-dataset.ttl', 'manifest.json']);
  // A corpus has more files than a call may have arguments.
  const entities = Array.from({ length: 150_000 }, (_, index) => {
    const at = (ending: string) => ({ ...file, path: `data/entities/place/p${index}.${ending}` });
    return { entity: `place:p${index}`, turtle: at('ttl'), jsonld: at('jsonld') };
  });
  const share = { use: { types: [], properties: [] }, terms: [], entities, dataset: undefined };
  expect((await publish([{ ...outcome, share }], () => context)).outputs.length).toBeGreaterThan(300_000);
  await expect(close([file, { ...file, text: 'other' }])).rejects.toThrow(
    'Two files of dist/ are data/demo-dataset.ttl: see the outputs linked-data, dataset-description',
  );
});
