import { toString as plainText } from 'mdast-util-to-string';
import { beforeAll, describe, expect, test } from 'vitest';
import { createServices } from '../../pipeline/host/create-services.ts';
import type { CitationStyle, EntityId, JsonObject, Language } from '../../pipeline/model.ts';
import { findLost } from '../../pipeline/proof/reference-lists/find-lost.ts';
import { readMonths } from '../../pipeline/proof/reference-lists/month-names.ts';
import { readNameLimits } from '../../pipeline/proof/reference-lists/name-limits.ts';
import { createReferences, type References } from '../../pipeline/publish/references.ts';
import kinds from '../fixtures/kinds-of-works/references.json' with { type: 'json' };
import { sampleEntity } from './sample-publication.ts';

const services = createServices(() => undefined);
const all = { from: undefined, first: 1, last: false, substitute: undefined };
const english = 'January February March April May June July August September October November December'.split(
  ' ',
);

async function readStyle(name: string, tag: string): Promise<CitationStyle> {
  const style = await services.readCitationStyle(name, tag);
  if (!style) throw new Error(`no style ${name}`);
  return style;
}

async function format(
  items: readonly JsonObject[],
  styles: Record<Language, CitationStyle>,
  source = 'en',
): Promise<Map<Language, References>> {
  const works = items.map((csl) => sampleEntity(`work:${csl.id}`, {}, csl));
  const used = new Map(
    Object.entries(styles).map(([language, style]) => [language, { style, words: {} }] as const),
  );
  return createReferences(works, used, source, services);
}

function entryOf(references: References | undefined, id: EntityId): string {
  return plainText({ type: 'paragraph', children: references?.entries.get(id) ?? [] });
}

describe('31 kinds of works in the reference lists of three languages', () => {
  const styles: Record<Language, CitationStyle> = {};
  let lists: Map<Language, References>;
  beforeAll(async () => {
    styles.en = await readStyle('apa', 'en-US');
    styles.es = await readStyle('apa', 'es-PE');
    styles.pt = await readStyle('tinkuy-abnt', 'pt-BR');
    lists = await format(kinds as JsonObject[], styles);
  });

  test.each(kinds.map((item) => [item.id, item as JsonObject] as const))(
    '%s: nothing is missing',
    (id, item) => {
      for (const [language, style] of Object.entries(styles)) {
        const entry = entryOf(lists.get(language), `work:${id}`);
        const lost = findLost(item, entry, readNameLimits(style.style), readMonths(style));
        expect({ language, entry, lost }).toEqual({ language, entry, lost: [] });
      }
    },
  );

  // NBR 6023:2018, 7.7.5, 7.1.1, 7.4, 7.11.3.
  test.each([
    [
      'article',
      'SOTO, Eva; QUISPE, Juan. Harbours of the southern coast. Revista de Costas, v. 4, n. 2, p. 111-119, maio 1987. DOI: https://doi.org/10.5555/costas.87.111.',
    ],
    ['book', 'MAMANI, Rosa. The lake and its steamers. 2. ed. Puno: Editorial Totora, 1994.'],
    [
      'chapter',
      'HUANCA, Pedro. Where the waters part. In: FLORES, Inés; PAZ, Óscar (org.). Rivers that meet. Cusco: Confluencia, 2003. p. 45-72.',
    ],
    ['book-without-publisher', 'ROJAS, Ada. Notes from a pier. [S. l.: s. n.], 1971.'],
    [
      'web-page',
      'LAKE FERRIES. Timetable of the ferries. Ferries of the South. 8 mar. 2021. Disponível em: https://ferries.example.org/timetable. Acesso em: 9 abr. 2022.',
    ],
  ])('the Portuguese entry of the %s is as the norm has it', (id, entry) => {
    expect(entryOf(lists.get('pt'), `work:${id}`)).toBe(entry);
  });

  test('a style that leaves facts out is found to, fact by fact', async () => {
    const style = await readStyle('associacao-brasileira-de-normas-tecnicas', 'pt-BR');
    const list = (await format(kinds as JsonObject[], { pt: style })).get('pt');
    const lost = (kinds as JsonObject[]).map((item) => [
      item.id,
      findLost(item, entryOf(list, `work:${item.id}`), readNameLimits(style.style), readMonths(style))
        .map(({ variable }) => variable)
        .join(' '),
    ]);
    expect(Object.fromEntries(lost)).toMatchObject({
      article: 'DOI',
      'article-on-the-web': 'URL',
      'book-without-publisher': 'issued',
      chapter: '',
      'web-page': 'container-title issued',
      'conference-paper': 'DOI page',
    });
  });
});

const item: JsonObject = {
  type: 'article-journal',
  title: 'Harbours: “the <i>lower</i> coast”',
  author: [
    { family: 'de Souza', given: 'Ana' },
    { family: "O'Brien", given: 'Liam' },
  ],
  'container-title': 'Costa',
  volume: '4',
  issue: '2',
  page: '147-172',
  DOI: '10.5555/COSTA.87',
  issued: { 'date-parts': [[1987, 5]] },
  accessed: { 'date-parts': [[1987, 7, 9]] },
};
const whole =
  'SOUZA, A. de; O’BRIEN, L. Harbours: ‘the lower coast’. Costa, v. 4, n. 2, p. 147–72, maio 1987. https://doi.org/10.5555/costa.87';

describe('an entry says what its item says', () => {
  test.each<[string, JsonObject, string]>([
    ['in capitals, with nested quotation marks, initials and a shortened range', item, whole],
    ['with the whole range', item, whole.replace('147–72', '147-172')],
    ['with a Roman volume', item, whole.replace('v. 4', 'vol. IV')],
    ['with an ordinal', item, whole.replace('v. 4', '4º')],
    ['with a letter at the year', item, whole.replace('1987.', '1987a.')],
    ['with the day of access', item, whole.replace('1987.', '1987. Accessed July 9, 1987.')],
    [
      'with an abbreviated journal that it names',
      { ...item, 'container-title-short': 'Cst.' },
      whole.replace('Costa,', 'Cst'),
    ],
    [
      'by an author who is the publisher',
      { ...item, author: [{ literal: 'Costa' }] },
      whole.replace('SOUZA, A. de; O’BRIEN, L. ', ''),
    ],
    ['before Christ', { ...item, issued: { 'date-parts': [[-44]] } }, whole.replace('1987', '44 a.C.')],
    [
      'over two years',
      { ...item, issued: { 'date-parts': [[1987], [1989]] } },
      whole.replace('1987.', '1987–1989.'),
    ],
    ['with pages that have letters', { ...item, page: 'S12-S18' }, whole.replace('147–72', 'S12–8')],
    ['with Roman pages', { ...item, page: 'xii-xv' }, whole.replace('147–72', 'xii–xv')],
    ['with an article number', { ...item, page: 'e1044' }, whole.replace('147–72', 'e1044')],
    [
      'in a script that has no capitals',
      { ...item, author: [{ family: '毛', given: '泽东' }] },
      whole.replace('SOUZA, A. de; O’BRIEN, L.', '毛泽东'),
    ],
    [
      'of a name with ß',
      { ...item, author: [{ family: 'Groß', given: 'Ute' }] },
      whole.replace('SOUZA, A. de; O’BRIEN, L.', 'GROSS, U.'),
    ],
  ])('%s', (_, csl, entry) => {
    expect(findLost(csl, entry, all, english)).toEqual([]);
  });

  test.each<[string, string, string]>([
    ['the second author', whole.replace('O’BRIEN', 'O’BRYAN'), "author O'Brien"],
    ['the year', whole.replace(' 1987', ''), 'issued 1987'],
    [
      'the year, when that of access stands there',
      whole.replace(' 1987.', '. Accessed July 9, 1987.'),
      'issued 1987',
    ],
    ['the last page', whole.replace('–72', ''), 'page 147-172'],
    ['a digit of the last page', whole.replace('–72', '–71'), 'page 147-172'],
    ['the volume', whole.replace('v. 4, ', ''), 'volume 4'],
    ['the issue', whole.replace('n. 2, ', ''), 'issue 2'],
    ['the DOI', whole.replace(/ https.*/, ''), 'DOI 10.5555/COSTA.87'],
    ['a word of the title', whole.replace('lower ', ''), `title ${item.title}`],
    [
      'the journal, whose name is in another word',
      whole.replace('Costa,', 'Costas'),
      'container-title Costa',
    ],
  ])('without %s it does not', (_, entry, lost) => {
    expect(findLost(item, entry, all, english).map(({ variable, value }) => `${variable} ${value}`)).toEqual([
      lost,
    ]);
  });

  test('of many names those that the style prints are asked for', async () => {
    const author = Array.from({ length: 9 }, (_, index) => ({
      family: `Name${'abcdefghi'[index]}`,
      given: 'A',
    }));
    const many: JsonObject = {
      id: 'many',
      type: 'book',
      title: 'Harbours',
      author,
      issued: { 'date-parts': [[1987]] },
    };
    for (const name of ['vancouver', 'chicago-author-date', 'apa', 'modern-language-association', 'nature']) {
      const style = await readStyle(name, 'en-US');
      const entry = entryOf((await format([many], { en: style })).get('en'), 'work:many');
      const limits = readNameLimits(style.style);
      expect([name, findLost(many, entry, limits, english)]).toEqual([name, []]);
      // The first is printed by every style.
      expect([name, findLost(many, entry.replace(/Namea/i, ''), limits, english)]).toEqual([
        name,
        [{ variable: 'author', value: 'Namea' }],
      ]);
    }
  });

  test('a dash stands for the names of the entry before', async () => {
    const style = await readStyle('chicago-author-date', 'en-US');
    const limits = { ...readNameLimits(style.style), substitute: '———' };
    expect(
      findLost({ title: 'Rivers', author: [{ family: 'Ruiz' }] }, '———. Rivers.', limits, english),
    ).toEqual([]);
    expect(
      findLost({ title: 'Rivers', author: [{ family: 'Ruiz' }] }, 'Rivers.', limits, english),
    ).toHaveLength(1);
  });
});

describe('letters of years are one for all editions', () => {
  const ruiz = [{ family: 'Ruiz', given: 'Ana' }];
  const work = (id: string, title: string, more: JsonObject = {}): JsonObject => ({
    id,
    type: 'book',
    title,
    author: ruiz,
    publisher: 'Puno',
    issued: { 'date-parts': [[2009]] },
    ...more,
  });
  const cite = (list: References | undefined, id: string): string =>
    plainText({ type: 'paragraph', children: list?.cite(`work:${id}`, undefined) ?? [] });
  const letters = (list: References | undefined, ids: string[]) =>
    ids.map((id) => /2009[a-z]*/.exec(cite(list, id))?.[0]).join(' ');

  test.each<[string, JsonObject[], string]>([
    ['by the order of the source', [work('one', 'Rivers'), work('two', 'Borders')], '2009b 2009a'],
    [
      'by the items',
      [work('one', 'Rivers', { 'year-suffix': 'a' }), work('two', 'Borders', { 'year-suffix': 'b' })],
      '2009a 2009b',
    ],
    [
      'by one item, the others after the order',
      [work('one', 'Rivers'), work('two', 'Borders', { 'year-suffix': 'b' })],
      '2009a 2009b',
    ],
    ['by an item that is alone', [work('one', 'Rivers', { 'year-suffix': 'c' })], '2009c'],
  ])('%s', async (_, items, expected) => {
    const lists = await format(items, {
      en: await readStyle('apa', 'en-US'),
      es: await readStyle('chicago-author-date', 'es-ES'),
      pt: await readStyle('tinkuy-abnt', 'pt-BR'),
    });
    const ids = items.map(({ id }) => String(id));
    for (const language of ['en', 'es', 'pt']) {
      const list = lists.get(language);
      expect([language, letters(list, ids)]).toEqual([language, expected]);
      const printed = ids.map((id) => /2009[a-z]*/.exec(entryOf(list, `work:${id}`))?.[0]).join(' ');
      expect([language, printed]).toEqual([language, expected]);
      expect(list?.years.get('work:one')).toBe(expected.split(' ')[0]);
    }
    // The list follows the letters.
    const inOrder = ids.toSorted((a, b) =>
      letters(lists.get('en'), [a]).localeCompare(letters(lists.get('en'), [b])),
    );
    expect(lists.get('en')?.order).toEqual(inOrder.map((id) => `work:${id}`));
  });

  test('where one style tells two authors apart and another does not, both have letters', async () => {
    const items = [
      work('one', 'Rivers'),
      work('two', 'Borders', { author: [{ family: 'Ruiz', given: 'Bruno' }] }),
    ];
    const short = await readStyle('tinkuy-abnt', 'pt-BR');
    const withoutGiven = structuredClone(short);
    for (const child of withoutGiven.style.children)
      if (typeof child !== 'string' && child.name === 'citation')
        delete child.attrs['disambiguate-add-givenname'];
    const lists = await format(items, { en: await readStyle('apa', 'en-US'), pt: withoutGiven });
    expect(letters(lists.get('pt'), ['one', 'two'])).toBe(letters(lists.get('en'), ['one', 'two']));
    expect(letters(lists.get('pt'), ['one', 'two'])).toMatch(/^2009[ab] 2009[ab]$/);
  });

  test('a style with numbers has none, and is as it was', async () => {
    const items = [work('one', 'Rivers', { 'year-suffix': 'b' }), work('two', 'Borders')];
    const list = (await format(items, { en: await readStyle('ieee', 'en-US') })).get('en');
    expect(cite(list, 'one')).toBe('[1]');
    expect(entryOf(list, 'work:one')).toContain('2009.');
    expect(list?.years.size).toBe(0);
  });
});

test('an entry of which a style prints nothing does not take the place of another', async () => {
  const style = await readStyle('university-of-south-australia-2017-harvard', 'en-US');
  const list = (await format(kinds as JsonObject[], { en: style })).get('en');
  expect(entryOf(list, 'work:article')).toContain('Harbours of the southern coast');
  expect(list?.entries.has('work:personal-communication')).toBe(false);
});
