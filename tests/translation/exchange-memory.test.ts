import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Term } from '../../pipeline/model.ts';
import { addToMemory } from '../../pipeline/translation/exchange/add-to-memory.ts';
import { choosePairs } from '../../pipeline/translation/exchange/choose-pairs.ts';
import { listUnits } from '../../pipeline/translation/exchange/list-units.ts';
import { markAsText } from '../../pipeline/translation/exchange/mark-as-text.ts';
import { readTmx, type TmxUnit } from '../../pipeline/translation/exchange/read-tmx.ts';
import { writeTbx } from '../../pipeline/translation/exchange/write-tbx.ts';
import { writeTmx } from '../../pipeline/translation/exchange/write-tmx.ts';
import { splitSegment } from '../../pipeline/translation/inline-codes.ts';
import type { PoFile } from '../../pipeline/translation/po-file.ts';
import { readPo } from '../../pipeline/translation/read-po.ts';
import { writeCatalog } from '../../pipeline/translation/write-catalog.ts';
import { line } from '../document/markdown-arbitrary.ts';
import { digest, entryOf, footnotes, poOf } from './exchange-demo.ts';

function tmxOf(pairs: [string, string][]): string {
  const po = poOf(pairs.map(([msgid, msgstr]) => entryOf(msgid, msgstr)));
  const location = { path: 'a.md', start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
  const segments = pairs.map(([markdown], index) => ({
    index,
    kind: 'paragraph' as const,
    markdown,
    location,
    section: '',
    node: undefined,
    key: undefined,
  }));
  const { units } = listUnits(segments, po, footnotes, digest);
  return writeTmx({ source: { tag: 'en-US' }, target: { tag: 'es-PE' }, units }, '1.0.0');
}

function unitsOf(text: string, size = 7): { units: TmxUnit[]; found: unknown[] } {
  const units: TmxUnit[] = [];
  const reader = readTmx('memory.tmx', (unit) => units.push(unit));
  for (let at = 0; at < text.length; at += size) reader.write(text.slice(at, at + size));
  return { units, found: reader.close().map(({ rule, location }) => [rule, location.start.line]) };
}

const foreign = (body: string) =>
  `<?xml version="1.0"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4"><header creationtool="other"/><body>${body}</body></tmx>`;
const tuv = (language: string, seg: string) => `<tuv xml:lang="${language}"><seg>${seg}</seg></tuv>`;

describe('TMX', () => {
  test('codes are codes, and only confirmed translations go', () => {
    const text = tmxOf([
      ['[Peru](country:peru) &', '[Perú](country:peru) <'],
      ['Later', ''],
    ]);
    expect(text).toContain(
      '<seg><bpt i="1" x="1" type="link">[</bpt>Peru<ept i="1">](country:peru)</ept> &amp;</seg>',
    );
    expect(text.match(/<tu /g)).toHaveLength(1);
    expect(text).not.toMatch(/date=/);
  });

  test('what we wrote comes back as it was, in whatever pieces it arrives', () => {
    fc.assert(
      fc.property(line, line, fc.integer({ min: 1, max: 50 }), (msgid, msgstr, size) => {
        const { units, found } = unitsOf(tmxOf([[msgid, msgstr]]), size);
        expect(found).toEqual([]);
        expect(units).toEqual([
          {
            isOwn: true,
            variants: [
              { language: 'en-US', text: msgid },
              { language: 'es-PE', text: msgstr },
            ],
          },
        ]);
      }),
      { numRuns: 60 },
    );
  });

  test('of another tool the words are taken, without codes and what is in them', () => {
    const seg =
      'A <hi>bold</hi> <bpt i="1">&lt;b t="<sub>tip</sub>"&gt;</bpt>step<ept i="1">&lt;/b&gt;</ept> &amp;\n  on';
    const { units } = unitsOf(
      foreign(`<tu>${tuv('en', seg)}${tuv('es', 'Un paso')}</tu><tu>${tuv('en', 'Alone')}</tu>`),
    );
    expect(units).toEqual([
      {
        isOwn: false,
        variants: [
          { language: 'en', text: 'A bold step & on' },
          { language: 'es', text: 'Un paso' },
        ],
      },
    ]);
  });

  test.each([
    [
      'an entity that expands',
      foreign('').replace('SYSTEM "tmx14.dtd"', '[<!ENTITY a "aaaa">]'),
      'exchange-file-is-self-contained',
      2,
    ],
    ['an unknown entity', foreign('<tu>&a;</tu>'), 'exchange-file-is-well-formed', 3],
    ['an end too soon', foreign('<tu>').slice(0, -20), 'exchange-file-is-well-formed', 3],
    ['something else', '<html/>', 'exchange-format-is-known', 1],
    ['no memory of version 1', '<tmx version="2.0"/>', 'exchange-format-is-known', 1],
    ['no end of nesting', foreign('<a>'.repeat(100_000)), 'exchange-file-is-well-formed', 3],
  ])('%s is a finding', (_, text, rule, row) => {
    expect(unitsOf(text, 1000).found).toEqual([[rule, row]]);
  });

  test('languages are the same by their first subtag, the exact one is preferred', () => {
    const variants = ['de', 'EN_gb', 'pt-PT', 'pt-BR', 'es'].map((language) => ({
      language,
      text: language,
    }));
    const tagged = (tag: string) => ({ language: tag.slice(0, 2), tag });
    const editions = ['en-US', 'es-PE', 'pt-BR'].map(tagged);
    expect(choosePairs({ variants, isOwn: false }, [tagged('en-US')], editions)).toEqual([
      { target: 'es', msgid: 'EN_gb', msgstr: 'es' },
      { target: 'pt', msgid: 'EN_gb', msgstr: 'pt-BR' },
    ]);
  });
});

describe('memory', () => {
  const target = {
    name: 'old',
    language: 'es',
    pathOf: (part: number) => `locales/es/memory/old-${part}.po`,
  };
  const fill = (parts: PoFile[], pairs: [string, string][]) => {
    const memory = addToMemory(parts, target);
    const isNew = pairs.map(([msgid, msgstr]) => memory.add(msgid, msgstr));
    return { isNew, files: memory.finish() };
  };
  const reread = (file: PoFile | undefined) =>
    readPo({ path: file?.path ?? '', text: file ? writeCatalog(file) : '' });

  test('a further translation of one text is kept beside the first', () => {
    const { isNew, files } = fill(
      [],
      [
        ['b', 'B'],
        ['a "x"\\', 'A\n'],
        ['b', 'B'],
        ['b', 'Bé'],
      ],
    );
    expect(isNew).toEqual([true, true, false, true]);
    const { value, diagnostics } = reread(files[0]);
    expect(diagnostics).toEqual([]);
    expect(value.entries.slice(1).map(({ msgctxt, msgid, msgstr }) => [msgctxt, msgid, msgstr])).toEqual([
      [undefined, 'a "x"\\', 'A\n'],
      [undefined, 'b', 'B'],
      ['2', 'b', 'Bé'],
    ]);
  });

  test('a number that an entry has is not given to another', () => {
    const { value } = readPo({
      path: 'locales/es/memory/old-1.po',
      text: 'msgid "m"\nmsgstr "M"\n\nmsgctxt "3"\nmsgid "m"\nmsgstr "Eme"\n',
    });
    const { files } = fill(
      [value],
      [
        ['m', 'eme'],
        ['m', 'EME'],
      ],
    );
    const after = reread(files[0]);
    expect(after.diagnostics).toEqual([]);
    expect(after.value.entries.map(({ msgctxt, msgstr }) => [msgctxt, msgstr])).toEqual([
      [undefined, 'M'],
      ['3', 'Eme'],
      ['4', 'eme'],
      ['5', 'EME'],
    ]);
  });

  test('what is there stays where it is, and a second import changes nothing', () => {
    const before = reread(fill([], [['m', 'M']]).files[0]).value;
    const { files } = fill(
      [before],
      [
        ['a', 'A'],
        ['m', 'Eme'],
      ],
    );
    const after = reread(files[0]).value;
    expect(after.entries.map(({ msgid, msgctxt }) => [msgid, msgctxt])).toEqual([
      ['', undefined],
      ['m', undefined],
      ['a', undefined],
      ['m', '2'],
    ]);
    expect(
      fill(
        [after],
        [
          ['a', 'A'],
          ['m', 'M'],
          ['m', 'Eme'],
        ],
      ),
    ).toEqual({ isNew: [false, false, false], files: [] });
  });

  test('a large memory goes on in a further file, and later in the last one', () => {
    const long = (sign: string): [string, string] => [sign.repeat(3_000_000), sign.repeat(2_000_000)];
    const first = fill([], [long('a'), long('b')]).files;
    expect(first.map(({ path }) => path)).toEqual([target.pathOf(1), target.pathOf(2)]);
    const { files } = fill(first, [['c', 'C']]);
    expect(files.map(({ path, entries }) => [path, entries.length])).toEqual([[target.pathOf(2), 3]]);
  });

  test('plain words stay plain words', () => {
    for (const text of ['AT&T', '5 * 3', 'a [sic] b', 'x < y', 'snake_case'])
      expect(markAsText(text)).toBe(text);
    expect(markAsText('see *this*')).toBe('see \\*this\\*');
    expect(markAsText('a&nbsp;b')).toBe('a\\&nbsp;b');
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'*_`[]()<>&\\!# abc;:') }), (text) => {
        expect(splitSegment(markAsText(text), []).filter(({ kind }) => kind !== 'text')).toEqual([]);
      }),
    );
  });
});

test('TBX: a concept an entity, its languages and labels by what they are', () => {
  const term = (
    entity: string,
    labels: [string, [string, 'name' | 'alternate' | 'acronym' | 'form' | 'avoided'][]][],
  ): Term => ({
    entity,
    labels: new Map(labels.map(([language, all]) => [language, all.map(([text, role]) => ({ text, role }))])),
  });
  const terms = [
    term('org:oas', [
      [
        'en',
        [
          ['OAS', 'acronym'],
          ['Organization of American States', 'name'],
        ],
      ],
      [
        'es',
        [
          ['de la OEA', 'form'],
          ['O. E. A.', 'avoided'],
          ['OEA', 'acronym'],
        ],
      ],
      ['fr', [['OEA', 'acronym']]],
    ]),
    term('country:peru', [
      [
        'en',
        [
          ['Peru & co', 'name'],
          ['Peru & co', 'alternate'],
        ],
      ],
    ]),
    term('org:none', [['fr', [['Rien', 'name']]]]),
  ];
  const text = writeTbx(terms, {
    title: 'demo',
    languages: ['en-US', 'es-PE'].map((tag) => ({ tag, language: tag.slice(0, 2) })),
    main: 'en-US',
    iri: (id) => `https://example.org/id/${id}`,
    subject: () => 'Thing',
  });
  expect(text.match(/<conceptEntry id="[^"]*"/g)).toEqual([
    '<conceptEntry id="country.peru"',
    '<conceptEntry id="org.oas"',
  ]);
  const lines = text
    .match(/<term>.*|<langSec.*|<termNote.*/g)
    ?.map((row) => row.replace(/<[^>]*type="(\w+)">/, '$1 ').replace(/<\/?term(?:Note)?>/g, ''));
  expect(lines).toEqual([
    '<langSec xml:lang="en-US">',
    'Peru &amp; co',
    'termType fullForm',
    'administrativeStatus preferredTerm-admn-sts',
    '<langSec xml:lang="en-US">',
    'Organization of American States',
    'termType fullForm',
    'administrativeStatus preferredTerm-admn-sts',
    'OAS',
    'termType acronym',
    'administrativeStatus admittedTerm-admn-sts',
    '<langSec xml:lang="es-PE">',
    'OEA',
    'termType acronym',
    'administrativeStatus admittedTerm-admn-sts',
    'O. E. A.',
    'termType variant',
    'administrativeStatus deprecatedTerm-admn-sts',
  ]);
});
