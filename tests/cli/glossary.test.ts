import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { copyFixture } from './copy-fixture.ts';
import { runInProcess } from './run-in-process.ts';

const spanish = 'locales/es/demo.po';
const records = 'source/demo/entities/base.yaml';

/** A project whose Spanish edition links "la nación incaica" where the source has the name of Peru. */
function projectWithNickname(comment = ''): string {
  const folder = temporaryFolder();
  copyFixture('rule-base', folder);
  const file = path.join(folder, spanish);
  const text = readFileSync(file, 'utf8')
    .replace('"El [Perú]', '"La [nación incaica]')
    .replace(
      '#. paragraph\n#: source/demo/article.md:13',
      `${comment}#. paragraph\n#: source/demo/article.md:13`,
    );
  writeFileSync(file, text);
  return folder;
}

function write(folder: string, at: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, at)), { recursive: true });
  writeFileSync(path.join(folder, at), text);
}

async function findings(folder: string): Promise<string[]> {
  const { out } = await runInProcess(folder, 'check', '--reporter', 'json');
  const { findings } = JSON.parse(out) as {
    findings: { rule: string; path: string; start: { line: number; column: number } }[];
  };
  return findings.map(({ rule, path, start }) => `${rule} ${path}:${start.line}:${start.column}`);
}

test('a name that the register does not know is found at its words, and the register’s name is offered', async () => {
  const folder = projectWithNickname();
  expect(await findings(folder)).toEqual([`mention-uses-a-known-name ${spanish}:25:6`]);
  const { code, out } = await runInProcess(folder, 'check');
  expect(code).toBe(1);
  expect(out).toContain('Expected a name of `country:peru`, found “nación incaica”.');
  expect(out).toContain('Write “Perú”');
});

test('the translator can allow it, with a reason', async () => {
  const folder = projectWithNickname('# allow mention-uses-a-known-name: a nickname that the author wants\n');
  expect(await findings(folder)).toEqual([]);
});

test('a form in the record is recognized, published for searching, and not shown to readers', async () => {
  const folder = projectWithNickname();
  appendFileSync(
    path.join(folder, records),
    '  otherForm: {es: [nación incaica]}\n  avoidedTerm: {es: [Pirú]}\n',
  );
  expect((await runInProcess(folder, 'build')).code).toBe(0);
  const data = readFileSync(path.join(folder, 'dist/data/demo.jsonld'), 'utf8');
  expect(data).toMatch(/"otherForm":[^}]*nación incaica/);
  expect(data).toMatch(/"avoidedTerm":[^}]*Pirú/);
  const context = readFileSync(path.join(folder, 'dist/data/context.jsonld'), 'utf8');
  expect(context).toMatch(/"otherForm":\s*\{\s*"@id": "skos:hiddenLabel"/);
  for (const language of ['en', 'es', 'pt']) {
    const register = readFileSync(path.join(folder, `dist/${language}/demo-register.md`), 'utf8');
    expect(register).toContain(language === 'es' ? 'Perú' : 'Peru');
    expect(register).not.toMatch(/incaica|Pirú/);
  }
});

test('a property of the project’s own is part of the glossary where its schema says so', async () => {
  const folder = projectWithNickname();
  write(
    folder,
    'schemas/types/country.json',
    JSON.stringify({
      properties: {
        nickname: {
          $ref: '../values.json#/$defs/texts',
          title: 'Nickname',
          description: 'What it is called with affection.',
          'x-label': { es: 'Apodo', pt: 'Apelido' },
          'x-term': 'alternate',
        },
      },
    }),
  );
  appendFileSync(path.join(folder, records), '  nickname: {es: [nación incaica]}\n');
  expect(await findings(folder)).toEqual([]);
});

test('a role that the glossary does not know is a finding in the schema', async () => {
  const folder = projectWithNickname();
  const schema = '{"properties": {"sameAs": {"x-term": "nam"}}}';
  write(folder, 'schemas/types/country.json', schema);
  expect(await findings(folder)).toContainEqual(
    expect.stringContaining('schema-annotation-is-valid schemas/types/country.json:1:'),
  );
});
