import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyFixture } from './copy-fixture.ts';
import { runInProcess } from './run-in-process.ts';

let folder: string;
const diff = (...options: string[]) => runInProcess(folder, 'diff', ...options);
const at = (file: string) => path.join(folder, file);
const edit = (file: string, change: (text: string) => string): void => {
  const before = readFileSync(at(file), 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(at(file), after);
};

/** Two builds: of the second one number is another, an entity is new, and one is gone. */
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'tinkuy-'));
  copyFixture('vapores-del-titicaca', folder);
  const records = 'source/vapores/entities/lago.yaml';
  const own = readFileSync(at(records), 'utf8');
  writeFileSync(at(records), `${own}place:juli:\n  name: { es: Juli, en: Juli, pt: Juli }\n`);
  edit('source/vapores/article.md', (text) =>
    text.replace('[Puno](place:puno)', '[Puno](place:puno) y [Juli](place:juli)'),
  );
  for (const language of ['en', 'pt'])
    edit(`locales/${language}/vapores.po`, (text) =>
      text.replaceAll('[Puno](place:puno)', '[Puno](place:puno) y [Juli](place:juli)'),
    );
  expect((await runInProcess(folder, 'build')).out).toContain('written');
  cpSync(at('dist'), at('old'), { recursive: true });
  writeFileSync(
    at(records),
    `${own}place:copacabana:\n  name: { es: Copacabana, en: Copacabana, pt: Copacabana }\n`,
  );
  edit('source/vapores/article.md', (text) =>
    text.replace('[Juli](place:juli)', '[Copacabana](place:copacabana)').replace('79,25 m', '79,35 m'),
  );
  for (const language of ['en', 'pt']) {
    edit(`locales/${language}/vapores.po`, (text) =>
      text
        .replaceAll('[Juli](place:juli)', '[Copacabana](place:copacabana)')
        .replaceAll('79,25 m', '79,35 m')
        .replaceAll('79.25 m', '79.35 m'),
    );
  }
  expect((await runInProcess(folder, 'build')).out).toContain('written');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('two builds', () => {
  test('differ in what was added, changed and removed, and in nothing else', async () => {
    const { code, out, err } = await diff('old', '--labels', 'es');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^\+ Copacabana\n {4}\+ Nombre: "Copacabana"@en\n/);
    expect(out).toContain('\n\n- Juli\n    - Nombre: "Juli"@en\n');
    expect(out).toMatch(/\n~ Ollanta\n(?: {4}.*\n)* {8}~ .*"79\.25"\S* → "79\.35"/);
    expect(out).toMatch(/\nEntidades: 1 añadida, \d+ cambiadas, 1 eliminada\. Afirmaciones: .*\n$/);
    expect(out).toMatch(/\n~ Yavarí\n {4}difieren \d+ afirmaciones sobre lugares en los textos\n\n/);
    expect(out).not.toContain('Puno');
  });

  test('read from the later to the earlier, lose what they gained', async () => {
    const [there, back] = await Promise.all([
      diff('old', 'dist', '--format', 'json'),
      diff('dist', 'old', '--format', 'json'),
    ]);
    const counts = ({ out }: { out: string }) => JSON.parse(out).summary.statements;
    const { added, changed, removed } = counts(there);
    expect(counts(back)).toEqual({ added: removed, changed, removed: added });
    expect(added).toBeGreaterThan(3);
  });

  test('are told as JSON, complete, with labels and addresses', async () => {
    const { entities, summary } = JSON.parse((await diff('old', '--format', 'json')).out);
    const states = Object.fromEntries(
      entities.map(({ label, state }: Record<string, string>) => [label, state]),
    );
    expect(states).toMatchObject({ Copacabana: 'added', Juli: 'removed', Ollanta: 'changed' });
    expect(summary.entities).toMatchObject({ added: 1, removed: 1 });
    expect(entities.find(({ label }: { label: string }) => label === 'Copacabana').added).toContainEqual({
      predicate: 'http://schema.org/name',
      object: '"Copacabana"@pt',
    });
  });

  test('are told as Markdown, in the language of the labels', async () => {
    const { out } = await diff('old', '--format', 'markdown', '--labels', 'pt');
    expect(out).toContain('- **Copacabana** (acrescentado)\n  - ');
    expect(out).toContain('- **Juli** (removido)\n  - ');
  });
});

describe('data', () => {
  test.each(['old/data/vapores.nt', 'old/data/vapores.ttl', 'old/data/vapores.jsonld', 'old/data'])(
    'is the same in each form: %s',
    async (form) => {
      expect((await diff(form, 'old')).out).toBe('The data says the same as before.\n');
    },
  );

  test('that is missing, or none, is told', async () => {
    expect(await diff('nowhere')).toMatchObject({ code: 2, err: expect.stringContaining('no file nowhere') });
    writeFileSync(at('bad.ttl'), '<a> <b> ');
    expect(await diff('bad.ttl')).toMatchObject({
      code: 2,
      err: expect.stringContaining('bad.ttl cannot be read as linked data'),
    });
    writeFileSync(at('far.jsonld'), '{ "@context": "https://example.org/context.jsonld", "a": 1 }');
    expect(await diff('far.jsonld')).toMatchObject({
      code: 2,
      err: expect.stringContaining('far.jsonld cannot be read'),
    });
  });
});
