import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { copyFixture } from './copy-fixture.ts';
import type { Finding } from './expect-finding.ts';
import { runInProcess } from './run-in-process.ts';
import { runTinkuy } from './run-tinkuy.ts';

/** The fixture states amounts of money, points and times in three languages, by a type of its own. */
const fixture = 'kinds-of-values';
const article = 'source/market/article.md';
const records = 'source/market/entities/markets.yaml';
const [es, pt] = ['locales/es/market.po', 'locales/pt/market.po'];

describe('amounts, points and times of one text in three languages', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tinkuy-'));
  const read = (at: string) => readFileSync(path.join(folder, at), 'utf8');
  beforeAll(() => {
    copyFixture(fixture, folder);
    const { code, out } = runTinkuy(folder, 'build', '--strict');
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('3 editions carry one graph') });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('are data once', () => {
    const data = read('dist/data/market.nt');
    const id = 'https://example.org/markets/id/market/san-pedro';
    const xsd = 'http://www.w3.org/2001/XMLSchema#';
    const statements = [
      `<${id}#cost> <http://schema.org/value> "1200000"^^<${xsd}decimal> .`,
      `<${id}#cost> <http://schema.org/currency> "USD" .`,
      `<${id}#cost> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://schema.org/MonetaryAmount> .`,
      `<${id}#rent> <http://schema.org/value> "13.5"^^<${xsd}decimal> .`,
      `<${id}#rent> <http://schema.org/currency> "PEN" .`,
      `<${id}#ticket> <http://schema.org/currency> "PEN" .`,
      `<${id}> <http://schema.org/geo> <${id}#place> .`,
      `<${id}#place> <http://schema.org/latitude> "-13.516667"^^<${xsd}decimal> .`,
      `<${id}#place> <http://schema.org/longitude> "-71.983333"^^<${xsd}decimal> .`,
      `<${id}#place> <http://www.opengis.net/ont/geosparql#asWKT> "POINT(-71.983333 -13.516667)"^^<http://www.opengis.net/ont/geosparql#wktLiteral> .`,
      `<${id}> <https://example.org/markets/def#opens> "05:00:00"^^<${xsd}time> .`,
      `<${id}> <https://example.org/markets/def#closes> "18:30:00"^^<${xsd}time> .`,
      `<${id}> <https://example.org/markets/def#inaugurated> "1998-10-26T14:45:00"^^<${xsd}dateTime> .`,
    ];
    for (const statement of statements) expect(data).toContain(`${statement}\n`);
    expect(read('dist/data/market.ttl')).toContain(
      'geo:asWKT "POINT(-71.983333 -13.516667)"^^geo:wktLiteral',
    );
    expect(read('dist/data/market.jsonld')).toContain('"POINT(-71.983333 -13.516667)"');
  });

  test('have the sentence of each edition as evidence', () => {
    const { out } = runTinkuy(folder, 'explain', 'market:san-pedro#cost', '--format', 'json');
    for (const words of ['$1.2m', '1.2 millones de dólares', 'US$ 1,2 milhão']) expect(out).toContain(words);
  });

  test('are written in the words of each edition where the text has none', () => {
    expect(read('dist/en/market.md')).toContain(
      'asks for [R\\$187.40](market-register.md#market-san-pedro--fee)',
    );
    expect(read('dist/es/market.md')).toContain(
      'pide [BRL\u00a0187.40](market-register.md#market-san-pedro--fee)',
    );
    expect(read('dist/pt/market.md')).toContain(
      'pede [R$\u00a0187,40](market-register.md#market-san-pedro--fee)',
    );
    expect(read('dist/en/market-register.md')).toContain('Opening: 6:00\u00a0a.m.');
    expect(read('dist/pt/market-register.md')).toContain('Lugar: 13,525°\u00a0S, 71,9625°\u00a0O');
    expect(read('dist/es/market-register.md')).toContain('24 de junio de 1984, 11:00 UTC−05:00');
  });

  test('stand in the table of measurements with their currency', () => {
    const [head = '', ...rows] = read('dist/data/market-observations.csv').trim().split('\n');
    const columns = head.split(',');
    const cells = (row: string) => Object.fromEntries(row.split(',').map((cell, at) => [columns[at], cell]));
    // Nothing of this market has a unit.
    expect(columns).not.toContain('unit');
    const cost = rows.map(cells).find(({ observation }) => observation?.endsWith('san-pedro#cost'));
    expect(cost).toMatchObject({
      value: '1200000',
      currency: 'USD',
      unitAddress: '',
      year: '1998',
    });
  });

  test('have shapes', () => {
    const shapes = read('dist/data/shapes.ttl');
    expect(shapes).toMatch(/Market\.cost\.value\.currency> a sh:PropertyShape[^.]*sh:in \("USD" "PEN"\)/s);
    expect(shapes).toMatch(/Market\.place\.value\.latitude> a sh:PropertyShape[^.]*sh:maxInclusive "90"/s);
    expect(shapes).toMatch(/Market\.opens\.clock> a sh:NodeShape[^.]*sh:datatype xsd:time/s);
  });

  test('are told to translators', () => {
    expect(runTinkuy(folder, 'catalog', 'sync').code).toBe(0);
    const catalog = read('locales/es/market.po');
    for (const value of ['13.5 PEN', 'geo:-13.516667,-71.983333', '1998-10-26T14:45'])
      expect(catalog).toMatch(new RegExp(`^#\\. .*${value}`, 'm'));
  });

  test('are generated for programs, for editors and for authors', () => {
    expect(runTinkuy(folder, 'generate').code).toBe(0);
    const types = read('schemas/generated/entities.ts');
    expect(types).toContain('rent?: Money;');
    expect(types).toContain('place?: `geo:${'.concat('number},${', 'number}`;'));
    expect(types).toMatch(/export interface Money \{.*currency: string;.*\}/s);
    const editor = JSON.parse(read('schemas/generated/records.schema.json')).definitions;
    expect(editor['market.cost'].anyOf.at(-1).properties.currency).toMatchObject({ enum: ['USD', 'PEN'] });
    expect('geo:-13.53,-71.97').toMatch(new RegExp(editor['market.place'].pattern));
    expect('1998-10-26T14:45').toMatch(new RegExp(editor['market.opens'].pattern));
    expect('25:00').not.toMatch(new RegExp(editor['market.opens'].pattern));
    const page = read('docs/vocabulary.md');
    for (const kind of ['money', 'point', 'time']) expect(page).toContain(`| \`${kind}\` | `);
    expect(page).toContain('| `cost` | money: `USD`, `PEN` |');
    expect(read('dist/data/vocabulary.ttl')).toMatch(/def:rent a [^;]*owl:ObjectProperty/);
  });
});

/** A mistake: a file, the words that stand there, those in their place, and the rule that they break. */
type Mistake = [name: string, file: string, before: string, after: string, rule: string];

interface Told {
  /** Findings at the place of the mistake. */
  there: Finding[];
  all: string;
}

/**
 * What is found of each mistake. As many as do not touch the same words are made in one project, which is checked once.
 * In a text the place is the link that the words stand in.
 */
async function tell(mistakes: readonly Mistake[]): Promise<Map<Mistake, Told>> {
  const told = new Map<Mistake, Told>();
  let left = [...mistakes];
  while (left.length > 0) {
    const texts = new Map<string, string>();
    const made: Mistake[] = [];
    const folder = mkdtempSync(path.join(tmpdir(), 'tinkuy-'));
    copyFixture(fixture, folder);
    for (const mistake of left) {
      const [, file, before, after] = mistake;
      const text = texts.get(file) ?? readFileSync(path.join(folder, file), 'utf8');
      // In a catalog the msgid stands first.
      const start = text.lastIndexOf(before);
      if (start < 0 || made.some(([, other, , words]) => other === file && words.includes(before))) continue;
      made.push(mistake);
      texts.set(file, text.slice(0, start) + after + text.slice(start + before.length));
    }
    expect(made).not.toEqual([]);
    for (const [file, text] of texts) writeFileSync(path.join(folder, file), text);
    const { out } = await runInProcess(folder, 'check', '--reporter', 'json');
    const { findings } = JSON.parse(out) as { findings: Finding[] };
    for (const mistake of made) {
      const [, file, , after] = mistake;
      const at = texts.get(file) ?? '';
      const lines = at.slice(0, at.lastIndexOf(after)).split('\n');
      const link = (lines.at(-1) + after).lastIndexOf('[');
      const there = findings.filter(
        ({ path: found, start }) =>
          found === file && start.line === lines.length && (link < 0 || start.column === link + 1),
      );
      told.set(mistake, { there, all: out });
    }
    rmSync(folder, { recursive: true });
    left = left.filter((mistake) => !made.includes(mistake));
  }
  return told;
}

/** Every mistake is found once, by its rule, at its place, in words. */
function finds(mistakes: Mistake[]): (name: string) => Finding | undefined {
  let told = new Map<Mistake, Told>();
  beforeAll(async () => {
    told = await tell(mistakes);
  });
  test.each(mistakes)('%s', (name) => {
    const mistake = mistakes.find(([other]) => other === name) as Mistake;
    const { there, all } = told.get(mistake) ?? { there: [], all: '' };
    expect(
      there.map(({ rule }) => rule),
      all,
    ).toEqual([mistake[4]]);
    for (const { message, help } of there) {
      expect(message).toMatch(/^Expected .+ found /s);
      expect(message + help).not.toContain('{{');
    }
  });
  return (name) => [...told].find(([[other]]) => other === name)?.[1].there[0];
}

describe('a wrong value in one edition is a finding at its link:', () => {
  const differs = 'statement-agrees-across-editions';
  const found = finds([
    ['another amount', pt, '[S/ 13,50]', '[S/ 13,60]', differs],
    ['another currency', pt, '[20 sóis]', '[20 reais]', differs],
    ['a thousandth', pt, '[US$ 1,2 milhão]', '[US$ 1,2 mil]', differs],
    ['another point', es, '[13°31′ S, 71°59′ O]', '[13°31′ S, 71°58′ O]', differs],
    ['another side of the earth', es, '71°59′ O]', '71°59′ E]', differs],
    ['the morning for the afternoon', pt, '[6h30 da tarde]', '[6h30 da manhã]', differs],
    ['another hour', es, 'a las 14:45]', 'a las 15:45]', differs],
    ['another day', es, '[26 de octubre', '[27 de octubre', differs],
    ['the decimals of another locale', pt, '[S/ 13,50]', '[S/ 13.50]', 'number-fits-locale'],
    ['an unknown currency', pt, '[20 sóis]', '[20 florões]', 'currency-is-known'],
    ['no currency', pt, '[20 sóis]', '[20]', 'currency-is-known'],
    ['a shared sign', es, '[S/ 13.50]', '[$ 13.50]', 'currency-is-known'],
    ['a shared name', es, '[20 soles]', '[20 pesos]', 'currency-is-known'],
    ['a currency that is not the property’s', pt, '[US$ 1,2 milhão]', '[€ 1,2 milhão]', 'currency-is-known'],
    ['out of range', es, '[13°31′ S, 71°59′ O]', '[13°31′ S, 191°59′ O]', 'point-is-on-the-globe'],
    ['sixty minutes of a degree', es, '[13°31′ S, 71°59′ O]', '[13°61′ S, 71°59′ O]', 'value-is-readable'],
    ['twenty-five hours', es, '[18:30]', '[25:00]', 'time-exists'],
    ['sixty-one minutes past the hour', es, '[18:30]', '[18:61]', 'time-exists'],
    ['13 o’clock in the morning', pt, '[6h30 da tarde]', '[13h30 da manhã]', 'time-exists'],
    ['a day that no calendar has', pt, '[26 de outubro', '[31 de setembro', 'date-exists'],
  ]);

  test('that of a shared sign lists who has it', () => {
    const { message = '', help = '' } = found('a shared sign') ?? {};
    for (const code of ['ARS', 'AUD', 'CAD']) expect(message).toContain(code);
    expect(help).toContain('x-units');
  });
});

describe('a wrong value of a record or a title is a finding at its place:', () => {
  const wrongType = 'value-has-the-right-type';
  const found = finds([
    ['an unknown currency', records, 'EUR 3', 'QQQ 3', 'currency-is-known'],
    ['a currency that is not the property’s', records, '1500', 'EUR 1500', 'currency-is-known'],
    ['no amount', records, 'EUR 3', 'three euros', wrongType],
    ['out of range', records, '-13.525, -71.9625', '-13.525, -191.9625', 'point-is-on-the-globe'],
    ['turned parts', records, '-13.525, -71.9625', '-101.25, 19.5', 'point-is-on-the-globe'],
    ['three numbers', records, '-13.525, -71.9625', 'geo:-13.525,-71.9625,3400', wrongType],
    ['twenty-five hours', records, '"06:00"', '"25:00"', 'time-exists'],
    ['an hour of one figure', records, '"06:00"', '"6:00"', wrongType],
    ['a day that no calendar has', records, '1984-06-24T', '1984-06-31T', 'date-exists'],
    [
      'midnight as the end of a day',
      article,
      '[5 a.m.](market:san-pedro#opens)',
      '[5 a.m.](market:san-pedro#opens "24:00")',
      'time-exists',
    ],
    [
      'a title of words',
      article,
      '[S/ 13.50](market:san-pedro#rent)',
      '[S/ 13.50](market:san-pedro#rent "13 soles")',
      'title-is-canonical',
    ],
    [
      'words that say another time',
      article,
      '[6:30 p.m.](market:san-pedro#closes)',
      '[6:30 p.m.](market:san-pedro#closes "17:30")',
      'words-agree-with-title',
    ],
    [
      'a currency that no list has',
      'schemas/types/market.json',
      '"PEN"',
      '"SOL"',
      'schema-annotation-is-valid',
    ],
  ]);

  test('turned parts come with what to write instead', () =>
    expect(found('turned parts')?.help).toContain('geo:19.5,-101.25'));
});

test('a title may be more exact than the words beside it', async () => {
  const folder = temporaryFolder();
  copyFixture(fixture, folder);
  const text = readFileSync(path.join(folder, article), 'utf8')
    .replace('(market:san-pedro#opens)', '(market:san-pedro#opens "05:00:30")')
    .replace('(market:san-pedro#closes)', '(market:san-pedro#closes "2024-01-01T18:30")')
    .replace('(market:san-pedro#place)', '(market:san-pedro#place "geo:-13.5203,-71.9811")');
  writeFileSync(path.join(folder, article), text);
  const { out } = await runInProcess(folder, 'check', '--reporter', 'json');
  expect(out).not.toContain('words-agree-with-title');
});
