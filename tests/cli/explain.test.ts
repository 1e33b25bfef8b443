import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Explanation } from '../../pipeline/linked/dataset/explanation.ts';
import { copyFixture } from './copy-fixture.ts';
import { runInProcess, runWith } from './run-in-process.ts';

const base = 'https://example.org/titicaca/';
let folder: string;
let gaps: string;
const explain = (...options: string[]) => runInProcess(folder, 'explain', ...options);
async function explainAsJson(...options: string[]): Promise<Explanation> {
  const { code, out } = await explain(...options, '--format', 'json');
  expect(code).toBe(0);
  const [explanation] = JSON.parse(out) as Explanation[];
  return explanation as Explanation;
}

beforeAll(() => {
  [folder, gaps] = [0, 1].map(() => mkdtempSync(path.join(tmpdir(), 'tinkuy-'))) as [string, string];
  copyFixture('vapores-del-titicaca', folder);
  copyFixture('edition-with-gaps', gaps);
  appendFileSync(
    path.join(folder, 'source/vapores/entities/lago.yaml'),
    `note:yavari-length:
  about: [vessel:yavari#length]
  kind: misprint
  reading: { es: 30 m y medio., en: 30 m and a half., pt: 30 m e meio. }
  reason: { es: Se dan dos medidas., en: Two measures are given., pt: Dão-se duas medidas. }
`,
  );
});
afterAll(() => {
  for (const at of [folder, gaps]) rmSync(at, { recursive: true, force: true });
});

describe('a property', () => {
  test('is shown with its value, its note, and each sentence that says it, in three languages', async () => {
    expect(await explain('vessel:yavari#length')).toEqual({
      code: 0,
      err: '',
      out: `Yavari · vessel:yavari · Vessel
  es Yavarí · en, pt Yavari
  ${base}id/vessel/yavari#length
  Length: 30.5 m (stated)

Editorial notes
  note:yavari-length on vessel:yavari#length
    Kind of note: misprint (recorded: source/vapores/entities/lago.yaml:12:9)
    Reading: 30 m and a half. (recorded: source/vapores/entities/lago.yaml:13:12)
    Reason: Two measures are given. (recorded: source/vapores/entities/lago.yaml:14:11)

2 statements

  Yavari, Length: 30.5 m (words written by tinkuy)
    vessel:yavari#length
    es [30,5 m]
       source/vapores/article.md:27:29
    en [30.5 m]
       locales/en/vapores.po:86:9
    pt [30,5 m]
       locales/pt/vapores.po:87:9

  Yavari, Length: 30.5 m
    vessel:yavari#length
    ${base}statement/vapores/vessel/yavari/length
    es El casco del Yavarí mide unos [30,5 m], como muestra la Tabla 1.
       source/vapores/article.md:31:48
    en The hull of the Yavari is about [30.5 m] long, as Table 1 shows.
       locales/en/vapores.po:114:51
    pt O casco do Yavari mede cerca de [30,5 m], como mostra a Tabela 1.
       locales/pt/vapores.po:115:51
`,
    });
  });

  test.each([
    ['es', 'Eslora: 30,5 m (afirmado)', '(en una ficha: ', '2 afirmaciones', 'palabras escritas por tinkuy'],
    [
      'pt',
      'Comprimento: 30,5 m (afirmado)',
      '(em um registro: ',
      '2 afirmações',
      'palavras escritas pelo tinkuy',
    ],
  ])('is told in %s', async (language, ...words) => {
    const { out } = await explain('vessel:yavari#length', '--lang', language);
    for (const word of words) expect(out).toContain(word);
  });

  test('marks the words in colour where there is colour, and in brackets where there is none', async () => {
    const { out } = await explain('vessel:yavari#length', '--color');
    expect(out).toContain('\u001b[33m');
    expect(out).not.toContain('[30,5 m]');
    const { out: plain } = await runWith(
      { NO_COLOR: '1', FORCE_COLOR: '1' },
      folder,
      'explain',
      'vessel:yavari#length',
    );
    expect(plain).not.toContain('\u001b');
    expect(plain).toContain('[30,5 m]');
  });
});

describe('an entity', () => {
  test('has its card, its statements in the order of the text, and where it is mentioned', async () => {
    const { out } = await explain('vessel:yavari');
    expect(out).toContain('\n  Home port: Puno (recorded: source/vapores/entities/lago.yaml:7:13)\n');
    expect(out).toContain('\n4 statements\n');
    expect(out).toMatch(
      /Mentioned in 3 places\n {2}source\/vapores\/article\.md:18:4\n {2}.*:27:3\n {2}.*:31:14\n$/,
    );
    const { sayings, others, card } = await explainAsJson('vessel:yavari');
    expect(card?.properties.map(({ path: at, ground }) => `${at} ${ground}`)).toEqual([
      'name recorded',
      'length stated',
      'launched stated',
      'pieces stated',
      'homePort recorded',
    ]);
    expect(sayings.map(({ path: at, kind }) => `${at} ${kind}`)).toEqual([
      'pieces statement',
      'length blank',
      'launched statement',
      'length statement',
    ]);
    expect(others.map(({ kind }) => kind)).toEqual(['mention', 'mention', 'mention']);
    expect(card?.label).toEqual({ es: 'Yavarí', en: 'Yavari', pt: 'Yavari' });
  });

  test('is also what is at the line of its record', async () => {
    const found = await explain('source/vapores/entities/lago.yaml:7');
    expect(found.code).toBe(0);
    expect(found).toEqual(await explain('vessel:yavari'));
  });
});

describe('the way back', () => {
  const paragraph = 's-un-barco-por-piezas.p1';

  test('from a line of the text to what it says, with the ids', async () => {
    const { code, out } = await explain('source/vapores/article.md:18');
    expect(code).toBe(0);
    expect(out).toBe(`${paragraph}
  es El [Yavarí] llegó al [lago Titicaca] a lomo de mula, repartido en [2.766] piezas. Su puerto
    es [Puno].
     source/vapores/article.md:18:1
     ${base}edition/vapores/es#${paragraph}
  en The [Yavari] came to [Lake Titicaca] on the backs of mules, in [2,766] pieces. Her port is
    [Puno].
     locales/en/vapores.po:41:2
     ${base}edition/vapores/en#${paragraph}
  pt O [Yavari] chegou ao [lago Titicaca] em lombo de mula, repartido em [2.766] peças. Seu porto
    é [Puno].
     locales/pt/vapores.po:41:2
     ${base}edition/vapores/pt#${paragraph}

  vessel:yavari · Yavari · mention
    es “Yavarí” · en “Yavari” · pt “Yavari”
  feature:lake-titicaca · Lake Titicaca · mention
    es “lago Titicaca” · en “Lake Titicaca” · pt “lago Titicaca”
  vessel:yavari#pieces · Yavari, Pieces: 2,766 · statement
    es “2.766” · en “2,766” · pt “2.766”
    ${base}statement/vapores/vessel/yavari/pieces
  place:puno · Puno · mention
    es “Puno” · en “Puno” · pt “Puno”
`);
  });

  test.each([
    ['a line of a translation', 'locales/pt/vapores.po:41'],
    ['a line of what is translated', 'locales/en/vapores.po:36'],
    ['a path with the point of the folder', './source/vapores/article.md:18'],
    ['the address of the paragraph', `${base}edition/vapores/en#${paragraph}`],
    ['its place in a page', `${base}en/vapores.html#${paragraph}`],
  ])('%s', async (_, name) => {
    const { code, out } = await explain(name);
    expect(code).toBe(0);
    expect(out).toBe((await explain('source/vapores/article.md:18')).out);
  });

  test('a column tells what stands there, also in a row of a table', async () => {
    const { sayings, blocks } = await explainAsJson('source/vapores/article.md:27:60');
    expect(sayings.map(({ entity, path: at }) => `${entity}#${at}`)).toEqual(['vessel:yavari#launched']);
    expect(blocks.map(({ id }) => id)).toEqual(['s-los-barcos.p7']);
    const row = await explainAsJson('source/vapores/article.md:27');
    expect(row.blocks.map(({ id }) => id)).toEqual(['s-los-barcos.p5', 's-los-barcos.p6', 's-los-barcos.p7']);
    const between = await explainAsJson('source/vapores/article.md:31:1');
    expect(between.sayings).toHaveLength(2);
  });

  test.each(['', '#en', '#pt-quote'])('from the address of a statement%s', async (part) => {
    const { kind, sayings } = await explainAsJson(`${base}statement/vapores/vessel/yavari/length${part}`);
    expect(kind).toBe('statement');
    expect(sayings.map(({ block }) => block)).toEqual(['s-los-barcos.p11']);
  });

  test('from the address of an entity or its property', async () => {
    for (const [address, name] of [
      [`${base}id/vessel/yavari`, 'vessel:yavari'],
      [`${base}id/vessel/yavari#length`, 'vessel:yavari#length'],
    ] as const) {
      const found = await explain(address);
      expect(found.code).toBe(0);
      expect(found).toEqual(await explain(name));
    }
  });

  test('from elsewhere, with paths as the reader has them', async () => {
    const name = path.basename(folder);
    const here = path.dirname(folder);
    const { out } = await runInProcess(here, 'explain', `${name}/source/vapores/article.md:18`, name);
    expect(out).toContain(`     ${name}/locales/en/vapores.po:41:2\n`);
    const absolute = await runInProcess(here, 'explain', `${folder}/source/vapores/article.md:18`, name);
    expect(absolute.out).toBe(out);
  });

  test('a line without annotations says so', async () => {
    const { code, out } = await explain('source/vapores/article.md:22');
    expect(code).toBe(0);
    expect(out).toContain('es Los barcos\n');
    expect(out).toContain('Nothing is annotated here.');
  });
});

test('positions of the words are those of the published blocks', async () => {
  expect((await runInProcess(folder, 'build')).code).toBe(0);
  const { sayings } = await explainAsJson('vessel:yavari');
  for (const { block, quotations } of sayings) {
    for (const { language, exact, start, end } of quotations) {
      const blocks = JSON.parse(
        readFileSync(path.join(folder, `dist/${language}/vapores-blocks.json`), 'utf8'),
      ) as Record<string, string>;
      expect([...(blocks[block] ?? '')].slice(start, end).join('')).toBe(exact);
    }
  }
  expect(sayings.flatMap(({ quotations }) => quotations)).toHaveLength(12);
});

test('an edition with gaps says which sentence is not translated', async () => {
  const { out } = await runInProcess(gaps, 'explain', 'source/saywa/article.md:20');
  expect(out).toContain('pt The last marker was set on May 13, 1999. (not translated)\n');
  expect(out).toContain('en “May 13, 1999”\n');
});

describe('what is not there', () => {
  test.each([
    ['vessel:yavary', 'There is nothing called vessel:yavary.', 'vessel:yavari'],
    ['vessel:yavari#lenght', 'There is nothing called vessel:yavari#lenght.', 'vessel:yavari#length'],
    ['YAVARI', 'There is nothing called YAVARI.', 'vessel:yavari'],
    ['Lago Titicaca', 'There is nothing called Lago Titicaca.', 'feature:lake-titicaca'],
    [
      'source/vapores/artcle.md:18',
      'There is no file source/vapores/artcle.md.',
      'source/vapores/article.md:18',
    ],
    [`${base}id/vessel/nobody`, 'There is nothing called', undefined],
    ['source/vapores/article.md:17', 'There is no text and no record at', undefined],
    ['vessel:yavari#alternateName', 'neither the text nor a record gives it', undefined],
  ])('%s', async (name, sentence, likely) => {
    const { code, out, err } = await explain(name);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(sentence);
    if (likely === undefined) expect(err).not.toContain('Did you mean');
    else expect(err).toContain(`Did you mean ${likely}?`);
  });

  test('a name and a format have to be given well', async () => {
    expect((await explain()).code).toBe(2);
    const { code, err } = await explain('vessel:yavari', '--format', 'jsn');
    expect(code).toBe(2);
    expect(err).toContain('Did you mean json?');
  });
});

test('a file that cannot be read keeps everything back', async () => {
  const at = path.join(folder, 'source/vapores/entities/more.yaml');
  writeFileSync(at, Buffer.from([0xff, 0xfe, 0x00]));
  const { code, out } = await explain('vessel:yavari');
  rmSync(at);
  expect(code).toBe(1);
  expect(out).toContain('file-is-utf8');
});

test('where findings are errors, they are printed, and nothing is explained', async () => {
  const at = path.join(folder, 'source/vapores/article.md');
  const text = readFileSync(at, 'utf8');
  writeFileSync(at, text.replace('[Puno](place:puno)', '[Puno](place:punno)'));
  const { code, out } = await explain('vessel:yavari');
  writeFileSync(at, text);
  expect(code).toBe(1);
  expect(out).toContain('entity-is-known');
  expect(out).not.toContain('4 statements');
});
