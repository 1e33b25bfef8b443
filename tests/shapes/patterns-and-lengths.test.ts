import path from 'node:path';
import { expect, test } from 'vitest';
import { readProject } from '../../pipeline/host/read-project.ts';
import { buildProject } from '../build-project.ts';
import { keep } from '../keep.ts';
import { packageRoot } from '../package-root.ts';

const schema = {
  title: 'Ship',
  description: 'A ship.',
  'x-label': { es: 'Barco', pt: 'Navio' },
  'x-plural': { en: 'Ships', es: 'Barcos', pt: 'Navios' },
  type: 'object',
  allOf: [{ $ref: 'thing.json' }],
  properties: Object.fromEntries(
    [
      ['yard', { pattern: '^\\p{Lu}\\p{L}+$' }],
      ['emblem', { maxLength: 2 }],
    ].map(([name, limits]) => [
      name,
      {
        $ref: '../values.json#/$defs/string',
        ...(limits as object),
        title: name,
        'x-label': { es: name, pt: name },
      },
    ]),
  ),
};

async function publish(yard: string, emblem: string) {
  const { value: files } = readProject(path.join(packageRoot, 'tests/fixtures/rule-base'), { keep });
  const own = [
    ...files.own,
    { path: 'schemas/types/ship.json', text: JSON.stringify(schema) },
    {
      path: 'source/demo/entities/ships.yaml',
      text: `ship:yavari:\n  name: { en: Yavari, es: Yavari, pt: Yavari }\n  yard: ${yard}\n  emblem: ${emblem}\n`,
    },
  ];
  const { diagnostics, outputs } = await buildProject({ ...files, own });
  const data = outputs.find(({ path: at }) => at === 'data/demo.nt')?.text ?? '';
  // Nothing in the text is about the ship.
  const found = diagnostics.map(({ rule }) => rule).filter((rule) => rule !== 'record-is-used');
  return { found, isPublished: data.includes(`"${emblem}"`) };
}

test('a pattern and a length that a schema accepts its shape accepts, whatever the script', async () => {
  expect(await publish('Ñusta', '🚢🌊')).toEqual({ found: [], isPublished: true });
});

test('what the schema refuses is refused', async () => {
  const refused = { found: ['value-fits-schema'], isPublished: false };
  expect(await publish('ñusta', '🚢🌊')).toEqual(refused);
  expect(await publish('Ñusta', '🚢🌊🌊')).toEqual(refused);
});
