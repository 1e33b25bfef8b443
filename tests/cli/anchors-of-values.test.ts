import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Property } from '../../pipeline/model.ts';
import { hasOtherReading } from '../../pipeline/values/has-other-reading.ts';
import { runInProcess } from './run-in-process.ts';

const string = { type: 'string' };

/** A type whose paths are told apart by dots alone, and one where hyphens do. */
const types = {
  box: {
    'lid-size': string,
    lid: { type: 'object', properties: { size: string, colour: string } },
    'makers-2-family': string,
    makers: { type: 'array', items: { type: 'object', properties: { family: string } } },
  },
  jar: { 'date-made': string, lid: { type: 'object', properties: { 'outer-size': string } } },
};

const text = `[wide](box:one#lid-size), [narrow](box:one#lid.size), [red](box:one#lid.colour), [Ruiz](box:one#makers-2-family),
[Paz](box:one#makers.family), [Quispe](box:one#makers.2.family); [early](jar:one#date-made), [thin](jar:one#lid.outer-size).`;

test('no two values of an entity have one anchor, and a path has dots only where it needs them', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tinkuy-'));
  const write = (at: string, content: string): void => {
    mkdirSync(path.dirname(path.join(folder, at)), { recursive: true });
    writeFileSync(path.join(folder, at), content);
  };
  const off = 'rules: { record-is-used: off, furniture-is-translated: off }\n';
  write('tinkuy.yaml', `base: https://example.org/\neditions: { en: en-US }\n${off}`);
  const licence = 'licence: { text: https://example.org/l, data: https://example.org/l }\n';
  write('source/t/article.md', `---\ntitle: T\nlanguage: en\n${licence}---\n\n${text}\n`);
  for (const [type, properties] of Object.entries(types))
    write(
      `schemas/types/${type}.json`,
      JSON.stringify({ title: type, description: 'A thing.', type: 'object', properties }),
    );
  write('source/t/entities/e.yaml', 'box:one: { lid-size: wide }\njar:one: { date-made: early }\n');
  const { code, out } = await runInProcess(folder, 'build', '--no-cache');
  expect([code, out.includes('error ')]).toEqual([0, false]);
  const read = (name: string): string => readFileSync(path.join(folder, 'dist/en', name), 'utf8');
  const [edition, register] = [read('t.md'), read('t-register.md')];
  rmSync(folder, { recursive: true, force: true });
  const links = [...edition.matchAll(/\[(\w+)\]\(t-register\.md#((?:box|jar)-one--[^)]*)\)/g)].map(
    ([, words, to]) => [words, to],
  );
  expect(links).toEqual([
    ['wide', 'box-one--lid-size'],
    ['narrow', 'box-one--lid.size'],
    ['red', 'box-one--lid-colour'],
    ['Ruiz', 'box-one--makers-2-family'],
    ['Paz', 'box-one--makers-family'],
    ['Quispe', 'box-one--makers.2.family'],
    ['early', 'jar-one--date-made'],
    ['thin', 'jar-one--lid-outer-size'],
  ]);
  const anchors = [...register.matchAll(/<span id="([^"]+)">/g)].map(([, id]) => id);
  for (const [, to] of links) expect(anchors.filter((id) => id === to)).toEqual([to]);
}, 60_000);

/** Properties by name, some with parts; of letters and hyphens, so that many look alike. */
const { tree } = fc.letrec<{ tree: Map<string, Property> }>((tie) => ({
  tree: fc
    .dictionary(
      fc.constantFrom('a', 'b', 'a-b', 'b-a', 'a-b-a'),
      fc.option(tie('tree'), { nil: new Map<string, Property>(), depthSize: 'small', maxDepth: 3 }),
    )
    .map(
      (parts) =>
        new Map(Object.entries(parts).map(([name, within]) => [name, { name, parts: within } as Property])),
    ),
}));

function pathsOf(properties: ReadonlyMap<string, Property>): string[] {
  return [...properties].flatMap(([name, { parts }]) => [
    name,
    ...pathsOf(parts).map((below) => `${name}.${below}`),
  ]);
}

test('two paths of a type are never written alike', () => {
  fc.assert(
    fc.property(tree, (properties) => {
      const paths = pathsOf(properties);
      const written = paths.map((each) =>
        hasOtherReading(each, properties) ? each : each.replaceAll('.', '-'),
      );
      expect(new Set(written).size).toBe(paths.length);
    }),
  );
});
