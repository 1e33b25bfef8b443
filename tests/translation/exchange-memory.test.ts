import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EditionConfiguration, SourceFile, Term } from '../../pipeline/model.ts';
import { parseSegment } from '../../pipeline/text/syntax.ts';
import { createGlossary } from '../../pipeline/translation/glossary/create-glossary.ts';
import type { PoFile } from '../../pipeline/translation/po-file.ts';
import { readCatalog } from '../../pipeline/translation/read-catalog.ts';
import { importMemory } from '../../pipeline/translation/workbench/import-memory.ts';
import { line } from '../document/markdown-arbitrary.ts';
import { exportDemo, exportFrom } from './exchange-demo.ts';
import { entryOf, poOf } from './po-sample.ts';
import { benchOf, noVocabulary } from './sample-bench.ts';

function tmxOf(pairs: [string, string][]): string {
  return exportDemo(poOf(pairs.map(([msgid, msgstr]) => entryOf(msgid, msgstr))), 'tmx');
}

interface Importing {
  /** Files of the memory so far. */
  parts?: SourceFile[];
  /** Characters that arrive at once. */
  size?: number;
  editions?: EditionConfiguration[];
}

/** What a TMX file makes of the memory "old". */
function importTmx(text: string, { parts = [], size = 7, editions = [] }: Importing = {}) {
  const bench = benchOf({ segments: [], own: parts, editions });
  const reader = importMemory(bench, [], { path: 'memory.tmx', name: 'old' });
  for (let at = 0; at < text.length; at += size) reader.write(text.slice(at, at + size));
  const { value, diagnostics } = reader.finish();
  return {
    ...value,
    files: value.files.map(({ path, text: written }) => ({ path, text: written })),
    found: diagnostics.map(({ rule, location }) => [rule, location.start.line]),
  };
}

/** The catalog that a file of a memory is. */
function reread(file: SourceFile | undefined) {
  return readCatalog({ path: file?.path ?? '', text: file?.text ?? '' }, file?.path.split('/')[1] ?? '');
}

/** Texts and their translations in a file of a memory, without the header. */
function pairsIn(file: SourceFile | undefined): [string, string][] {
  const { entries }: PoFile = reread(file).value;
  return entries.slice(1).map(({ msgid, msgstr }) => [msgid, msgstr]);
}

const foreign = (body: string) =>
  `<?xml version="1.0"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4"><header creationtool="other"/><body>${body}</body></tmx>`;
const own = (pairs: [string, string][]) =>
  foreign(
    pairs.map(([a, b]) => `<tu>${tuv('en', escapeXml(a))}${tuv('es', escapeXml(b))}</tu>`).join(''),
  ).replace('creationtool="other"', 'creationtool="tinkuy"');
const escapeXml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
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
        const { files, counts, found } = importTmx(tmxOf([[msgid, msgstr]]), { size });
        expect(found).toEqual([]);
        expect(counts).toEqual({ added: 1, known: 0, skipped: 0 });
        expect(files.map(pairsIn)).toEqual([[[msgid, msgstr]]]);
      }),
      { numRuns: 60 },
    );
  });

  test('of another tool the words are taken, without codes and what is in them', () => {
    const seg =
      'A <hi>bold</hi> <bpt i="1">&lt;b t="<sub>tip</sub>"&gt;</bpt>step<ept i="1">&lt;/b&gt;</ept> &amp;\n  on';
    const { files, counts } = importTmx(
      foreign(`<tu>${tuv('en', seg)}${tuv('es', 'Un paso')}</tu><tu>${tuv('en', 'Alone')}</tu>`),
    );
    expect(counts).toEqual({ added: 1, known: 0, skipped: 0 });
    expect(files.map(pairsIn)).toEqual([[['A bold step & on', 'Un paso']]]);
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
    expect(importTmx(text, { size: 1000 }).found).toEqual([[rule, row]]);
  });

  test('languages are the same by their first subtag, the exact one is preferred', () => {
    const variants = ['de', 'EN_gb', 'pt-PT', 'pt-BR', 'es'].map((language) => tuv(language, language));
    const editions = [{ language: 'pt', tag: 'pt-BR', citationStyle: 'apa' }];
    const { files } = importTmx(foreign(`<tu>${variants.join('')}</tu>`), { editions });
    expect(files.map((file) => [file.path, pairsIn(file)])).toEqual([
      ['locales/es/memory/old.po', [['EN_gb', 'es']]],
      ['locales/pt/memory/old.po', [['EN_gb', 'pt-BR']]],
    ]);
  });
});

describe('memory', () => {
  const pathOf = (part: number) => `locales/es/memory/old${part > 1 ? `-${part}` : ''}.po`;
  const fill = (parts: SourceFile[], pairs: [string, string][]) =>
    importTmx(own(pairs), { parts, size: 1_000_000 });
  /** Which of the pairs, taken one after the other, the memory did not have. */
  const areNew = (parts: SourceFile[], pairs: [string, string][]) =>
    pairs.map((_, at) => {
      const [before, after] = [at, at + 1].map((count) => fill(parts, pairs.slice(0, count)).counts.added);
      return after !== before;
    });

  test('a further translation of one text is kept beside the first', () => {
    const pairs: [string, string][] = [
      ['b', 'B'],
      ['a "x"\\', 'A\t"'],
      ['b', 'B'],
      ['b', 'Bé'],
    ];
    const { files } = fill([], pairs);
    expect(areNew([], pairs)).toEqual([true, true, false, true]);
    const { value, diagnostics } = reread(files[0]);
    expect(diagnostics).toEqual([]);
    expect(value.entries.slice(1).map(({ msgctxt, msgid, msgstr }) => [msgctxt, msgid, msgstr])).toEqual([
      [undefined, 'a "x"\\', 'A\t"'],
      [undefined, 'b', 'B'],
      ['2', 'b', 'Bé'],
    ]);
  });

  test('a number that an entry has is not given to another', () => {
    const text = 'msgid "m"\nmsgstr "M"\n\nmsgctxt "3"\nmsgid "m"\nmsgstr "Eme"\n';
    const { files } = fill(
      [{ path: pathOf(1), text }],
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
    const { files } = fill(fill([], [['m', 'M']]).files, [
      ['a', 'A'],
      ['m', 'Eme'],
    ]);
    expect(reread(files[0]).value.entries.map(({ msgid, msgctxt }) => [msgid, msgctxt])).toEqual([
      ['', undefined],
      ['m', undefined],
      ['a', undefined],
      ['m', '2'],
    ]);
    const again: [string, string][] = [
      ['a', 'A'],
      ['m', 'M'],
      ['m', 'Eme'],
    ];
    expect(areNew(files, again)).toEqual([false, false, false]);
    expect(fill(files, again).files).toEqual([]);
  });

  test('a large memory goes on in a further file, and later in the last one', () => {
    const long = Array.from({ length: 50 }, (_, at): [string, string] => {
      return [`${at} `.padEnd(100_000, 'a'), `${at} `.padEnd(100_000, 'b')];
    });
    const first = fill([], long).files;
    expect(first.map(({ path }) => path)).toEqual([pathOf(1), pathOf(2)]);
    const last = reread(first[1]).value.entries.length;
    const { files } = fill(first, [['c', 'C']]);
    expect(files.map((file) => [file.path, reread(file).value.entries.length])).toEqual([
      [pathOf(2), last + 1],
    ]);
  });

  test('plain words stay plain words', () => {
    const markAsText = (text: string): string => {
      const { files } = importTmx(foreign(`<tu>${tuv('en', escapeXml(text))}${tuv('es', 'x')}</tu>`), {
        size: 1000,
      });
      return pairsIn(files[0])[0]?.[0] ?? '';
    };
    for (const text of ['AT&T', '5 * 3', 'a [sic] b', 'x < y', 'snake_case'])
      expect(markAsText(text)).toBe(text);
    expect(markAsText('see *this*')).toBe('see \\*this\\*');
    expect(markAsText('a&nbsp;b')).toBe('a\\&nbsp;b');
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'*_`[]()<>&\\!# abc;:') }), (text) => {
        const { children } = parseSegment(markAsText(text), { footnotes: [], allowHtml: true });
        expect(children.filter(({ type }) => type !== 'text')).toEqual([]);
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
  const glossary = {
    ...createGlossary([], noVocabulary, new Map()),
    terms: new Map(terms.map((one) => [one.entity, one])),
  };
  const text = exportFrom(benchOf({ segments: [], glossary }), 'tbx');
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
