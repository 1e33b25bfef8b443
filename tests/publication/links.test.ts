import { describe, expect, test } from 'vitest';
import { type Mark, splitSections } from './marks.ts';
import { readEditions, readPublished } from './published.ts';
import { readWithCommonmark } from './read-with-commonmark.ts';
import { readWithMarkdownIt } from './read-with-markdown-it.ts';

const published = readPublished();
const editions = readEditions(published);
const files = new Set(published.keys());
const readers = { 'markdown-it': readWithMarkdownIt, commonmark: readWithCommonmark };
const readings = editions.map((edition) => ({ ...edition, marks: readWithMarkdownIt(edition.markdown) }));

const valuesOf = (marks: readonly Mark[], kind: Mark['kind']): string[] =>
  marks.filter((mark) => mark.kind === kind).map(({ value }) => value);

/** What is wrong with the links and anchors of a file of dist/. */
function findBroken(at: string, marks: readonly Mark[]): string[] {
  const anchors = valuesOf(marks, 'anchor');
  const known = new Set(anchors);
  const double = anchors.filter((id, index) => anchors.indexOf(id, index + 1) >= 0);
  const broken = valuesOf(marks, 'link').filter((url) => {
    if (url.startsWith('#')) return !known.has(decodeURIComponent(url.slice(1)));
    return !/^https?:\/\/[^/]/.test(url) && !leadsToFile(at, url);
  });
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

test('there are three editions', () => {
  expect(editions.map(({ path, frontMatter }) => `${path} ${String(frontMatter.lang)}`)).toEqual([
    'en/peru-borders.md en-US',
    'es/peru-borders.md es-PE',
    'pt/peru-borders.md pt-BR',
  ]);
});

describe.each(Object.entries(readers))('as %s reads', (_, read) => {
  test.each(editions)('$path: links resolve, ids are single', ({ path, markdown }) => {
    const marks = read(markdown);
    expect(findBroken(path, marks)).toEqual([]);
    expect(valuesOf(marks, 'anchor').length).toBeGreaterThan(1_000);
    expect(valuesOf(marks, 'link').filter((url) => url.startsWith('#')).length).toBeGreaterThan(2_000);
    expect(valuesOf(marks, 'link').filter((url) => leadsToFile(path, url))).toHaveLength(4);
  });

  test.each([
    ['an anchor that is not there', (text: string) => text.replace('](#country-peru)', '](#country-preu)')],
    ['a file that is not there', (text: string) => text.replace('](../es/', '](../qu/')],
    ['a way out of dist/', (text: string) => text.replace('](../data/', '](../../data/')],
    ['an annotation', (text: string) => text.replace('](#country-peru)', '](country:peru)')],
    ['an id given twice', (text: string) => text.replace('id="_about"', 'id="_index"')],
    ['an anchor taken away', (text: string) => text.replace('<a id="country-peru"></a>', '')],
  ])('%s is refused', (_name, damage) => {
    const { path, markdown } = editions[0] ?? { path: '', markdown: '' };
    expect(findBroken(path, read(damage(markdown)))).not.toEqual([]);
  });
});

test.each(editions)('$path: both readers see the same headings, anchors and links', ({ markdown }) => {
  const [one, other] = Object.values(readers).map((read) =>
    read(markdown).filter(({ kind }) => kind !== 'text' && kind !== 'block'),
  );
  expect(one).toEqual(other);
});

test.each(editions)('$path: the links of the front matter resolve', ({ path, frontMatter }) => {
  const hrefs = hrefsIn(frontMatter);
  expect(hrefs.filter((url) => !leadsToFile(path, url))).toEqual([]);
  expect(hrefs).toHaveLength(10);
  expect(leadsToFile(path, '../fr/peru-borders.md')).toBe(false);
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
  // Within the index each edition has its own alphabet.
  const sections = readings.map(({ marks }) =>
    splitSections(marks).flatMap(({ id }) => (id.startsWith('_index-') ? [] : [id])),
  );
  for (const index of [1, 2]) {
    expect(anchors[index]).toEqual(anchors[0]);
    expect(sections[index]).toEqual(sections[0]);
  }
  expect(sections[0]?.length).toBeGreaterThan(15);
  // All headings but the title have an id.
  for (const { marks } of readings) {
    expect(valuesOf(marks, 'heading').filter((level) => level !== '1')).toHaveLength(
      splitSections(marks).length - 1,
    );
  }
});
