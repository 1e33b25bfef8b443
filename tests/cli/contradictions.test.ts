import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { copyJournal } from './copy-journal.ts';
import { runInProcess } from './run-in-process.ts';

interface Told {
  ruleId: string;
  path: string;
  message: string;
}

/** What is told of a journal whose texts each have another length of the border, as words in all languages. */
async function check(lengths: Record<string, string>, records: Record<string, string> = {}): Promise<Told[]> {
  const folder = temporaryFolder();
  copyJournal(folder);
  for (const [name, length] of Object.entries(lengths))
    for (const at of [`source/${name}/article.md`, `locales/es/${name}.po`, `locales/pt/${name}.po`])
      exchange(path.join(folder, at), length);
  for (const [name, yaml] of Object.entries(records))
    writeFileSync(path.join(folder, `source/${name}/entities/more.yaml`), yaml);
  const { out } = await runInProcess(folder, 'check', '--reporter', 'json');
  const { findings } = JSON.parse(out) as { findings: { rule: string; path: string; message: string }[] };
  return findings.map(({ rule, ...told }) => ({ ruleId: rule, ...told }));
}

/** In msgids and texts as the source has it, in the Portuguese words with a full stop. */
function exchange(file: string, length: string): void {
  const before = readFileSync(file, 'utf8');
  const dotted = length.replace(',', '.');
  writeFileSync(file, before.replaceAll('1,528', length).replaceAll('1.528', dotted));
}

const found = (told: readonly Told[]) =>
  told.filter(({ ruleId }) => ruleId === 'publications-agree').map(({ path: at }) => at);

describe('publications that speak of one entity', () => {
  test('are held against each other, and the later is told with both places', async () => {
    const told = await check({ second: '1,582' });
    expect(found(told)).toEqual(['source/second/article.md']);
    const [finding] = told.filter(({ ruleId }) => ruleId === 'publications-agree');
    expect(finding?.message).toMatch(/1528.*source\/demo\/article\.md.*1582/s);
  });

  test('are each held against the first that says otherwise', async () => {
    expect(found(await check({ second: '1,582', third: '1,582' }))).toEqual([
      'source/second/article.md',
      'source/third/article.md',
    ]);
    expect(found(await check({}))).toEqual([]);
  });

  test('hold the later text where the project will have no contradiction', async () => {
    const folder = temporaryFolder();
    copyJournal(folder);
    for (const at of ['source/second/article.md', 'locales/es/second.po', 'locales/pt/second.po'])
      exchange(path.join(folder, at), '1,582');
    expect((await runInProcess(folder, 'build')).code).toBe(0);
    const configuration = path.join(folder, 'tinkuy.yaml');
    writeFileSync(
      configuration,
      `${readFileSync(configuration, 'utf8')}\nrules: { publications-agree: error }\n`,
    );
    const { code, out } = await runInProcess(folder, 'build');
    expect({ code, isHeld: out.includes('second: held by an error') }).toEqual({ code: 1, isHeld: true });
  });
});
