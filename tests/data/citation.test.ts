import { expect, test } from 'vitest';
import { judge } from '../judge.ts';
import { packageRoot } from '../package-root.ts';
import { readEditions, readPublished } from '../publication/published.ts';

interface Item {
  id: string;
  title?: string;
  author?: { family?: string; given?: string; literal?: string }[];
  issued?: { 'date-parts'?: number[][] };
  language?: string;
  URL?: string;
  'original-title'?: string;
}

const published = readPublished();
const items = (name: string) =>
  JSON.parse(published.get(`data/peru-borders-${name}.json`)?.toString('utf8') ?? '') as Item[];
const nt = published.get('data/peru-borders.nt')?.toString('utf8') ?? '';
const base = 'https://w3id.org/tinkuy/';

test('each edition can be cited, with its own title, address and language', () => {
  const editions = readEditions(published);
  expect(items('citation').map(({ id }) => id)).toEqual(
    editions.map(({ language }) => `peru-borders-${language}`),
  );
  for (const [index, { language, frontMatter }] of editions.entries()) {
    const item = items('citation')[index];
    expect(item?.title?.startsWith(String(frontMatter.title))).toBe(true);
    expect(item).toMatchObject({
      language,
      URL: `${base}edition/peru-borders/${language}/${frontMatter.version}`,
    });
    expect(item?.issued?.['date-parts']?.[0]?.join('-')).toBe(String(frontMatter.date));
    expect(item?.['original-title'] === undefined).toBe(language === 'en');
  }
});

test('every citation of the data has its work in the list, and the works that are listed and not cited are known', () => {
  const listed = new Set(items('references').map(({ id }) => `${base}id/work/${id}`));
  const cited = new Set(
    [...nt.matchAll(/<http:\/\/purl\.org\/spar\/cito\/hasCitedEntity> <([^>]+)> \.$/gm)].map(
      ([, iri = '']) => iri,
    ),
  );
  const works = new Set(
    [...nt.matchAll(/^<([^>]+)> <[^>]*#type> <http:\/\/purl\.org\/ontology\/bibo\/Document> \.$/gm)].map(
      ([, iri = '']) => iri,
    ),
  );
  expect(cited.size).toBeGreaterThanOrEqual(15);
  expect([...cited].filter((iri) => !listed.has(iri))).toEqual([]);
  expect(works).toEqual(listed);
  // The complementary references.
  expect([...listed].filter((iri) => !cited.has(iri)).map((iri) => iri.split('/').at(-1))).toEqual([
    'granato-oddone-2010',
    'lopez-oddone-2010',
    'maira-2010',
    'nunez-2010',
  ]);
  expect([...cited].filter((iri) => !nt.includes(`<http://purl.org/spar/cito/cites> <${iri}> .`))).toEqual(
    [],
  );
});

const pandoc = judge('pandoc');
test.each(['citation', 'references'])(
  'pandoc reads the BibLaTeX of the %s as what the CSL-JSON has',
  pandoc.options,
  async (name) => {
    const read = async (file: string) => {
      const { stdout } = await pandoc.ask(['-f', 'biblatex', '-t', 'csljson', file]);
      return JSON.parse(stdout) as Item[];
    };
    const found = await read(`${packageRoot}dist/data/peru-borders-${name}.bib`);
    // pandoc marks words that keep their capitals.
    const plain = (text = '') => text.replace(/<\/?span[^>]*>/g, '').replace(/\s+/g, ' ');
    const short = ({ id, title, author, issued }: Item) => ({
      id,
      title: plain(title).toLowerCase(),
      authors: (author ?? []).map(({ family, given, literal }) =>
        plain(literal ?? [given, family].filter(Boolean).join(' ')),
      ),
      year: issued?.['date-parts']?.[0]?.[0],
    });
    const wanted = items(name).map((item) => short({ ...item, title: item.title ?? '' }));
    const sort = (list: ReturnType<typeof short>[]) => [...list].sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(sort(found.map(short))).toEqual(sort(wanted));
  },
);

test('BibLaTeX keeps the capitals of whole words, accents and all', () => {
  for (const name of ['citation', 'references']) {
    const text = published.get(`data/peru-borders-${name}.bib`)?.toString('utf8') ?? '';
    expect(text).toMatch(/\{\p{Lu}\p{Ll}*[á-ú]\p{Ll}*\}/u);
    expect(text).not.toMatch(/\{\p{Lu}\p{L}*\}\p{L}/u);
  }
});

test('the article names the issue that the work came out in', () => {
  for (const { language } of readEditions(published)) {
    const article = JSON.parse(
      published.get(`${language}/peru-borders.jsonld`)?.toString('utf8') ?? '{}',
    ) as {
      identifier: string;
      isBasedOn: unknown;
    };
    expect(article.identifier).toBe(`${base}edition/peru-borders/${language}/0.1.0`);
    expect(article.isBasedOn).toMatchObject({
      pagination: '147–172',
      isPartOf: {
        '@type': 'PublicationIssue',
        issueNumber: '1',
        isPartOf: {
          '@type': 'PublicationVolume',
          volumeNumber: '4',
          isPartOf: { '@type': 'Periodical', name: 'The Perspective of the World Review' },
        },
      },
    });
  }
});
