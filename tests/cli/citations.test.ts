import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runInProcess } from './run-in-process.ts';

/** One paragraph in the source and its translations. */
interface Row {
  en: string;
  es?: string;
  pt?: string;
}

const article = 'source/demo/article.md';
const paths = { en: article, es: 'locales/es/demo.po', pt: 'locales/pt/demo.po' };
const person = (family: string, given: string) => ({ family, given });
const year = (issued: number) => ({ 'date-parts': [[issued]] });
const works = [
  { id: 'soto-1987', title: 'Harbours', author: [person('Soto', 'Eva')], issued: year(1987) },
  { id: 'majon-2005', title: 'Regiones', author: [person('Majón', 'Ana')], issued: year(2005) },
  {
    id: 'pair-2009',
    title: 'Fronteras',
    author: [person('Rhi-Sausi', 'José Luis'), person('Oddone', 'Nahuel')],
    issued: year(2009),
  },
  { id: 'can-2001', title: 'Decisión 501', author: [{ literal: 'Comunidad Andina' }], issued: year(2001) },
  { id: 'page', title: 'Pasos de frontera', author: [{ literal: 'CAF' }] },
  {
    id: 'marx-1867',
    title: 'El capital',
    author: [person('Marx', 'Karl')],
    issued: year(1990),
    'original-date': year(1867),
  },
  {
    id: 'range',
    title: 'Obras',
    editor: [{ 'non-dropping-particle': 'de la', family: 'Cruz', given: 'Inés' }],
    issued: year(2001),
  },
].map((work) => ({ type: 'book', ...work }));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tinkuy-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(at: string, text: string): void {
  const file = path.join(folder, at);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Rules on wording have tests of their own. */
const quiet = [
  'language-is-the-editions',
  'translation-differs-from-source',
  'translations-are-distinct',
  'length-is-in-proportion',
  'numbers-agree-across-editions',
  'quotation-marks-fit-language',
  'translation-is-consistent',
  'record-is-used',
  'work-is-cited',
];

/** Writes a project with a paragraph a row; gives the rows' lines in each file. */
function project(rows: readonly Row[], options = ''): Record<keyof typeof paths, number[]> {
  const rules = quiet.map((rule) => `  ${rule}: off\n`).join('');
  const editions = 'editions:\n  en: en-US\n  es: es-PE\n  pt: pt-BR\n';
  write('tinkuy.yaml', `base: https://example.org/demo/\n${options || editions}rules:\n${rules}`);
  write('source/demo/references.json', JSON.stringify(works));
  const licence =
    'licence:\n  text: https://creativecommons.org/licenses/by/4.0/\n  data: https://creativecommons.org/publicdomain/zero/1.0/';
  const head = `---\ntitle: Rivers\nlanguage: en\nauthors:\n  - name: Ana\n${licence}\n---\n`;
  const lines: Record<keyof typeof paths, number[]> = { en: [], es: [], pt: [] };
  let text = head;
  for (const { en } of rows) {
    text += '\n';
    lines.en.push(text.split('\n').length);
    text += `${en}\n`;
  }
  write(article, text);
  for (const language of ['es', 'pt'] as const) {
    let po = `msgid ""\nmsgstr ""\n"Language: ${language}\\n"\n"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n\nmsgid "Rivers"\nmsgstr "Ríos"\n`;
    for (const row of rows) {
      po += `\nmsgid ${JSON.stringify(row.en)}\n`;
      lines[language].push(po.split('\n').length);
      po += `msgstr ${JSON.stringify(row[language] ?? row.en)}\n`;
    }
    write(paths[language], po);
  }
  return lines;
}

/** What a check finds, as "rule file:line", sorted. */
async function findings(): Promise<string[]> {
  const { out } = await runInProcess(folder, 'check', '--no-cache', '--reporter', 'json');
  const report = JSON.parse(out) as { findings: { rule: string; path: string; start: { line: number } }[] };
  return report.findings.map(({ rule, path: at, start }) => `${rule} ${at}:${start.line}`).sort();
}

describe('locators are written in the terms of each edition', () => {
  // Without words, and with them; English, Spanish, Portuguese.
  const cases: [locator: string, en: string, es: string, pt: string][] = [
    ['art. 14', 'art. 14', 'art. 14', 'art. 14'],
    ['arts. 3-5', 'arts. 3–5', 'arts. 3-5', 'arts. 3-5'],
    ['chap. 3', 'chap. 3', 'cap. 3', 'cap. 3'],
    ['cap. 3', 'chap. 3', 'cap. 3', 'cap. 3'],
    ['tbl. 16', 'tbl. 16', 'tabla 16', 'tab. 16'],
    ['fig. 2.1', 'fig. 2.1', 'fig. 2.1', 'fig. 2.1'],
    ['§ 5', '§ 5', '§ 5', '§ 5'],
    ['para. 4', 'para. 4', 'párr. 4', 'parag. 4'],
    ['t. II, p. 5', 't. II, p. 5', 't. II, p. 5', 't. II, p. 5'],
    ['pág. 8', 'p. 8', 'p. 8', 'p. 8'],
    ['págs. 12-15, 20', 'pp. 12–15, 20', 'pp. 12-15, 20', 'p. 12-15, 20'],
    ['250', 'p. 250', 'p. 250', 'p. 250'],
    ['xii', 'p. xii', 'p. xii', 'p. xii'],
    ['p. 55 ff.', 'p. 55 ff.', 'p. 55 y ss.', 'p. 55 e ss.'],
    ['p. 55 y s.', 'p. 55 f.', 'p. 55 y s.', 'p. 55 e s.'],
    ['chap. 7, p. 5', 'chap. 7, p. 5', 'cap. 7, p. 5', 'cap. 7, p. 5'],
    ['no. 3', 'no. 3', 'n.º 3', 'n. 3'],
    ['s.v. river', 's.v. river', 's.\u00a0v. river', 's.v. river'],
    ['lám. 4', 'pl. 4', 'lám. 4', 'pr. 4'],
    ['passim', 'passim', 'passim', 'passim'],
  ];
  let editions: Record<string, string>;
  beforeAll(async () => {
    project([
      ...cases.map(([locator]) => ({ en: `See [](work:soto-1987 "${locator}").` })),
      ...cases.map(([locator]) => ({ en: `So [Soto, 1987](work:soto-1987 "${locator}").` })),
      ...cases.map(([locator]) => ({ en: `For [Soto (1987)](work:soto-1987 "${locator}") it is.` })),
      { en: '(see [](work:soto-1987 "p. 3"); [](work:majon-2005), and others)' },
      { en: '([Soto, 1987](work:soto-1987 "p. 3"); [Majón, 2005](work:majon-2005 "p. 4"))' },
      { en: '[Soto (1987, p. 3)](work:soto-1987 "p. 3") and [Soto (ed.)](work:soto-1987 "p. 3")' },
    ]);
    const { code, out } = await runInProcess(folder, 'build', '--no-cache');
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('one graph') });
    const read = (language: string) => readFileSync(path.join(folder, `dist/${language}/demo.md`), 'utf8');
    editions = { en: read('en'), es: read('es'), pt: read('pt') };
  }, 300_000);

  test.each(cases)('%s', (_, ...written) => {
    const authors = ['Soto', 'Soto', 'Soto'];
    for (const [index, language] of ['en', 'es', 'pt'].entries()) {
      const text = editions[language] ?? '';
      expect(text).toContain(`See [(${authors[index]}, 1987, ${written[index]})](#work-soto-1987)`);
      expect(text).toContain(`So [Soto, 1987, ${written[index]}](#work-soto-1987)`);
      expect(text).toContain(`For [Soto (1987, ${written[index]})](#work-soto-1987) it is`);
    }
  });

  test('several citations share the parentheses of the author', () => {
    expect(editions.en).toContain(
      '(see [Soto, 1987, p. 3](#work-soto-1987); [Majón, 2005](#work-majon-2005), and others)',
    );
    expect(editions.en).toContain(
      '([Soto, 1987, p. 3](#work-soto-1987); [Majón, 2005, p. 4](#work-majon-2005))',
    );
  });

  test('a locator is not said twice, and stands in no bracket but that of the year', () => {
    expect(editions.en).toContain(
      '[Soto (1987, p. 3)](#work-soto-1987) and [Soto (ed.), p. 3](#work-soto-1987)',
    );
  });
});

describe('a style writes in full what the author has in full', () => {
  test('in the terms of each edition', async () => {
    project([{ en: 'See [](work:soto-1987 "chapter 3").' }]);
    await runInProcess(folder, 'build', '--no-cache');
    const read = (language: string) => readFileSync(path.join(folder, `dist/${language}/demo.md`), 'utf8');
    expect(read('en')).toContain('(Soto, 1987, Chapter 3)');
    expect(read('es')).toContain('(Soto, 1987, Capítulo 3)');
    expect(read('pt')).toContain('(Soto, 1987, cap. 3)');
  });
});

const faithful: Row[] = [
  {
    en: 'A [Soto, 1987](work:soto-1987 "p. 14").',
    es: 'A [Soto, 1987](work:soto-1987 "pág. 14").',
    pt: 'A [Soto, 1987](work:soto-1987).',
  },
  {
    en: 'A [Soto, 1987](work:soto-1987 "art. 14").',
    es: 'A [Soto, 1987](work:soto-1987 "artículo 14").',
    pt: 'A [Soto, 1987](work:soto-1987 "artigo 14").',
  },
  {
    en: 'A [Soto, 1987](work:soto-1987 "chap. VII").',
    es: 'A [Soto, 1987](work:soto-1987 "cap. 7").',
    pt: 'A [Soto, 1987](work:soto-1987 "capítulo 7").',
  },
  {
    en: 'A [Soto, 1987](work:soto-1987 "pp. 345-7").',
    es: 'A [Soto, 1987](work:soto-1987 "págs. 345-347").',
    pt: 'A [Soto, 1987](work:soto-1987 "pp. 345 a 347").',
  },
  {
    en: 'A [Soto, 1987](work:soto-1987 "p. 5, chap. 7").',
    es: 'A [Soto, 1987](work:soto-1987 "cap. 7, p. 5").',
    pt: 'A [Soto, 1987](work:soto-1987 "cap. 7, p. 5").',
  },
  {
    en: 'A [Soto, 1987](work:soto-1987 "p. 55 ff.").',
    es: 'A [Soto, 1987](work:soto-1987 "p. 55 y ss.").',
    pt: 'A [Soto, 1987](work:soto-1987 "p. 55 e seguintes").',
  },
  {
    en: 'A [Soto, 1987](work:soto-1987 "§ 5").',
    es: 'A [Soto, 1987](work:soto-1987 "párrafo 5").',
    pt: 'A [Soto, 1987](work:soto-1987 "seção 5").',
  },
  {
    en: 'A [Soto, 1987](work:soto-1987 "no. 3").',
    es: 'A [Soto, 1987](work:soto-1987 "núm. 3").',
    pt: 'A [Soto, 1987](work:soto-1987 "n. 3").',
  },
  {
    en: 'A [Soto, 1987](work:soto-1987 "Cover").',
    es: 'A [Soto, 1987](work:soto-1987 "Portada").',
    pt: 'A [Soto, 1987](work:soto-1987 "Capa").',
  },
  {
    en: 'A [Soto, 1987, p. 3](work:soto-1987).',
    es: 'A [Soto, 1987, pág. 3](work:soto-1987).',
    pt: 'A [Soto, 1987: 3](work:soto-1987).',
  },
  {
    en: '[Rhi-Sausi and Oddone (2009)](work:pair-2009).',
    es: '[Rhi-Sausi y Oddone (2009)](work:pair-2009).',
    pt: '[RHI-SAUSI; ODDONE (2009)](work:pair-2009).',
  },
  {
    en: '[Rhi-Sausi et al., 2009a](work:pair-2009).',
    es: '[Rhi-Sausi y otros, 2009a](work:pair-2009).',
    pt: '[Rhi-Sausi e outros, 2009a](work:pair-2009).',
  },
  { en: '[José Luis Rhi-Sausi & N. Oddone, 2009](work:pair-2009).' },
  {
    en: '[See Oddone, 2009](work:pair-2009).',
    es: '[Véase Oddone, 2009](work:pair-2009).',
    pt: '[Ver Oddone, 2009](work:pair-2009).',
  },
  { en: '[Majon, 2005](work:majon-2005) and [Majón’s (2005)](work:majon-2005).' },
  {
    en: '[Andean Community, 2001](work:can-2001) and [CAN, 2001](work:can-2001).',
    es: '[Comunidad Andina, 2001](work:can-2001) y [CAN, 2001](work:can-2001).',
  },
  {
    en: '[Decision 501](work:can-2001) of [2001](work:can-2001).',
    es: '[Decisión 501](work:can-2001) de [2001](work:can-2001).',
  },
  {
    en: '[CAF, n.d.](work:page) and [CAF (no date)](work:page).',
    es: '[CAF, s. f.](work:page) y [CAF (sin fecha)](work:page).',
    pt: '[CAF, s.d.](work:page) e [CAF ([s.d.])](work:page).',
  },
  {
    en: '[Majón, forthcoming](work:majon-2005).',
    es: '[Majón, en prensa](work:majon-2005).',
    pt: '[Majón, no prelo](work:majon-2005).',
  },
  { en: '[Marx, 1867/1990](work:marx-1867), [Marx (1990)](work:marx-1867), [Marx, 1867](work:marx-1867).' },
  { en: '[de la Cruz, 2001–2003](work:range), [Cruz (2001)](work:range), [De la Cruz, 2001-3](work:range).' },
  { en: '[Soto, c. 1987](work:soto-1987), [Ibid.](work:soto-1987), [op. cit.](work:soto-1987 "p. 4").' },
  { en: '[her study of Lima in 1985](work:soto-1987) and [“Ports”, 1987](work:soto-1987).' },
  { en: '[the page of the port](work:soto-1987) and [Harbours, 1987](work:soto-1987).' },
];

test('what a translation may change in a citation is no finding', async () => {
  project(faithful);
  expect(await findings()).toEqual([]);
});

const citation = 'citation-agrees-with-its-work';
const agrees = 'locator-agrees-across-editions';
const good = {
  en: 'A [Soto, 1987](work:soto-1987 "art. 14").',
  es: 'A [Soto, 1987](work:soto-1987).',
  pt: 'A [Soto, 1987](work:soto-1987).',
};
const two = {
  en: '[Soto, 1987](work:soto-1987) and [Rhi-Sausi and Oddone (2009)](work:pair-2009).',
  es: '[Soto, 1987](work:soto-1987) y [Rhi-Sausi y Oddone (2009)](work:pair-2009).',
  pt: '[Soto, 1987](work:soto-1987) e [Rhi-Sausi e Oddone (2009)](work:pair-2009).',
};

/** A fault, the row that has it, and what is to be found where. */
const faults: [fault: string, row: Row, rule: string, language: keyof typeof paths][] = [
  [
    'an article that becomes a page',
    { ...good, es: 'A [Soto, 1987](work:soto-1987 "p. 14").' },
    agrees,
    'es',
  ],
  [
    'an article that becomes a chapter',
    { ...good, pt: 'A [Soto, 1987](work:soto-1987 "cap. 14").' },
    agrees,
    'pt',
  ],
  [
    'an article that becomes a bare number',
    { ...good, pt: 'A [Soto, 1987](work:soto-1987 "14").' },
    agrees,
    'pt',
  ],
  ['another article', { ...good, es: 'A [Soto, 1987](work:soto-1987 "art. 41").' }, agrees, 'es'],
  [
    'an article with a page more',
    { ...good, es: 'A [Soto, 1987](work:soto-1987 "art. 14, p. 3").' },
    agrees,
    'es',
  ],
  [
    'a page of the preface that becomes one of the text',
    {
      en: 'A [Soto, 1987](work:soto-1987 "p. xii").',
      es: 'A [Soto, 1987](work:soto-1987 "p. 12").',
      pt: 'A [Soto, 1987](work:soto-1987).',
    },
    agrees,
    'es',
  ],
  [
    'a range that ends elsewhere',
    {
      en: 'A [Soto, 1987](work:soto-1987 "pp. 3-5").',
      es: 'A [Soto, 1987](work:soto-1987 "pp. 3-6").',
      pt: 'A [Soto, 1987](work:soto-1987).',
    },
    agrees,
    'es',
  ],
  [
    'pages that follow, lost',
    {
      en: 'A [Soto, 1987](work:soto-1987 "p. 55 ff.").',
      es: 'A [Soto, 1987](work:soto-1987).',
      pt: 'A [Soto, 1987](work:soto-1987 "p. 55").',
    },
    agrees,
    'pt',
  ],
  [
    'another page in the words',
    {
      en: 'A [Soto, 1987, p. 3](work:soto-1987).',
      es: 'A [Soto, 1987, p. 4](work:soto-1987).',
      pt: 'A [Soto, 1987, p. 3](work:soto-1987).',
    },
    agrees,
    'es',
  ],
  ['another author in the source', { ...two, en: two.en.replace('Soto', 'Majón') }, citation, 'en'],
  ['an author nobody knows in the source', { ...two, en: two.en.replace('Soto', 'Quiroga') }, citation, 'en'],
  ['another author in a translation', { ...two, es: two.es.replace('Soto', 'Marx') }, citation, 'es'],
  ['another second author', { ...two, pt: two.pt.replace('Oddone', 'Conato') }, citation, 'pt'],
  [
    'another author in a narrative citation',
    { ...two, es: two.es.replace('Rhi-Sausi y Oddone', 'Majón') },
    citation,
    'es',
  ],
  ['a misspelt author', { ...two, pt: two.pt.replace('Oddone', 'Odone') }, citation, 'pt'],
  [
    'another author without a year',
    {
      en: 'By [Majón](work:soto-1987 "p. 3").',
      es: 'Por [Soto](work:soto-1987).',
      pt: 'Por [Soto](work:soto-1987).',
    },
    citation,
    'en',
  ],
  [
    'a person for an institution',
    {
      en: '[Marx, 2001](work:can-2001).',
      es: '[CAN, 2001](work:can-2001).',
      pt: '[CAN, 2001](work:can-2001).',
    },
    citation,
    'en',
  ],
  ['another year in the source', { ...two, en: two.en.replace('1987', '1978') }, citation, 'en'],
  ['another year in a translation', { ...two, es: two.es.replace('2009', '2008') }, citation, 'es'],
  [
    'two years in brackets that are none of the work’s',
    {
      en: '[Marx ([1867] 1990)](work:marx-1867).',
      es: '[Marx ([1868] 1991)](work:marx-1867).',
      pt: '[Marx (1990 [1867])](work:marx-1867).',
    },
    citation,
    'es',
  ],
  [
    'a year for none',
    { en: '[CAF, n.d.](work:page).', es: '[CAF, 2004](work:page).', pt: '[CAF, s.d.](work:page).' },
    citation,
    'es',
  ],
  ['none for a year', { ...two, pt: two.pt.replace('1987', 's. d.') }, citation, 'pt'],
  [
    'a year outside of a range',
    {
      en: '[Cruz, 2001–2003](work:range).',
      es: '[Cruz, 2004](work:range).',
      pt: '[Cruz, 2001](work:range).',
    },
    citation,
    'es',
  ],
  [
    'words and title that differ',
    {
      en: 'A [Soto, 1987, p. 3](work:soto-1987 "p. 5").',
      es: 'A [Soto, 1987](work:soto-1987).',
      pt: 'A [Soto, 1987](work:soto-1987).',
    },
    citation,
    'en',
  ],
  [
    'another work',
    { ...two, es: two.es.replace('work:soto-1987', 'work:majon-2005').replace('Soto, 1987', 'Majón, 2005') },
    'link-target-is-kept',
    'es',
  ],
  [
    'a range turned round',
    { ...good, en: 'A [Soto, 1987](work:soto-1987 "pp. 55-12").' },
    'locator-range-ascends',
    'en',
  ],
  [
    'a Roman range turned round',
    { ...good, en: 'A [Soto, 1987](work:soto-1987 "pp. xv-xii").' },
    'locator-range-ascends',
    'en',
  ],
  [
    'a shortened range turned round',
    { ...good, en: 'A [Soto, 1987](work:soto-1987 "pp. 155-12").' },
    'locator-range-ascends',
    'en',
  ],
  [
    'a kind that nobody knows',
    { ...good, en: 'A [Soto, 1987](work:soto-1987 "pgn. 14").' },
    'locator-kind-is-known',
    'en',
  ],
  [
    'a kind without its number',
    { ...good, en: 'A [Soto, 1987](work:soto-1987 "pp.").' },
    'locator-kind-is-known',
    'en',
  ],
  [
    'a kind that nobody knows behind one that is known',
    { ...good, en: 'A [Soto, 1987](work:soto-1987 "p. 5, qz. 3").' },
    'locator-kind-is-known',
    'en',
  ],
];

test('each fault in a citation is one finding at its line', async () => {
  const lines = project(faults.map(([, row], index) => numbered(row, index)));
  const expected = faults.map(
    ([, , rule, language], index) => `${rule} ${paths[language]}:${lines[language][index]}`,
  );
  expect(await findings()).toEqual(expected.sort());
});

test('a range that is turned round in the words is found in each edition that has it', async () => {
  const range = 'A [Soto, 1987, pp. 9-3](work:soto-1987).';
  const lines = project([{ en: range, es: range.replace('pp.', 'págs.'), pt: range }]);
  const places = Object.entries(lines).map(([language, [line]]) => `${paths[language as 'en']}:${line}`);
  expect(await findings()).toEqual(places.map((place) => `locator-range-ascends ${place}`).sort());
});

/** Segments that differ, for one text has one translation. */
function numbered({ en, es = en, pt = en }: Row, index: number): Row {
  const letter = String.fromCharCode(97 + (index % 26)).repeat(1 + Math.floor(index / 26));
  const last = (text: string) => `${text} Q${letter}.`;
  return { en: last(en), es: last(es), pt: last(pt) };
}
