import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseSegment } from '../../pipeline/text/syntax.ts';
import { readItems } from '../../pipeline/translation/adopt/segment-items.ts';
import { adoptSample, msgstrOf } from './adopt-sample.ts';

const escapeQuotes = (text: string) => text.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n');

/** The segment "msgstr" after an edit of the block that it was published as; `«…»` stands for a text of the segment. */
async function transfer(msgstr: string, published: string, edited: string): Promise<string | string[]> {
  const note = '\n\n[^n]: N\n';
  const { value, diagnostics } = await adoptSample({
    source: `T${note}`,
    po: `msgid "T"\nmsgstr "${escapeQuotes(msgstr)}"\n`,
    published: published + note,
    edited: edited + note,
  });
  if (diagnostics.length > 0) return diagnostics.map(({ values }) => `${values.context} ${values.found}`);
  return msgstrOf(value.editions[0]?.catalog, 'T') ?? 'cannot be written';
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
  ])('%s', async (edited, expected) => {
    expect(await transfer(msgstr, published, edited)).toBe(expected);
  });

  test.each([
    ['O faz fronteira com o [Brasil](#country-brazil).', ['link-removed Peru']],
    ['O Peru faz fronteira com o Brasil.', ['link-removed Brasil']],
    ['O [Peru](#country-peru) faz fronteira com o [Brasil](#country-brazil).', ['link-added Peru']],
  ])('but not %s', async (edited, problems) => {
    expect(await transfer(msgstr, published, edited)).toEqual(problems);
  });

  test('links with one address are known by their words', async () => {
    const swapped = await transfer(
      '[Puno](hub:a#covers "region:puno") e [Tacna](hub:a#covers "region:tacna")',
      '[«Puno»](#hub-a--covers)« e »[«Tacna»](#hub-a--covers)',
      '[Tacna](#hub-a--covers) e [Puno](#hub-a--covers)',
    );
    expect(swapped).toBe('[Tacna](hub:a#covers "region:tacna") e [Puno](hub:a#covers "region:puno")');
  });

  test('words of the writer stay the writer’s', async () => {
    const [cited, shown] = [
      'Ver [Kahhat, 2007](work:k "p. 5"), [](#t).',
      '«Ver »[«Kahhat, 2007», p. 5](#work-k)«, »[Tabela 1](#t)«.»',
    ];
    expect(await transfer(cited, shown, 'Cf. [Kahhat, 2007, p. 5](#work-k) e [Tabela 1](#t).')).toBe(
      'Cf. [Kahhat, 2007](work:k "p. 5") e [](#t).',
    );
    expect(await transfer(cited, shown, 'Ver a [Tabela 1](#t) e [Kahhat, 2007, p. 5](#work-k).')).toBe(
      'Ver a [](#t) e [Kahhat, 2007](work:k "p. 5").',
    );
    expect(await transfer(cited, shown, 'Ver [Kahhat, 2007, p. 6](#work-k), [Tabela 1](#t).')).toEqual([
      'written 5',
    ]);
    expect(await transfer(cited, shown, 'Ver [Kahhat, 2007, p. 5](#work-k), [Quadro 1](#t).')).toEqual([
      'written Tabela',
    ]);
  });

  test('what an editor types is read as typed', async () => {
    expect(await transfer('a b', '«a b»', 'a \\[x](y) \\* b')).toBe('a \\[x\\](y) \\* b');
    expect(await transfer('R\\&D &amp; b', '«R&D & b»', 'R&D & c')).toBe('R\\&D &amp; c');
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
      const node = parseSegment(markdown, { footnotes: ['n'], allowHtml: true });
      fc.pre(node.children.length > 0);
      expect(
        readItems(node, markdown, new Map())
          .map(({ raw }) => raw)
          .join(''),
      ).toBe(markdown);
    }),
  );
});

test('places are paired, and what has no pair is told', async () => {
  const words = ['A', 'One.', 'Two.', 'x', 'y', 'a', 'b', 'c'];
  const { value, diagnostics } = await adoptSample({
    source: '## A\n\nOne.\n\nTwo.\n\n- x\n- y\n\n| a | b |\n| - | - |\n| c | c |\n',
    po: words.map((text) => `msgid "${text}"\nmsgstr "${text}"\n`).join('\n'),
    published: '## «A\n\n«One.\n\n«Two.\n\n- «x\n- «y\n\n| «a | «b |\n| - | - |\n| «c | «c |\n',
    edited: '## A\n\nOne!\n\nNew.\n\nTwo.\n\n- x\n- z\n\n| a | b |\n| - | - |\n| d | c |\n',
    after: '## A\n\nOne.\n\nTwo.\n\n- x\n- z\n\n| a | b |\n| - | - |\n| d | d |\n',
  });
  const [edition] = value.editions;
  expect(words.map((text) => msgstrOf(edition?.catalog, text))).toEqual([
    ...['A', 'One.', 'Two.', 'x'],
    ...['z', 'a', 'b', 'd'],
  ]);
  expect(edition?.taken.map(({ start }) => start.line)).toEqual([10, 14]);
  expect(diagnostics.map(({ values, location }) => [values, location.start.line])).toEqual([
    [{ context: 'added', expected: 'One.', found: 'One! New.' }, 3],
  ]);
});

test('places that the editor left follow a correction', async () => {
  const { value } = await adoptSample({
    source: 'A b.\n\nB.\n',
    po: 'msgid "A b."\nmsgstr "A b."\n',
    published: '---\ntitle: A b\n---\n\n«A b.\n\nB.\n\nSee A b.\n',
    edited: '---\ntitle: A b\n---\n\nA c.\n\nB!\n\nSee A b.\n',
    after: '---\ntitle: A c\n---\n\nA c.\n\nB.\n\nSee A c.\n',
  });
  expect(value.editions[0]?.files[0]?.edited).toBe('---\ntitle: A c\n---\n\nA c.\n\nB!\n\nSee A c.\n');
});

test.each(['\n', '\r\n'])('a translation is replaced, and no other byte', async (eol) => {
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
  const { value, diagnostics } = await adoptSample({
    source: 'a\n\nc\n\ne\n',
    po: text,
    published: '«b\n\n«d msgstr\n\n«f\n',
    edited: 'B "1"\n\nD\n\nf\n',
  });
  expect(diagnostics).toEqual([]);
  expect(value.editions[0]?.catalog.text).toBe(
    text
      .replace('msgstr "b"', 'msgstr "B \\"1\\""')
      .replace(['msgstr ""', '"d "', '"msgstr"'].join(eol), 'msgstr "D"'),
  );
});
