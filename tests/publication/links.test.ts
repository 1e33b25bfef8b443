import { describe, expect, test } from 'vitest';
import { type Mark, splitSections } from './marks.ts';
import { readEditions, readPublished, readRegisters } from './published.ts';
import { readWithCommonmark } from './read-with-commonmark.ts';
import { readWithMarkdownIt } from './read-with-markdown-it.ts';

const published = readPublished();
const editions = readEditions(published);
const registers = readRegisters(published);
const files = new Set(published.keys());
const readers = { 'markdown-it': readWithMarkdownIt, commonmark: readWithCommonmark };
const readings = [...editions, ...registers].map((file) => ({
  ...file,
  marks: readWithMarkdownIt(file.markdown),
}));

const valuesOf = (marks: readonly Mark[], kind: Mark['kind']): string[] =>
  marks.filter((mark) => mark.kind === kind).map(({ value }) => value);

/** An edition and its register of entities, as a reader sees them. */
type Pair = readonly { path: string; marks: readonly Mark[] }[];

/** What is wrong with the links and anchors of an edition and its register, between which ids are single, too. */
function findBroken(pair: Pair): string[] {
  const all = pair.flatMap(({ marks }) => valuesOf(marks, 'anchor'));
  const double = all.filter((id, index) => all.indexOf(id, index + 1) >= 0);
  const broken = pair.flatMap(({ path, marks }) =>
    valuesOf(marks, 'link').filter((url) => {
      const [file, id] = url.split('#');
      const target = file === '' ? path : path.replace(/[^/]*$/, file ?? '');
      const own = pair.find((other) => other.path === target);
      if (own && id !== undefined) return !valuesOf(own.marks, 'anchor').includes(decodeURIComponent(id));
      return !/^https?:\/\/[^/]/.test(url) && !leadsToFile(path, url);
    }),
  );
  return [...double.map((id) => `double id ${id}`), ...broken.map((url) => `broken link ${url}`)];
}

function leadsToFile(at: string, url: string): boolean {
  const root = 'https://example.org/dist/';
  const { href } = new URL(url, root + at);
  return href.startsWith(root) && files.has(decodeURIComponent(href.slice(root.length)));
}

/** Every value under a key `href`, at any depth. */
function hrefsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'href' && typeof inner === 'string' ? [inner] : hrefsIn(inner),
  );
}

test('there are three editions, each with a register of entities', () => {
  expect(registers.map(({ path, frontMatter }) => `${path} ${String(frontMatter.lang)}`)).toEqual([
    'en/peru-borders-register.md en-US',
    'es/peru-borders-register.md es-PE',
    'pt/peru-borders-register.md pt-BR',
  ]);
  expect(editions.map(({ path, frontMatter }) => `${path} ${String(frontMatter.lang)}`)).toEqual([
    'en/peru-borders.md en-US',
    'es/peru-borders.md es-PE',
    'pt/peru-borders.md pt-BR',
  ]);
});

describe.each(Object.entries(readers))('as %s reads', (_, read) => {
  const pairs = editions.map(({ path, markdown }, index) => ({
    path,
    pair: [
      { path, marks: read(markdown) },
      ...registers.slice(index, index + 1).map((file) => ({ path: file.path, marks: read(file.markdown) })),
    ],
  }));

  test.each(pairs)('$path and its register: links resolve, ids are single', ({ pair }) => {
    expect(pair).toHaveLength(2);
    expect(findBroken(pair)).toEqual([]);
    const [text = [], register = []] = pair.map(({ marks }) => marks);
    const links = [...valuesOf(text, 'link'), ...valuesOf(register, 'link')];
    expect([...valuesOf(text, 'anchor'), ...valuesOf(register, 'anchor')].length).toBeGreaterThan(1_000);
    expect(links.filter((url) => url.includes('#')).length).toBeGreaterThan(2_000);
    expect(valuesOf(text, 'link').filter((url) => /-register\.md#/.test(url)).length).toBeGreaterThan(400);
    expect(valuesOf(register, 'link').filter((url) => /s\.md#/.test(url)).length).toBeGreaterThan(800);
    const files = pair.flatMap(({ path, marks }) =>
      valuesOf(marks, 'link').filter((url) => !url.includes('#') && leadsToFile(path, url)),
    );
    // Of the edition: twice its register, two others, two of data; of the register: its edition.
    expect(files).toHaveLength(7);
  });

  test.each([
    ['an anchor that is not there', (text: string) => text.replace('#border-ec-pe)', '#border-ec-ep)')],
    [
      'an anchor of another file',
      (text: string) => text.replace(/\]\([^)]*#border-ec-pe\)/, '](#border-ec-pe)'),
    ],
    ['a file that is not there', (text: string) => text.replace('](../es/', '](../qu/')],
    ['a way out of dist/', (text: string) => text.replace('](../data/', '](../../data/')],
    ['an annotation', (text: string) => text.replace(/\]\([^)]*#border-ec-pe\)/, '](border:ec-pe)')],
    ['an id given twice', (text: string) => text.replace('id="_about"', 'id="_index"')],
    ['an id of the register', (text: string) => text.replace('id="_about"', 'id="country-peru"')],
    ['an anchor taken away', (text: string) => text.replace(/<span id="s-[^"]*"><\/span>/g, '')],
  ])('%s is refused', (_name, damage) => {
    const { path, markdown } = editions[0] ?? { path: '', markdown: '' };
    const damaged = damage(markdown);
    expect(damaged).not.toBe(markdown);
    const beside = pairs[0]?.pair.slice(1) ?? [];
    expect(findBroken([{ path, marks: read(damaged) }, ...beside])).not.toEqual([]);
  });

  test.each([
    ['an anchor of the edition that is not there', 'md#s-introduction)', 'md#s-introducton)'],
    ['an anchor of the edition as one of its own', '](peru-borders.md#s-introduction)', '](#s-introduction)'],
    ['an anchor taken away', '<span id="country-peru"></span>', ''],
  ])('in a register %s is refused', (_name, from, to) => {
    const { path, markdown } = registers[0] ?? { path: '', markdown: '' };
    expect(markdown).toContain(from);
    const text = pairs[0]?.pair.slice(0, 1) ?? [];
    expect(findBroken([...text, { path, marks: read(markdown.replace(from, to)) }])).not.toEqual([]);
  });
});

test.each([...editions, ...registers])(
  '$path: both readers see the same headings, anchors and links',
  ({ markdown }) => {
    const [one, other] = Object.values(readers).map((read) =>
      read(markdown).filter(({ kind }) => kind !== 'text' && kind !== 'block'),
    );
    expect(one).toEqual(other);
  },
);

test.each(editions)('$path: the links of the front matter resolve', ({ path, frontMatter }) => {
  const hrefs = hrefsIn(frontMatter);
  expect(hrefs.filter((url) => !leadsToFile(path, url))).toEqual([]);
  expect(hrefs).toHaveLength(10);
  expect(leadsToFile(path, '../fr/peru-borders.md')).toBe(false);
});

test.each(registers)('$path: the links of the front matter resolve', ({ path, frontMatter }) => {
  const hrefs = hrefsIn(frontMatter);
  expect(hrefs.filter((url) => !leadsToFile(path, url))).toEqual([]);
  expect(hrefs).toHaveLength(3);
});

test.each(readings)('$path: nothing is left of the dialect', ({ marks }) => {
  const residue = /\]\(|:::|\{#|&[a-z]+;|\b[a-z]+:[a-z0-9]+-[a-z0-9-]+\b/;
  expect(valuesOf(marks, 'text').filter((text) => residue.test(text))).toEqual([]);
  for (const left of ['[Peru](country:peru', ':::box', 'see country:peru-and', 'a &amp; b'])
    expect(left).toMatch(residue);
});

test.each(editions)('$path: each footnote is defined once and referred to', ({ markdown }) => {
  const defined = [...markdown.matchAll(/^\[\^([^\]]+)\]:/gm)].map(([, label]) => label);
  // "road[^a]:" is a reference before a colon.
  const referred = [...markdown.matchAll(/(?<!^)\[\^([^\]]+)\]/gm)].map(([, label]) => label);
  expect(new Set(defined).size).toBe(defined.length);
  expect([...new Set(referred)].sort()).toEqual([...defined].sort());
  expect(defined.length).toBeGreaterThanOrEqual(20);
});

test('the editions have the same anchors, and their sections in the same order', () => {
  const anchors = readings.map(({ marks }) => valuesOf(marks, 'anchor').sort());
  // Within the register each language has its own alphabet.
  const sections = readings.map(({ marks }) =>
    splitSections(marks).flatMap(({ id }) => (id.startsWith('_index-') ? [] : [id])),
  );
  for (const index of [1, 2]) {
    expect(anchors[index]).toEqual(anchors[0]);
    expect(anchors[index + 3]).toEqual(anchors[3]);
    expect(sections[index]).toEqual(sections[0]);
  }
  expect(sections[0]?.length).toBeGreaterThan(15);
  expect(anchors[3]?.filter((id) => id.startsWith('_index-')).length).toBeGreaterThan(5);
  // All headings but the title have an id.
  for (const { marks } of readings) {
    expect(valuesOf(marks, 'heading').filter((level) => level !== '1')).toHaveLength(
      splitSections(marks).length - 1,
    );
  }
});
