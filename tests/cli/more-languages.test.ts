import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { po } from 'gettext-parser';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { packageRoot } from '../package-root.ts';
import { copyFixture } from './copy-fixture.ts';
import { runInProcess } from './run-in-process.ts';

/** Translations of the demonstration text, with values as each language writes them. */
const translations: Record<string, [title: string, heading: string, length: string, date: string]> = {
  fr: [
    'Deux pays et une frontière',
    'La frontière',
    'Le [Pérou](country:peru) et l’[Équateur](country:ecuador) partagent une frontière de [1 528 km](border:ec-pe#length).',
    'Elle est bornée depuis le [13 mai 1999](border:ec-pe#lastMarker).',
  ],
  qu: [
    'Iskay mama llaqta, huk saywa',
    'Saywa',
    '[Piru](country:peru)manta [Ikwadur](country:ecuador)kama [1,528 km](border:ec-pe#length) saywayuqmi kanku.',
    '[13 Mayo 1999](border:ec-pe#lastMarker) punchawmanta unanchasqam.',
  ],
  ar: [
    'بلدان وحدود',
    'الحدود',
    'يشترك [بيرو](country:peru) و[الإكوادور](country:ecuador) في حدود طولها [١٬٥٢٨ km](border:ec-pe#length).',
    'رُسمت علاماتها منذ [١٣ مايو ١٩٩٩](border:ec-pe#lastMarker).',
  ],
};

let folder: string;
const at = (file: string): string => path.join(folder, file);
const read = (file: string): string => readFileSync(at(file), 'utf8');
const write = (file: string, text: string): void => {
  mkdirSync(path.dirname(at(file)), { recursive: true });
  writeFileSync(at(file), text);
};
const run = (...options: string[]) => runInProcess(folder, ...options);

/** All that adding a language takes: a line in tinkuy.yaml, and a catalog that sync makes and a translator fills. */
async function addLanguage(language: string, edition: string, words = translations[language]): Promise<void> {
  write('tinkuy.yaml', `${read('tinkuy.yaml').trimEnd()}\n  ${language}: ${edition}\n`);
  expect((await run('catalog', 'sync')).code).toBe(0);
  const catalog = po.parse(readFileSync(at(`locales/${language}/demo.po`)));
  const entries = Object.values(catalog.translations[''] ?? {}).filter(({ msgid }) => msgid !== '');
  expect(entries).toHaveLength(4);
  for (const [index, entry] of entries.entries()) entry.msgstr = [words?.[index] ?? ''];
  write(`locales/${language}/demo.po`, po.compile(catalog).toString());
}

/** Words of the links to Peru and Ecuador. */
function namesIn(text: string): string[] {
  return [...text.matchAll(/\[([^\]]*)\]\(country:/g)].map(([, words = '']) => words);
}

async function findings(...options: string[]): Promise<{ rule: string; path: string; message: string }[]> {
  return JSON.parse((await run('check', '--reporter', 'json', ...options)).out).findings;
}

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tinkuy-'));
  copyFixture('rule-base', folder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe.each([
  ['fr', 'fr-FR', '1\u202f528\u00a0km', '13 mai 1999', 'français (France)'],
  ['qu', 'qu-PE', '1,528\u00a0km', '13 Mayo 1999', 'Runasimi (Perú)'],
  ['ar', 'ar-EG', '١٬٥٢٨\u00a0km', '١٣ مايو ١٩٩٩', 'العربية (مصر)'],
])('one line of configuration and a catalog: %s', (language, tag, length, date, autonym) => {
  test('make an edition that agrees with the others', async () => {
    await addLanguage(language, `{ tag: ${tag}, threshold: 100 }`);
    const { code, out } = await run('build');
    expect(code, out).toBe(0);
    const edition = read(`dist/${language}/demo.md`);
    expect(edition).toContain(`lang: ${tag}\n`);
    expect(edition).toContain('status: complete\n');
    expect(edition).toContain(`## 1 ${translations[language]?.[1]}\n`);
    // The register writes values as the language does.
    const register = read(`dist/${language}/demo-register.md`);
    expect(register).toContain(`: ${length}\n`);
    expect(register).toContain(`: ${date}\n`);
    expect(read('dist/en/demo.md')).toContain(`[${autonym}](../${language}/demo.md)`);
    const { '@graph': graph } = JSON.parse(read('dist/data/demo.jsonld')) as { '@graph': object[] };
    expect(graph).toContainEqual(
      expect.objectContaining({
        '@id': `https://example.org/demo/edition/demo/${language}`,
        language,
        name: { [language]: translations[language]?.[0] },
      }),
    );
  });

  test('lack furniture, labels and names, which are told once', async () => {
    await addLanguage(language, `{ tag: ${tag}, threshold: 100 }`);
    const found = await findings();
    expect(found.map(({ rule }) => rule).sort()).toEqual([
      'edition-is-complete',
      'furniture-is-translated',
      'furniture-is-translated',
    ]);
    const messages = found.map(({ message }) => message).join('\n');
    expect(messages).toContain('mentionedIn, label, about, status, licence, relation.');
    expect(messages).toContain(
      'border, border#between, border#lastMarker, border#length, country, thing#name.',
    );
    expect(messages).toContain('names and texts of entities missing: 3');
    // Until then English stands in, and another name.
    await run('build');
    expect(read(`dist/${language}/demo.md`)).toContain('## Index of entities\n');
    const dir = language === 'ar' ? ' dir="ltr"' : '';
    expect(read(`dist/${language}/demo-register.md`)).toContain(`**<span lang="en"${dir}>Peru</span>**`);
  });

  test('with words and names of its own leave nothing to find', async () => {
    await addLanguage(language, tag);
    const entities = read('source/demo/entities/base.yaml');
    const names = [translations[language]?.[1] ?? '', ...namesIn(translations[language]?.[2] ?? '')];
    const ordered = [names[0], names[2], names[1]];
    write(
      'source/demo/entities/base.yaml',
      entities.replace(/pt: ([^,}]*)/g, (found) => `${found}, ${language}: "${ordered.shift()}"`),
    );
    const english = readFileSync(`${packageRoot}locales/en/edition.json`, 'utf8');
    write(`locales/${language}/edition.json`, english.replace('Mentioned in:', 'XX:'));
    const label = (labels: object) => JSON.stringify(labels);
    const own = { [language]: 'YY' };
    write('schemas/types/thing.json', label({ properties: { name: { 'x-label': own } } }));
    write('schemas/types/country.json', label({ 'x-label': own, 'x-plural': own }));
    write(
      'source/demo/schemas/types/border.json',
      label({
        'x-label': own,
        'x-plural': own,
        properties: {
          between: { 'x-label': own },
          length: { 'x-label': own },
          lastMarker: { 'x-label': own },
        },
      }),
    );
    const { code, out } = await run('build', '--strict');
    expect(code, out).toBe(0);
    const register = read(`dist/${language}/demo-register.md`);
    expect(register).toContain('- XX: [1](demo.md#s-the-border)');
    expect(register).toContain(`YY: ${length}\n`);
    expect(read('dist/es/demo-register.md')).toContain('Longitud: ');
  });

  test('are checked as any other', async () => {
    const wrong = translations[language]?.map((text) =>
      text.replace(/528|٥٢٨/, (found) => (found === '528' ? '582' : '٥٨٢')),
    );
    await addLanguage(language, `{ tag: ${tag}, threshold: 100 }`, wrong as (typeof translations)[string]);
    expect(await findings()).toContainEqual(
      expect.objectContaining({
        rule: 'statement-agrees-across-editions',
        path: `locales/${language}/demo.po`,
      }),
    );
  });
});

test('a language from right to left says so', async () => {
  await addLanguage('ar', '{ tag: ar-EG, threshold: 100 }');
  await run('build');
  for (const file of ['demo.md', 'demo-register.md']) {
    expect(read(`dist/ar/${file}`)).toMatch(/^lang: ar-EG\ndir: rtl$/m);
    expect(read(`dist/en/${file}`)).not.toContain('dir:');
  }
});

test('a region decides about figures: Morocco writes Western ones', async () => {
  const words = translations.ar?.map((text) =>
    text.replace('١٬٥٢٨', '1.528').replace('١٣ مايو ١٩٩٩', '13 ماي 1999'),
  );
  await addLanguage('ar', '{ tag: ar-MA, threshold: 100 }', words as (typeof translations)[string]);
  const { code, out } = await run('build');
  expect(code, out).toBe(0);
  expect(read('dist/ar/demo-register.md')).toContain(': 1.528\u00a0km\n');
});

test('a date that cannot be read asks for a title', async () => {
  const words = translations.ar?.map((text) => text.replace('١٣ مايو ١٩٩٩', 'ربيع ١٩٩٩'));
  await addLanguage('ar', '{ tag: ar-EG, threshold: 100 }', words as (typeof translations)[string]);
  expect(await findings()).toContainEqual(
    expect.objectContaining({
      rule: 'value-is-readable',
      help: expect.stringContaining('put it into the title'),
    }),
  );
  const titled = words?.map((text) => text.replace('#lastMarker)', '#lastMarker "1999-05-13")'));
  rmSync(folder, { recursive: true });
  copyFixture('rule-base', folder);
  await addLanguage('ar', '{ tag: ar-EG, threshold: 100 }', titled as (typeof translations)[string]);
  expect((await run('check')).code).toBe(0);
});

test('a project can say how its language writes dates and units', async () => {
  const words = translations.qu?.map((text) =>
    text.replace('1,528 km', '1,528 waranqa thatki').replace('13 Mayo 1999', 'aymuray killa 13, 1999'),
  );
  const months = Array.from({ length: 12 }, (_, index) => (index === 4 ? 'aymuray' : `killa${index + 1}`));
  const dates = { months, day: '{{month}} killa {{day}}, {{year}}', month: '{{month}} killa {{year}}' };
  const units = { km: { forms: ['waranqa thatki'], name_other: '{{value}} waranqa thatki' } };
  write('locales/qu/values.json', JSON.stringify({ numbers: {}, scales: {}, units, dates }));
  await addLanguage('qu', '{ tag: qu-PE, threshold: 100 }', words as (typeof translations)[string]);
  const { code, out } = await run('build');
  expect(code, out).toBe(0);
  const register = read('dist/qu/demo-register.md');
  expect(register).toContain(': 1,528\u00a0waranqa thatki\n');
  expect(register).toContain(': aymuray killa 13, 1999\n');
});

test('a tag has the form that Unicode gives it', async () => {
  write('tinkuy.yaml', `${read('tinkuy.yaml').trimEnd()}\n  qu: quz-PE\n`);
  expect(await findings()).toContainEqual(
    expect.objectContaining({ rule: 'configuration-is-valid', message: expect.stringContaining('qu-PE') }),
  );
});
