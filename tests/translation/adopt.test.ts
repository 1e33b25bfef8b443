import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDocument, parseSegment } from '../../pipeline/text/syntax.ts';
import { followCorrection } from '../../pipeline/translation/adopt/follow-correction.ts';
import { joinParts } from '../../pipeline/translation/adopt/join-parts.ts';
import { splitMarks, writeMark } from '../../pipeline/translation/adopt/marks.ts';
import { findOwnWords } from '../../pipeline/translation/adopt/own-words.ts';
import { pairPlaces } from '../../pipeline/translation/adopt/pair-places.ts';
import { replaceMsgstrs } from '../../pipeline/translation/adopt/replace-msgstr.ts';
import { readItems } from '../../pipeline/translation/adopt/segment-items.ts';
import { readBlockTokens, wordsOf } from '../../pipeline/translation/adopt/tokens.ts';
import { transferEdit } from '../../pipeline/translation/adopt/transfer-edit.ts';
import { readPo } from '../../pipeline/translation/read-po.ts';

const inline = (markdown: string) => parseSegment(markdown, { footnotes: ['n'], allowHtml: true });

/** The segment "msgstr" after an edit of the block that it was published as; `«…»` stands for a text of the segment. */
function transfer(msgstr: string, published: string, edited: string): string | string[] {
  const node = inline(msgstr);
  const marks = new Map();
  const count = (nodes: { type: string; children?: unknown[] }[]): void => {
    for (const child of nodes) {
      if (child.type === 'text') marks.set(child, marks.size);
      else count((child.children ?? []) as typeof nodes);
    }
  };
  count(node.children);
  let next = 0;
  const marked = published.replace(/«/g, () => writeMark(next++)).replaceAll('»', '');
  const items = readItems(node, msgstr, marks);
  const own = findOwnWords(
    readBlockTokens(inline(marked).children),
    () => 0,
    () => items,
  );
  const { segments, problems } = transferEdit(
    own.tokens,
    own.segments,
    readBlockTokens(inline(edited).children),
  );
  if (problems.length > 0) return problems.map(({ kind, found }) => `${kind} ${found}`);
  return joinParts(segments.get(0) ?? [], ['n']) ?? 'cannot be written';
}

describe('an edit of a published block becomes an edit of its segment', () => {
  const msgstr = 'O [Peru](country:peru) faz fronteira com o [Brasil](country:brazil).';
  const published = '«O »«Peru»« faz fronteira com o »[«Brasil»](#country-brazil)«.»';

  test.each([
    [
      'O Peru tem fronteira com o [Brasil](#country-brazil).',
      'O [Peru](country:peru) tem fronteira com o [Brasil](country:brazil).',
    ],
    [
      'O antigo Peru faz fronteira com o [Brasil](#country-brazil).',
      'O antigo [Peru](country:peru) faz fronteira com o [Brasil](country:brazil).',
    ],
    [
      'O Peru antigo faz fronteira com o [Brasil](#country-brazil).',
      'O [Peru](country:peru) antigo faz fronteira com o [Brasil](country:brazil).',
    ],
    [
      'O Perú faz fronteira com o [Brasil](#country-brazil).',
      'O [Perú](country:peru) faz fronteira com o [Brasil](country:brazil).',
    ],
    [
      'O [Brasil](#country-brazil) faz fronteira com o Peru.',
      'O [Brasil](country:brazil) faz fronteira com o [Peru](country:peru).',
    ],
    [
      'O Peru faz fronteira com o *grande* [Brasil](#country-brazil).',
      'O [Peru](country:peru) faz fronteira com o *grande* [Brasil](country:brazil).',
    ],
  ])('%s', (edited, expected) => {
    expect(transfer(msgstr, published, edited)).toBe(expected);
  });

  test.each([
    ['O faz fronteira com o [Brasil](#country-brazil).', ['link-removed Peru']],
    ['O Peru faz fronteira com o Brasil.', ['link-removed Brasil']],
    ['O [Peru](#country-peru) faz fronteira com o [Brasil](#country-brazil).', ['link-added Peru']],
  ])('but not %s', (edited, problems) => {
    expect(transfer(msgstr, published, edited)).toEqual(problems);
  });

  test('links with one address are known by their words', () => {
    const swapped = transfer(
      '[Puno](hub:a#covers "region:puno") e [Tacna](hub:a#covers "region:tacna")',
      '[«Puno»](#hub-a--covers)« e »[«Tacna»](#hub-a--covers)',
      '[Tacna](#hub-a--covers) e [Puno](#hub-a--covers)',
    );
    expect(swapped).toBe('[Tacna](hub:a#covers "region:tacna") e [Puno](hub:a#covers "region:puno")');
  });

  test('words of the writer stay the writer’s', () => {
    const [cited, shown] = [
      'Ver [Kahhat, 2007](work:k "p. 5"), [](#t).',
      '«Ver »[«Kahhat, 2007», p. 5](#work-k)«, »[Tabela 1](#t)«.»',
    ];
    expect(transfer(cited, shown, 'Cf. [Kahhat, 2007, p. 5](#work-k) e [Tabela 1](#t).')).toBe(
      'Cf. [Kahhat, 2007](work:k "p. 5") e [](#t).',
    );
    expect(transfer(cited, shown, 'Ver a [Tabela 1](#t) e [Kahhat, 2007, p. 5](#work-k).')).toBe(
      'Ver a [](#t) e [Kahhat, 2007](work:k "p. 5").',
    );
    expect(transfer(cited, shown, 'Ver [Kahhat, 2007, p. 6](#work-k), [Tabela 1](#t).')).toEqual([
      'written 5',
    ]);
    expect(transfer(cited, shown, 'Ver [Kahhat, 2007, p. 5](#work-k), [Quadro 1](#t).')).toEqual([
      'written Tabela',
    ]);
  });

  test('what an editor types is read as typed', () => {
    expect(transfer('a b', '«a b»', 'a \\[x](y) \\* b')).toBe('a \\[x\\](y) \\* b');
    expect(transfer('R\\&D &amp; b', '«R&D & b»', 'R&D & c')).toBe('R\\&D &amp; c');
  });
});

test('items of a segment, joined, are the segment', () => {
  const piece = fc.constantFrom(
    'a',
    ' ',
    'é',
    '*b*',
    '**c d**',
    '[e](x:y)',
    '[](x:y#z)',
    '[^n]',
    '`f`',
    '\\*',
    '&amp;',
    '.',
    '\n',
    '_',
    '[',
    '<b>',
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const markdown = pieces.join('');
      const node = inline(markdown);
      fc.pre(node.children.length > 0);
      expect(
        readItems(node, markdown, new Map())
          .map(({ raw }) => raw)
          .join(''),
      ).toBe(markdown);
    }),
  );
});

test('marks are read where they were written', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(100_000), fc.string())), (marked) => {
      const text = marked.map(([number, words]) => writeMark(number) + words).join('');
      const [first, ...rest] = splitMarks(text);
      expect(first).toEqual({ mark: undefined, text: '' });
      expect(rest).toEqual(marked.map(([mark, words]) => ({ mark, text: words })));
    }),
  );
});

const page = (text: string) => parseDocument({ path: 'dist/pt/a.md', text }, { allowHtml: true }).value;

test('places are paired, and what has no pair is told', () => {
  const before = page('## A\n\nOne.\n\nTwo.\n\n- x\n- y\n\n| a | b |\n| - | - |\n| c | c |\n');
  const edited = page('## A\n\nOne!\n\nNew.\n\nTwo.\n\n- x\n- z\n\n| a | b |\n| - | - |\n| d | c |\n');
  const { places, diagnostics } = pairPlaces(before, edited);
  expect(places.map((place) => [place.path, wordsOf(place.edited), place.location.start.line])).toEqual([
    ['/3/1/0', 'z', 10],
    ['/4/1/0', 'd', 14],
  ]);
  expect(diagnostics.map(({ values, location }) => [values, location.start.line])).toEqual([
    [{ context: 'added', expected: 'One.', found: 'One! New.' }, 3],
  ]);
});

test('places that the editor left follow a correction', () => {
  const before = page('---\ntitle: A b\n---\n\nA b.\n\nB.\n\nSee A b.\n');
  const edited = page('---\ntitle: A b\n---\n\nA c.\n\nB!\n\nSee A b.\n');
  const after = page('---\ntitle: A c\n---\n\nA c.\n\nB.\n\nSee A c.\n');
  expect(followCorrection(before, edited, after)).toBe('---\ntitle: A c\n---\n\nA c.\n\nB!\n\nSee A c.\n');
});

test.each(['\n', '\r\n'])('a translation is replaced, and no other byte', (eol) => {
  const text = [
    '# a',
    'msgid "a"',
    'msgstr "b"',
    '',
    '#:   odd   spacing',
    'msgid ""',
    '"c"',
    'msgstr ""',
    '"d "',
    '"msgstr"',
    '',
    '',
    'msgid "e"',
    'msgstr "f"',
  ].join(eol);
  const file = { path: 'a.po', text };
  const { entries } = readPo(file).value;
  const [first, second, third] = entries;
  if (!first || !second || !third) throw new Error('three entries');
  expect(entries.map(({ msgstr }) => msgstr)).toEqual(['b', 'd msgstr', 'f']);
  const written = replaceMsgstrs(file, [
    { entry: first, msgstr: 'B "1"' },
    { entry: second, msgstr: 'D' },
  ]);
  expect(written).toBe(
    text
      .replace('msgstr "b"', 'msgstr "B \\"1\\""')
      .replace(['msgstr ""', '"d "', '"msgstr"'].join(eol), 'msgstr "D"'),
  );
});
