import { describe, expect, test } from 'vitest';
import type { Entity, Json, OutputFile, Publication } from '../../pipeline/model.ts';
import { readBack } from '../../pipeline/proof/read-back.ts';
import { recallNothing } from '../../pipeline/values/recall-nothing.ts';
import { sampleConfiguration } from '../output/sample-publication.ts';
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

/** An edition, and its register of entities. */
interface Built {
  text: string;
  register: string;
}

const english: Built = {
  text: `# The Yavarí

<span id="s-one"></span>

## One

The [Yavarí](demo-register.md#boat-yavari) is [30.5 m](demo-register.md#boat-yavari--length) long, launched [1862](demo-register.md#boat-yavari--launched).[^a]

[^a]: A note.

| a | b |
| - | - |
| c | d |

<span id="_notes"></span>

## Notes

- <span id="note-a"></span>**N1** [Yavarí](demo-register.md#boat-yavari)

<span id="_index"></span>

## Index

[Register](demo-register.md)
`,
  register: `[The Yavarí](demo.md)

<span id="_index-boat"></span>

## Boats

- <span id="boat-yavari"></span>**Yavarí** [[N1](demo.md#note-a)]
  - <span id="boat-yavari--length"></span>Length: 30.5 m (approximately)
  - <span id="boat-yavari--launched"></span>Launched: 1862
  - <span id="boat-yavari--pieces"></span>Pieces: 2,766
  - Mentioned in: [1](demo.md#s-one)
`,
};

const spanish: Built = {
  text: english.text
    .replace('The [Yavarí]', 'El [Yavarí]')
    .replace(' is [30.5 m]', ' mide [30.5 m]')
    .replace(' long, launched', ', botado en'),
  register: english.register.replace('Length:', 'Eslora:'),
};

/** Findings, where the files are these; a register that is '' is not there. */
function readEditions(en: Built, es: Built): string[] {
  const outputs = Object.entries({ en, es }).flatMap(([language, { text, register }]): OutputFile[] =>
    [
      { path: `${language}/demo.md`, text, mediaType: 'text/markdown', language },
      { path: `${language}/demo-register.md`, text: register, mediaType: 'text/markdown', language },
    ].filter((file) => file.text !== ''),
  );
  const readers = new Map([
    ['en', readerOf('en-US')],
    ['es', readerOf('es-PE')],
  ]);
  const context = {
    vocabulary,
    configuration: sampleConfiguration,
    styles: new Map(),
    services: { recall: recallNothing },
  };
  return readBack(outputs, publicationOf(), context, readers).map(({ rule, location, values }) => {
    const rest = Object.entries(values).map(([name, value]) => `${name} ${value}`);
    return `${location.path}:${location.start.line} ${rule}: ${rest.join(', ')}`;
  });
}

test('editions that agree have no finding', () => {
  expect(readEditions(english, spanish)).toEqual([]);
});

describe('in the built edition is found', () => {
  test.each([
    [
      'a dropped link',
      'El [Yavarí](demo-register.md#boat-yavari)',
      'El Yavarí',
      ['dist/es/demo.md:3 built-editions-agree: item [](demo-register.md#boat-yavari), expected 1, found 0'],
    ],
    [
      'a changed number',
      '[30.5 m](demo',
      '[35 m](demo',
      ['dist/es/demo.md:7 built-editions-agree: item #boat-yavari--length, expected 30.5 m, found 35 m'],
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
      'a link to an anchor that the register does not have',
      'El [Yavarí](demo-register.md#boat-yavari)',
      'El [Yavarí](demo-register.md#boat-yavary)',
      [
        'dist/es/demo.md:7 link-resolves: target demo-register.md#boat-yavary',
        'dist/es/demo.md:3 built-editions-agree: item [](demo-register.md#boat-yavari), expected 1, found 0',
        'dist/es/demo.md:7 built-editions-agree: item [](demo-register.md#boat-yavary), expected 0, found 1',
      ],
    ],
    [
      'a link to an anchor of the register that does not name it',
      'El [Yavarí](demo-register.md#boat-yavari)',
      'El [Yavarí](#boat-yavari)',
      [
        'dist/es/demo.md:7 link-resolves: target #boat-yavari',
        'dist/es/demo.md:3 built-editions-agree: item [](demo-register.md#boat-yavari), expected 1, found 0',
        'dist/es/demo.md:7 built-editions-agree: item [](#boat-yavari), expected 0, found 1',
      ],
    ],
    [
      'a dropped link to the register',
      '[Register](demo-register.md)',
      'Register',
      ['dist/es/demo.md:21 built-editions-agree: item [](demo-register.md), expected 1, found 0'],
    ],
    [
      'a dropped link to the register from a list',
      '**N1** [Yavarí](demo-register.md#boat-yavari)',
      '**N1** Yavarí',
      ['dist/es/demo.md:15 built-editions-agree: item [](demo-register.md#boat-yavari), expected 1, found 0'],
    ],
    [
      'a lost anchor that the register leads to',
      '<span id="note-a"></span>',
      '',
      [
        'dist/es/demo-register.md:7 link-resolves: target demo.md#note-a',
        'dist/es/demo.md:15 built-editions-agree: item <span id="note-a">, expected 1, found 0',
      ],
    ],
    [
      'another section',
      '"s-one"',
      '"s-uno"',
      [
        'dist/es/demo-register.md:11 link-resolves: target demo.md#s-one',
        'dist/es/demo.md:1 built-editions-agree: item #, expected # #s-one #_index #_notes, found # #s-uno #_index #_notes',
      ],
    ],
  ])('%s', (_, from, to, expected) => {
    expect(spanish.text).toContain(from);
    const text = spanish.text.replace(from, to);
    expect(readEditions(english, { ...spanish, text })).toEqual(expected);
  });
});

describe('in the built register is found', () => {
  test.each([
    [
      'a changed number',
      'Eslora: 30.5',
      'Eslora: 35',
      [
        'dist/es/demo-register.md:8 built-editions-agree: item #boat-yavari--length, expected 30.5 m, found 35 m',
      ],
    ],
    [
      'another way to write thousands',
      'Pieces: 2,766',
      'Pieces: 2,767',
      [
        'dist/es/demo-register.md:10 built-editions-agree: item #boat-yavari--pieces, expected 2766, found 2767',
      ],
    ],
    [
      'a lost anchor',
      '<span id="boat-yavari--launched"></span>',
      '',
      [
        'dist/es/demo.md:7 link-resolves: target demo-register.md#boat-yavari--launched',
        'dist/es/demo-register.md:3 built-editions-agree: item <span id="boat-yavari--launched">, expected 1, found 0',
      ],
    ],
    [
      'an anchor twice',
      '**Yavarí**',
      '<span id="boat-yavari"></span>**Yavarí**',
      [
        'dist/es/demo-register.md:7 anchor-is-unique: id boat-yavari',
        'dist/es/demo-register.md:7 built-editions-agree: item <span id="boat-yavari">, expected 1, found 2',
      ],
    ],
    [
      'an anchor of the edition',
      '**Yavarí**',
      '<span id="s-one"></span>**Yavarí**',
      [
        'dist/es/demo-register.md:7 anchor-is-unique: id s-one',
        'dist/es/demo-register.md:7 built-editions-agree: item <span id="s-one">, expected 0, found 1',
      ],
    ],
    [
      'a link to an anchor that the edition does not have',
      'demo.md#s-one',
      'demo.md#s-two',
      [
        'dist/es/demo-register.md:11 link-resolves: target demo.md#s-two',
        'dist/es/demo-register.md:3 built-editions-agree: item [](demo.md#s-one), expected 1, found 0',
        'dist/es/demo-register.md:11 built-editions-agree: item [](demo.md#s-two), expected 0, found 1',
      ],
    ],
    [
      'a link to an anchor of the edition that does not name it',
      'demo.md#s-one',
      '#s-one',
      [
        'dist/es/demo-register.md:11 link-resolves: target #s-one',
        'dist/es/demo-register.md:3 built-editions-agree: item [](demo.md#s-one), expected 1, found 0',
        'dist/es/demo-register.md:11 built-editions-agree: item [](#s-one), expected 0, found 1',
      ],
    ],
    [
      'a dropped link back',
      '[The Yavarí](demo.md)',
      'The Yavarí',
      ['dist/es/demo-register.md:1 built-editions-agree: item [](demo.md), expected 1, found 0'],
    ],
    [
      'another type',
      '"_index-boat"',
      '"_index-ship"',
      [
        'dist/es/demo-register.md:1 built-editions-agree: item #, expected # #_index-boat, found # #_index-ship',
      ],
    ],
  ])('%s', (_, from, to, expected) => {
    expect(spanish.register).toContain(from);
    const register = spanish.register.replace(from, to);
    expect(readEditions(english, { ...spanish, register })).toEqual(expected);
  });
});

test('a register that one edition lacks is found, and so is every link to it', () => {
  const lacking = { ...spanish, register: '' };
  const target = 'link-resolves: target demo-register.md';
  const broken = [
    `dist/es/demo.md:7 ${target}#boat-yavari`,
    `dist/es/demo.md:7 ${target}#boat-yavari--length`,
    `dist/es/demo.md:7 ${target}#boat-yavari--launched`,
    `dist/es/demo.md:19 ${target}#boat-yavari`,
    `dist/es/demo.md:25 ${target}`,
  ];
  expect(readEditions(english, lacking)).toEqual([
    ...broken,
    'dist/es/demo.md:1 built-editions-agree: item demo-register.md, expected 1, found 0',
  ]);
  expect(readEditions({ ...english, register: '' }, spanish)).toContain(
    'dist/es/demo-register.md:1 built-editions-agree: item demo-register.md, expected 0, found 1',
  );
});
