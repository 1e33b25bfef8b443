import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { copyFixture } from './copy-fixture.ts';
import { type Files, writeMarked } from './expect-finding.ts';
import { runInProcess } from './run-in-process.ts';

const places = 'source/demo/entities/places.yaml';
const works = 'source/demo/entities/works.yaml';
const register = 'source/demo/identifiers.yaml';
const bibliography = 'source/demo/references.json';
const base = 'source/demo/entities/base.yaml';

/** Rules that are about records; a record that nothing names is one of these tests' own making. */
const aside = [
  'record-is-used',
  'segment-is-translated',
  'catalog-is-merged',
  'edition-is-complete',
  'work-is-cited',
];

/** What a strict check finds of a project with these files, as "rule path:line:column", and where the mark was. */
async function check(files: Files): Promise<{ found: string[]; all: string[]; marks: string[] }> {
  const folder = temporaryFolder();
  copyFixture('rule-base', folder);
  const marks = writeMarked(folder, files).map(({ path, line, column }) => `${path}:${line}:${column}`);
  const { out } = await runInProcess(folder, 'check', '--strict', '--reporter', 'json');
  const { findings } = JSON.parse(out) as {
    findings: { rule: string; path: string; start: { line: number; column: number } }[];
  };
  const all = findings.map(({ rule, path, start }) => `${rule} ${path}:${start.line}:${start.column}`);
  const found = all.filter((one) => !aside.some((rule) => one.startsWith(`${rule} `)));
  return { found, all, marks };
}

const sources = 'sources: { A: One source, B: Another source }\n';
const q = (number: number) => `http://www.wikidata.org/entity/Q${number}`;
const entry = (entity: string, ...numbers: (number | string)[]) =>
  `  ${entity}:\n${numbers.map((number) => `    ${typeof number === 'number' ? q(number) : number}: [A, B]\n`).join('')}`;
const town = (name: string, lines = '') =>
  `place:${name.toLowerCase()}:\n  name: { en: ${name}, es: ${name}, pt: ${name} }\n${lines}`;
const same = (number: number, mark = '') => `  sameAs: [${mark}${q(number)}]\n`;
const registered = (...entries: string[]): Files => ({
  [register]: `${sources}identifiers:\n${entries.join('')}`,
});
const border = (between: string) => `border:ec-pe:
  name: { en: Ecuador–Peru border, es: Frontera Ecuador-Perú, pt: Fronteira Equador-Peru }
  between: [${between}]
country:ecuador:
  name: { en: Ecuador, es: Ecuador, pt: Equador }
country:peru:
  name: { en: Peru, es: Perú, pt: Peru }
country:chile:
  name: { en: Chile, es: Chile, pt: Chile }
`;
const item = (author: string, more = '') =>
  `[{ "id": "kahhat-2007", "type": "chapter", "title": "Brasil", "author": [${author}], "issued": { "date-parts": [[2007]] }${more} }]`;
const kahhat = '{ "family": "Kahhat", "given": "Farid" }';
const work = (
  lines: string,
  people = 'person:kahhat:\n  name: { en: F. Kahhat, es: F. Kahhat, pt: F. Kahhat }\n',
) => `${people}work:kahhat-2007:\n${lines}`;

describe('what a record says is held against what the project says elsewhere', () => {
  test.each<[string, Files, string]>([
    [
      'an address that the register lists under another entity',
      {
        ...registered(entry('place:tumbes', 1), entry('place:piura', 2)),
        [places]: town('Tumbes', same(2, '‸')) + town('Piura'),
      },
      'same-as-is-of-its-entity',
    ],
    [
      'an address that two entities claim in the register',
      {
        [register]: `${sources}identifiers:\n${entry('place:tumbes', 1)}${entry('place:piura', `‸${q(1)}`)}`,
        [places]: town('Tumbes', same(1)) + town('Piura'),
      },
      'register-address-is-of-one-entity',
    ],
    [
      'an address of the register that no record has',
      {
        [register]: `${sources}identifiers:\n${entry('place:tumbes', 1)}${entry('place:piura', `‸${q(2)}`)}`,
        [places]: town('Tumbes', same(1)) + town('Piura'),
      },
      'register-address-is-in-its-record',
    ],
    [
      'an entity of the register that nobody knows',
      {
        [register]: `${sources}identifiers:\n  ‸place:tumbez:\n    ${q(1)}: [A, B]\n`,
        [places]: town('Tumbes'),
      },
      'reference-resolves',
    ],
    [
      'a code of two entities',
      {
        [places]:
          town('Tumbes', '  isoCode: PE-TUM\n') +
          town('Macondo', '  isoCode: PE-TUM\n').replace('PE-TUM', 'PE-TUM'),
      },
      'unique-value-is-of-one-entity',
    ],
    [
      'a DOI of two works',
      {
        [bibliography]:
          '[{ "id": "a", "type": "book", "title": "A", "DOI": "10.1000/1" }, { "id": "b", "type": "book", "title": "B", "DOI": ‸"10.1000/1" }]',
      },
      'unique-value-is-of-one-entity',
    ],
    [
      'a code that is another thing’s by its name',
      { [places]: town('Tumbes', '  isoCode: ‸PE-PIU\n') },
      'code-is-of-its-entity',
    ],
    [
      'the code of a country on a region',
      { [places]: town('Ucayali', '  isoCode: ‸PE\n') },
      'code-is-of-its-entity',
    ],
    [
      'a code that lies in another country',
      {
        [places]: town('Macondo', '  isoCode: ‸BO-L\n  within: [country:chile]\n'),
        [works]: 'country:chile:\n  name: { en: Chile, es: Chile, pt: Chile }\n  isoCode: CL\n',
      },
      'code-is-of-its-entity',
    ],
    [
      'a capital in another country',
      {
        [places]: town('Lima', '  within: [‸country:ecuador]\n'),
        [base]: border('country:ecuador, country:peru').replace(
          'pt: Peru }\n',
          'pt: Peru }\n  capital: place:lima\n',
        ),
      },
      'relation-agrees-with-its-inverse',
    ],
    [
      'a subgroup that is part of another commission',
      {
        [places]: `commission:a:
  name: { en: Alpha, es: Alfa, pt: Alfa }
  subgroup: [commission:c]
commission:b:
  name: { en: Beta, es: Beta, pt: Beta }
commission:c:
  name: { en: Gamma, es: Gamma, pt: Gama }
  partOf: ‸commission:b
`,
      },
      'relation-agrees-with-its-inverse',
    ],
    [
      'a border between others than its name says',
      { [base]: border('country:ecuador, ‸country:chile') },
      'name-agrees-with-relations',
    ],
    [
      'an article of another law',
      {
        [places]: `law:a:
  name: { en: Decision 501, es: Decisión 501, pt: Decisão 501 }
law:b:
  name: { en: Decision 502, es: Decisión 502, pt: Decisão 502 }
law:c:
  name: { en: Article 5 of Decision 501, es: Artículo 5 de la Decisión 501, pt: Artigo 5º da Decisão 501 }
  partOf: ‸law:b
`,
      },
      'name-agrees-with-relations',
    ],
    [
      'an author who is another in the bibliography',
      {
        [bibliography]: item('{ "family": "Kahat", "given": "F." }'),
        [works]: work('  creator: [‸person:kahhat]\n'),
      },
      'record-agrees-with-bibliography',
    ],
    [
      'a book that is another in the bibliography',
      {
        [bibliography]: `${item(kahhat, ', "container-title": "La percepción del Brasil"').slice(0, -1)}, { "id": "flacso-2006", "type": "book", "title": "Otro libro" }]`,
        [works]: work('  partOf: ‸work:flacso-2006\n'),
      },
      'record-agrees-with-bibliography',
    ],
    [
      'a limit that the sentence does not give',
      {
        'source/demo/article.md': `---
title: Two countries and a border
language: en
licence: { text: all-rights-reserved, data: all-rights-reserved }
---

[Peru](country:peru) and [Ecuador](country:ecuador) share more than [1,528 km](border:ec-pe#length) of border.
`,
        [base]: border('country:ecuador, country:peru').replace(
          'country:peru]\n',
          'country:peru]\n  length: { qualifier: ‸under }\n',
        ),
      },
      'qualifier-agrees-with-text',
    ],
    [
      'a name with two letters exchanged',
      { [base]: border('country:ecuador, country:peru').replace('{ en: Ecuador, es', '{ en: ‸Ecaudor, es') },
      'label-agrees-with-text',
    ],
    [
      'a name that the one mention in a translation has otherwise is told at the link',
      {
        [base]: border('country:ecuador, country:peru').replace(
          'es: Ecuador, pt: Equador }',
          'es: Macondo, pt: Equador }',
        ),
      },
      'mention-uses-a-known-name',
    ],
    [
      'names that changed places in one language',
      {
        [places]: `place:desaguadero:
  name: { en: Desaguadero, es: ‸Ucayali, pt: Desaguadero }
place:ucayali:
  name: { en: Ucayali, es: Ucayali, pt: Ucayali }
`,
      },
      'label-is-of-its-entity',
    ],
  ])('%s', async (_, files, rule) => {
    const { found, marks } = await check(files);
    if (marks.length === 0) expect(found.map((one) => one.split(' ')[0])).toContain(rule);
    else expect(found).toContain(`${rule} ${marks[0]}`);
  });
});

describe('what is only more, or said otherwise, is no finding', () => {
  test.each<[string, Files]>([
    [
      'an address without its entity in the register',
      {
        [register]: `${sources}identifiers:\n  ${q(1)}: [A, B]\n`,
        [places]: town('Tumbes', same(1)),
      },
    ],
    [
      'two places of one name in two countries',
      {
        [places]: `place:amazonas-peru:\n  name: { en: Amazonas, es: Amazonas, pt: Amazonas }\n  isoCode: PE-AMA\nplace:amazonas-brazil:\n  name: { en: Amazonas, es: Amazonas, pt: Amazonas }\n  isoCode: BR-AM\n`,
      },
    ],
    [
      'a territory with a code of its own in a country',
      {
        [places]:
          'place:guyane:\n  name: { en: French Guiana, es: Guayana Francesa, pt: Guiana Francesa }\n  isoCode: GF\n  within: [country:france]\ncountry:france:\n  name: { en: France, es: Francia, pt: França }\n  isoCode: FR\n',
      },
    ],
    [
      'a capital in a region of its country',
      {
        [base]: border('country:ecuador, country:peru').replace(
          'pt: Peru }\n',
          'pt: Peru }\n  capital: place:lima\n',
        ),
        [places]: town('Lima', '  within: [place:costa]\n') + town('Costa', '  within: [country:peru]\n'),
      },
    ],
    [
      'a capital of which nobody says where it lies',
      {
        [base]: border('country:ecuador, country:peru').replace(
          'pt: Peru }\n',
          'pt: Peru }\n  capital: place:lima\n',
        ),
        [places]: town('Lima'),
      },
    ],
    [
      'a group of a group that is told to be part of the whole',
      {
        [places]: `commission:a:
  name: { en: Alpha, es: Alfa, pt: Alfa }
commission:b:
  name: { en: Beta, es: Beta, pt: Beta }
  partOf: commission:a
  subgroup: [commission:c]
commission:c:
  name: { en: Gamma, es: Gamma, pt: Gama }
  partOf: commission:a
`,
      },
    ],
    [
      'a conference about a country that does not take part',
      {
        [base]: border('country:ecuador, country:peru'),
        [places]: `event:conference:
  name: { en: Conference on Chile, es: Conferencia sobre Chile, pt: Conferência sobre o Chile }
  participant: [country:ecuador, country:peru]
`,
      },
    ],
    [
      'an author with initials, and one without an entity',
      {
        [bibliography]: item(`${kahhat}, { "family": "Oddone", "given": "N." }`),
        [works]: work('  creator: [person:kahhat]\n'),
      },
    ],
    [
      'a body by its name in another language, and its country before it',
      {
        [bibliography]: item('{ "literal": "Perú, Ministerio de Relaciones Exteriores" }'),
        [works]: work(
          '  creator: [body:mre]\n',
          'body:mre:\n  name: { en: Ministry of Foreign Affairs of Peru, es: Ministerio de Relaciones Exteriores del Perú, pt: Ministério das Relações Exteriores do Peru }\n',
        ),
      },
    ],
    [
      'names that are unlike in all languages',
      {
        [places]: `concept:a:
  name: { en: Boundary, es: Frontera, pt: Limite }
concept:b:
  name: { en: Border, es: Límite, pt: Fronteira }
`,
      },
    ],
  ])('%s', async (_, files) => {
    expect((await check(files)).found).toEqual([]);
  });
});

describe('advice on a record is allowed beside it, with a reason; an allowance without effect is a finding', () => {
  const slip = border('country:ecuador, country:peru').replace('{ en: Ecuador, es', '{ en: Ecaudor, es');
  const allow = (rule: string) => `# allow ${rule}: the law spells it so`;
  test.each<[string, Files]>([
    [
      'label-agrees-with-text',
      {
        [base]: slip.replace('pt: Equador }', `pt: Equador } ${allow('label-agrees-with-text')}`),
      },
    ],
    [
      'label-is-of-its-entity',
      {
        [places]: `place:desaguadero:
  name:
    en: Desaguadero
    ${allow('label-is-of-its-entity')}
    es: Ucayali
    pt: Desaguadero
place:ucayali:
  name: { en: Ucayali, es: Ucayali, pt: Ucayali }
`,
      },
    ],
    [
      'name-agrees-with-relations',
      {
        [base]: border('country:ecuador, country:chile').replace(
          '  between',
          `  ${allow('name-agrees-with-relations')}\n  between`,
        ),
      },
    ],
    [
      'register-address-is-in-its-record',
      {
        [register]: `${sources}identifiers:\n${entry('place:tumbes', 1)}  place:piura:\n    ${q(2)}: [A, B] ${allow('register-address-is-in-its-record')}\n`,
        [places]: town('Tumbes', same(1)) + town('Piura'),
      },
    ],
    [
      'text-is-in-every-language',
      {
        [places]: town(
          'Tumbes',
          `  ${allow('text-is-in-every-language')}\n  description: { en: A town, es: Un pueblo }\n`,
        ),
      },
    ],
  ])('%s', async (rule, files) => {
    expect((await check(files)).found).toEqual([]);
    const bare = Object.entries(files).map(([at, text]) => [at, text.replace(/# allow .*/, '')]);
    const { found } = await check(Object.fromEntries(bare));
    expect(found.map((one) => one.split(' ')[0])).toContain(rule);
  });

  test('record-is-used, at the name of the record and nowhere else', async () => {
    const unused = (at: 'name' | 'text') => ({
      [places]: `${at === 'name' ? `${allow('record-is-used')}\n` : ''}place:tumbes:
  ${at === 'text' ? `${allow('record-is-used')}\n  ` : ''}name: { en: Tumbes, es: Tumbes, pt: Tumbes }
`,
    });
    expect((await check(unused('name'))).all).toEqual([]);
    expect((await check(unused('text'))).all.sort()).toEqual([
      `allowance-is-needed ${places}:2:5`,
      `record-is-used ${places}:1:1`,
    ]);
  });

  test('what a record states cannot be allowed', async () => {
    const { found } = await check({
      [places]: `place:tumbes:
  name: { en: Tumbes, es: Tumbes, pt: Tumbes }
  isoCode: PE-PIU ${allow('code-is-of-its-entity')}
`,
    });
    expect(found.sort()).toEqual([
      `allowance-names-a-rule ${places}:3:21`,
      `code-is-of-its-entity ${places}:3:12`,
    ]);
  });
});

const front = (lines: string): Files => ({
  'source/demo/article.md': `---
title: Two countries and a border
language: en
licence: { text: all-rights-reserved, data: all-rights-reserved }
basedOn:
  work: work:kahhat-2007
${lines}---

[Peru](country:peru) and [Ecuador](country:ecuador) share a border of [1,528 km](border:ec-pe#length).
`,
  [bibliography]:
    '[{ "id": "kahhat-2007", "type": "article-journal", "title": "Brasil: a visão", "author": [{ "family": "Kahhat", "given": "Farid" }], "issued": { "date-parts": [[2007, 4]] }, "container-title": "The Review", "volume": "4", "issue": 1, "page": "147-172", "DOI": "10.1000/1" }]',
});
const about = '  title: "Brasil: a visão"\n  authors: [Farid Kahhat]\n';

describe('what the front matter says of a work is held against the bibliography', () => {
  test.each([
    ['title', '  title: ‸"Brazil: a visão"\n  authors: [Farid Kahhat]\n'],
    ['author', '  title: "Brasil: a visão"\n  authors: [‸Farid Kahat]\n'],
    ['journal', `${about}  journal: ‸The Revue\n`],
    ['volume', `${about}  volume: ‸"5"\n`],
    ['number', `${about}  number: ‸2\n`],
    ['date', `${about}  date: ‸"2007-05"\n`],
    ['pages', `${about}  pages: ‸147–173\n`],
    ['doi', `${about}  doi: ‸10.1000/2\n`],
  ])('%s', async (_, lines) => {
    const { found, marks } = await check(front(lines));
    expect(found).toContain(`front-matter-agrees-with-bibliography ${marks[0]}`);
  });

  test.each([
    [
      'all the same',
      `${about}  journal: the review\n  volume: 4\n  number: "1"\n  date: "2007-04"\n  pages: 147–172\n`,
    ],
    ['the year alone', `${about}  date: "2007"\n`],
    ['no subtitle, and an initial', '  title: Brasil\n  authors: [F. Kahhat]\n'],
  ])('%s is no finding', async (_, lines) => {
    const { found } = await check(front(lines));
    expect(found.filter((one) => one.startsWith('front-matter-agrees'))).toEqual([]);
  });
});

test('relations that only a record says are listed with the sentences that name both ends', async () => {
  const folder = temporaryFolder();
  copyFixture('rule-base', folder);
  const { code, out } = await runInProcess(folder, 'explain', '--recorded', '--format', 'json');
  expect(code).toBe(0);
  const { relations } = {
    relations: JSON.parse(out) as { property: string; sentences: { text: string }[] }[],
  };
  expect(relations.map(({ property }) => property)).toEqual(['between', 'between']);
  for (const { sentences } of relations)
    expect(sentences.map(({ text }) => text)).toEqual(['Peru and Ecuador share a border of 1,528 km.']);
  const told = await runInProcess(folder, 'explain', 'border:ec-pe', '--recorded');
  expect(told.out).toContain(
    '2 relations that only records say; of these 2 have sentences that name both ends.',
  );
  for (const [language, words] of [
    ['es', '2 relaciones que solo dicen las fichas; de ellas, 2 tienen oraciones'],
    ['pt', '2 relações que só as fichas dizem; delas, 2 têm frases'],
  ] as const) {
    const { out: own } = await runInProcess(
      folder,
      'explain',
      'border:ec-pe',
      '--recorded',
      '--lang',
      language,
    );
    expect(own).toContain(words);
    expect(own).toContain('Peru and Ecuador share a border of 1,528 km.');
  }
  expect((await runInProcess(folder, 'explain', 'border:ec-peru', '--recorded')).code).toBe(2);
});
