import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { JsonLdParser } from 'jsonld-streaming-parser';
import { Parser } from 'n3';
import { isomorphic } from 'rdf-isomorphic';
import { afterAll, describe, expect, test } from 'vitest';
import { canonicalize } from '../../pipeline/linked/rdf/canonicalize.ts';
import { judge } from '../judge.ts';
import { packageRoot } from '../package-root.ts';
import { ownBuild as built } from '../publication/own-build.ts';
import { openJena } from './open-jena.ts';

const readNquads = (text: string) => new Parser({ format: 'application/n-quads' }).parse(text);

const scripts = `${packageRoot}tests/data/judges/`;
const folder = mkdtempSync(path.join(tmpdir(), 'tinkuy-judges-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

for (const { path: at, text } of built.outputs) {
  mkdirSync(path.dirname(path.join(folder, at)), { recursive: true });
  writeFileSync(path.join(folder, at), text);
}
const textOf = (at: string): string => built.outputs.find((output) => output.path === at)?.text ?? '';
const file = (at: string): string => path.join(folder, at);
const whole = ['ttl', 'nt', 'jsonld'].map((extension) => file(`data/peru-borders.${extension}`));
const turtle = built.outputs.map(({ path: at }) => at).filter((at) => at.endsWith('.ttl'));
const largest = ['data/peru-borders.ttl', 'data/peru-borders-dataset.ttl', 'data/shapes.ttl'];
const triples = built.proofs.get('peru-borders')?.triples ?? 0;

/** Writes a file for a judge to refuse. */
function bad(name: string, text: string): string {
  const at = path.join(folder, name);
  writeFileSync(at, text);
  return at;
}
const nonsense = '<http://example.org/a> <http://example.org/b> <http://example.org/c d> .\n';
const illTyped =
  '<http://example.org/a> <http://example.org/b> "5.441E1"^^<http://www.w3.org/2001/XMLSchema#decimal> .\n';
/** The dataset with one number changed. */
const changed = textOf('data/peru-borders.nt').replace('"1528"^^', '"1529"^^');

const raptor = judge('raptor');
describe('raptor', raptor.options, () => {
  test('reads every Turtle file, and finds all triples', async () => {
    for (const at of largest)
      expect(await raptor.ask(['-q', '-c', '-i', 'turtle', file(at)])).toMatchObject({
        status: 0,
        stderr: '',
      });
    const { stderr } = await raptor.ask(['-c', '-i', 'turtle', whole[0] as string]);
    expect(stderr).toContain(`returned ${triples} triples`);
    const { stderr: inLines } = await raptor.ask(['-c', '-i', 'ntriples', whole[1] as string]);
    expect(inLines).toContain(`returned ${triples} triples`);
  });

  test('reads the documents of the entities', async () => {
    const entities = turtle.filter((at) => at.startsWith('data/entities/'));
    expect(entities.length).toBeGreaterThan(600);
    const together = bad('entities.ttl', entities.map(textOf).join('\n'));
    expect(await raptor.ask(['-q', '-c', '-i', 'turtle', together])).toMatchObject({
      status: 0,
      stderr: '',
    });
  });

  test('refuses what is no Turtle', async () => {
    const { status } = await raptor.ask(['-q', '-c', '-i', 'turtle', bad('bad.ttl', '<a> <b> "c .')]);
    expect(status).not.toBe(0);
  });
});

const serd = judge('serd');
describe('serd', serd.options, () => {
  test('reads every Turtle file strictly', async () => {
    for (const at of largest)
      expect(await serd.ask(['-i', 'turtle', '-o', 'ntriples', file(at)])).toMatchObject({
        status: 0,
        stderr: '',
      });
    const { stdout } = await serd.ask(['-i', 'turtle', '-o', 'ntriples', whole[0] as string]);
    expect(stdout.trimEnd().split('\n')).toHaveLength(triples);
  });

  test('refuses an address with a space', async () => {
    expect((await serd.ask(['-i', 'ntriples', bad('space.nt', nonsense)])).status).not.toBe(0);
  });
});

const rdflib = judge('rdflib');
describe('rdflib', rdflib.options, () => {
  test('finds the same graph in every form', async () => {
    const { status, stdout, stderr } = await rdflib.ask([`${scripts}compare_graphs.py`, ...whole]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout.trim()).toBe([triples, triples, triples].join(' '));
  });

  test('tells a graph with another number apart', async () => {
    const { status } = await rdflib.ask([
      `${scripts}compare_graphs.py`,
      whole[0] as string,
      bad('changed.nt', changed),
    ]);
    expect(status).toBe(1);
  });

  test('finds every quotation at its place in the blocks', async () => {
    const texts = ['en', 'es', 'pt'].map((language) => file(`${language}/peru-borders-blocks.json`));
    const { status, stdout, stderr } = await rdflib.ask([
      `${scripts}cut_evidence.py`,
      whole[1] as string,
      ...texts,
    ]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const counts = [...stdout.matchAll(/(\w+):(\d+)/g)].map(([, language, count]) => [
      language,
      Number(count),
    ]);
    expect(counts.map(([language]) => language)).toEqual(['en', 'es', 'pt']);
    for (const [, count] of counts) expect(count).toBeGreaterThan(400);
  });

  test.each([
    ['a text was changed', '": "Of the twelve', '": "Among the twelve'],
    ['a block has another id', 's-introduction.p3"', 's-introduction.p33"'],
  ])('sees that %s', async (_, from, to) => {
    mkdirSync(path.join(folder, 'moved/en'), { recursive: true });
    const text = textOf('en/peru-borders-blocks.json');
    expect(text).toContain(from);
    const moved = bad('moved/en/peru-borders-blocks.json', text.replace(from, to));
    const texts = [moved, ...['es', 'pt'].map((language) => file(`${language}/peru-borders-blocks.json`))];
    const { status, stderr } = await rdflib.ask([`${scripts}cut_evidence.py`, whole[1] as string, ...texts]);
    expect(status).toBe(1);
    expect(stderr).toMatch(/#en$/m);
  });
});

const python = judge('Python');
describe('Python', python.options, () => {
  const example = /```python\n([\s\S]*?)```/.exec(
    readFileSync(`${packageRoot}docs/linked-data.md`, 'utf8'),
  )?.[1];

  test('cuts words out of a block as docs/linked-data.md says, and sees another text', async () => {
    const at = bad('cut.py', `import os, sys\nos.chdir(sys.argv[1])\n${example}`);
    expect(await python.ask([at, folder])).toEqual({ status: 0, stdout: '1.528 km\n', stderr: '' });
    mkdirSync(path.join(folder, 'other/data'), { recursive: true });
    mkdirSync(path.join(folder, 'other/pt'), { recursive: true });
    bad('other/data/peru-borders.jsonld', textOf('data/peru-borders.jsonld'));
    bad(
      'other/pt/peru-borders-blocks.json',
      textOf('pt/peru-borders-blocks.json').replaceAll('1.528 km', '1.582 km'),
    );
    const { status, stderr } = await python.ask([at, path.join(folder, 'other')]);
    expect(status).toBe(1);
    expect(stderr).toContain('AssertionError');
  });

  test.each(['en', 'es', 'pt'])('finds each block in the page by its id: %s', async (language) => {
    const [page, blocks] = [file(`${language}/peru-borders.html`), `${language}/peru-borders-blocks.json`];
    const { status, stdout, stderr } = await python.ask([`${scripts}find_blocks.py`, page, file(blocks)]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(Number(stdout)).toBeGreaterThan(200);
    const other = bad('blocks.json', textOf(blocks).replace('757', '758'));
    const found = await python.ask([`${scripts}find_blocks.py`, page, other]);
    expect(found).toMatchObject({ status: 1, stderr: 's-introduction.p4\n' });
  });
});

const pyld = judge('PyLD');
describe('PyLD', pyld.options, () => {
  test('writes the same canonical bytes, whose digest is the published one', async () => {
    const { status, stdout, stderr } = await pyld.ask([`${scripts}canonicalize.py`, whole[2] as string]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout === textOf('data/peru-borders.nt')).toBe(true);
    const digest = createHash('sha256').update(stdout).digest('hex');
    expect(built.proofs.get('peru-borders')?.canonicalSha256).toBe(digest);
    expect(textOf('data/peru-borders-dataset.ttl')).toContain(digest);
  });

  test('writes other bytes for another graph, and fetches nothing', async () => {
    const other = bad('other.jsonld', textOf('data/peru-borders.jsonld').replace('"1528"', '"1529"'));
    const { stdout } = await pyld.ask([`${scripts}canonicalize.py`, other]);
    expect(stdout).not.toBe('');
    expect(stdout === textOf('data/peru-borders.nt')).toBe(false);
    const remote = bad('remote.jsonld', '{"@context": "https://example.org/context.jsonld"}');
    expect((await pyld.ask([`${scripts}canonicalize.py`, remote])).status).not.toBe(0);
  });
});

const jena = await openJena();
describe('Jena', jena.options, () => {
  test('finds no ill-typed literal', async () => {
    const said = await jena.ask(['riotcmd.riot', '--validate', ...largest.map(file), whole[1] as string]);
    expect(said).toMatchObject({ status: 0, stdout: '' });
  });

  test('refuses an ill-typed literal', async () => {
    expect((await jena.ask(['riotcmd.riot', '--validate', bad('ill.nt', illTyped)])).status).not.toBe(0);
  });

  const validate = (data: string) =>
    jena.ask(['shacl.shacl_validate', '--text', '--shapes', file('data/shapes.ttl'), '--data', data]);

  test('finds that the data and its description fit the shapes', async () => {
    for (const at of ['data/peru-borders.ttl'])
      expect((await validate(file(at))).stdout.trim()).toBe('Conforms');
  });

  test('finds what does not fit', async () => {
    const less = textOf('data/peru-borders.nt')
      .split('\n')
      .filter((line) => !/\/id\/border\/ec-pe> <http:\/\/schema\.org\/name> .*@pt \.$/.test(line));
    const { stdout } = await validate(bad('less.nt', less.join('\n')));
    expect(stdout).not.toContain('Conforms');
    expect(stdout).toContain('border/ec-pe');
  });
});

describe('jsonld-streaming-parser, rdf-isomorphic and serd', serd.options, () => {
  const read = async (text: string) => {
    const parser = new JsonLdParser();
    const quads: unknown[] = [];
    parser.end(text);
    for await (const quad of parser) quads.push(quad);
    return quads as ReturnType<typeof readNquads>;
  };

  test('find the document of an entity in JSON-LD the same graph as in Turtle, and a part of the whole', async () => {
    const lines = new Set(textOf('data/peru-borders.nt').split('\n'));
    for (const id of ['hub/andean', 'border/ec-pe', 'work/kahhat-2007', 'note/agency-names']) {
      const json = await read(textOf(`data/entities/${id}.jsonld`));
      const { stdout } = await serd.ask(['-i', 'turtle', '-o', 'ntriples', file(`data/entities/${id}.ttl`)]);
      const other = readNquads(stdout);
      expect(json.length).toBeGreaterThan(5);
      expect(isomorphic(json, other)).toBe(true);
      expect(isomorphic(json.slice(1), other)).toBe(false);
      const canonical = (await canonicalize(json))
        .split('\n')
        .filter((line) => line !== '' && !line.includes('_:'));
      expect(canonical.filter((line) => !lines.has(line))).toEqual([]);
    }
  });
});

const perl = judge('RDF::RDFa::Parser');
describe('RDF::RDFa::Parser', perl.options, () => {
  const base = built.configuration.base;
  const read = async (at: string, address: string) => {
    const { status, stdout, stderr } = await perl.ask([`${scripts}read_rdfa.pl`, at, address]);
    if (status !== 0) throw new Error(stderr);
    return readNquads(stdout).filter(({ subject }) => subject.value !== address);
  };
  /** As pipeline/proof/compare-graphs.ts defines it. */
  const hash = async (quads: ReturnType<typeof readNquads>) => {
    const free = quads.filter(
      ({ subject, object }) =>
        !subject.value.startsWith(`${base}edition/`) &&
        !(object.termType === 'Literal' && object.language !== ''),
    );
    return createHash('sha256')
      .update(await canonicalize(free))
      .digest('hex');
  };

  test('reads out of each page the one graph that the build read', async () => {
    const published = built.proofs.get('peru-borders')?.oneGraph;
    expect(published).toMatchObject({ editions: 3 });
    for (const language of ['en', 'es', 'pt']) {
      const at = `${language}/peru-borders.html`;
      expect(await hash(await read(file(at), `${base}${at}`))).toBe(published?.sha256);
    }
  });

  test('reads another graph where a number is another', async () => {
    const page = textOf('es/peru-borders.html').replace('content="1528"', 'content="1582"');
    const quads = await read(bad('changed.html', page), `${base}es/peru-borders.html`);
    expect(await hash(quads)).not.toBe(built.proofs.get('peru-borders')?.oneGraph?.sha256);
  });
});

const checker = judge('The Nu Html Checker');
describe('The Nu Html Checker', checker.options, () => {
  const check = (...files: string[]) =>
    checker.ask(['-jar', `${packageRoot}node_modules/vnu-jar/build/dist/vnu.jar`, '--errors-only', ...files]);

  test('finds no error in the pages', async () => {
    const pages = ['en', 'es', 'pt'].map((language) => file(`${language}/peru-borders.html`));
    expect(await check(...pages)).toMatchObject({ status: 0, stdout: '', stderr: '' });
  });

  test('finds an id that stands twice', async () => {
    const page = textOf('en/peru-borders.html').replace('<main>', '<main><p id="_title"></p>');
    const { status, stderr } = await check(bad('twice.html', page));
    expect(status).toBe(1);
    expect(stderr).toContain('Duplicate ID');
  });
});
