import { expect, test } from 'vitest';
import type { Entity, Json, OutputFile, Publication } from '../../pipeline/model.ts';
import { readBack } from '../../pipeline/proof/read-back.ts';
import { recallNothing } from '../../pipeline/values/recall-nothing.ts';
import { documentOf, vocabulary } from '../translation/demo.ts';
import { bothEditions, readerOf } from './demo.ts';

const source =
  'The [Yavarí](boat:yavari) is [30.5 m](boat:yavari#length) long, launched [1862](boat:yavari#launched).';
const translated =
  'El [Yavarí](boat:yavari) mide [30.5 m](boat:yavari#length), botado en [1862](boat:yavari#launched).';

function entityOf(id: string, properties: Record<string, Json>): [string, Entity] {
  const [type = '', slug = ''] = id.split(':');
  return [id, { id, type, slug, properties, origins: new Map(), csl: undefined }];
}

function publicationOf(): Publication {
  const { document, segments } = documentOf(`${source}\n`);
  const both = bothEditions(source, { [source]: translated });
  return {
    name: 'demo',
    document,
    segments,
    editions: [both.source, both.target],
    extractions: [both.sourceX, both.targetX],
    graph: {
      entities: new Map([
        entityOf('boat:yavari', { length: { value: '30.5', unit: 'm' }, launched: '1862', pieces: '2766' }),
      ]),
      facts: [],
      mentions: [],
      notes: new Map(),
    },
  };
}

const english = `# The Yavarí

<a id="s-one"></a>

## One

The [Yavarí](#boat-yavari) is [30.5 m](#boat-yavari--length) long, launched [1862](#boat-yavari--launched).[^a]

[^a]: A note.

| a | b |
| - | - |
| c | d |

<a id="_index"></a>

## Index

- <a id="boat-yavari"></a>**Yavarí**
  - <a id="boat-yavari--length"></a>Length: 30.5 m (approximately)
  - <a id="boat-yavari--launched"></a>Launched: 1862
  - <a id="boat-yavari--pieces"></a>Pieces: 2,766
`;

const spanish = english
  .replace('The [Yavarí]', 'El [Yavarí]')
  .replace(' is [30.5 m]', ' mide [30.5 m]')
  .replace(' long, launched', ', botado en')
  .replace('Length:', 'Eslora:');

function readTexts(en: string, es: string): string[] {
  const outputs = [
    ['en', en],
    ['es', es],
  ].map(([language = '', text = '']): OutputFile => {
    return { path: `${language}/demo.md`, text, mediaType: 'text/markdown', language };
  });
  const readers = new Map([
    ['en', readerOf('en-US')],
    ['es', readerOf('es-PE')],
  ]);
  return readBack(outputs, publicationOf(), vocabulary, readers, recallNothing).map(
    ({ rule, location, values }) => {
      const rest = Object.entries(values).map(([name, value]) => `${name} ${value}`);
      return `${location.path}:${location.start.line} ${rule}: ${rest.join(', ')}`;
    },
  );
}

test('editions that agree have no finding', () => {
  expect(readTexts(english, spanish)).toEqual([]);
});

test.each([
  [
    'a dropped link',
    '[Yavarí](#boat-yavari)',
    'Yavarí',
    ['dist/es/demo.md:3 built-editions-agree: item [](#boat-yavari), expected 1, found 0'],
  ],
  [
    'a changed number',
    '[30.5 m](#boat',
    '[35 m](#boat',
    ['dist/es/demo.md:7 built-editions-agree: item #boat-yavari--length, expected 30.5 m, found 35 m'],
  ],
  [
    'a changed number in the index',
    'Eslora: 30.5',
    'Eslora: 35',
    ['dist/es/demo.md:20 built-editions-agree: item #boat-yavari--length, expected 30.5 m, found 35 m'],
  ],
  [
    'another way to write thousands',
    'Pieces: 2,766',
    'Pieces: 2,767',
    ['dist/es/demo.md:22 built-editions-agree: item #boat-yavari--pieces, expected 2766, found 2767'],
  ],
  [
    'a lost row',
    '| c | d |\n',
    '',
    [
      'dist/es/demo.md:3 built-editions-agree: item #s-one, expected p h2 p [^a](p) table2×2, found p h2 p [^a](p) table1×2',
    ],
  ],
  ['a lost note', '.[^a]', '.', ['dist/es/demo.md:3 built-editions-agree: item [^a], expected 1, found 0']],
  [
    'a lost anchor',
    '<a id="boat-yavari--launched"></a>',
    '',
    [
      'dist/es/demo.md:7 link-resolves: target #boat-yavari--launched',
      'dist/es/demo.md:15 built-editions-agree: item <a id="boat-yavari--launched">, expected 1, found 0',
    ],
  ],
  [
    'an anchor twice',
    '**Yavarí**',
    '<a id="s-one"></a>**Yavarí**',
    [
      'dist/es/demo.md:19 anchor-is-unique: id s-one',
      'dist/es/demo.md:19 built-editions-agree: item <a id="s-one">, expected 0, found 1',
    ],
  ],
  [
    'another section',
    '"s-one"',
    '"s-uno"',
    ['dist/es/demo.md:1 built-editions-agree: item #, expected # #s-one #_index, found # #s-uno #_index'],
  ],
])('%s is found in the built edition', (_, from, to, expected) => {
  expect(spanish).toContain(from);
  expect(readTexts(english, spanish.replace(from, to))).toEqual(expected);
});
