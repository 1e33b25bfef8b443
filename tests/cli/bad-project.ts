import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { copyFixture } from './copy-fixture.ts';
import { expectFinding, type Files } from './expect-finding.ts';
import { runInProcess } from './run-in-process.ts';

/** What a test of bad input is made of: files with a mark where the finding is to begin, and its rule. */
export type Case = [name: string, files: Files, rule: string];

/** Builds the project without a finding once for a test file; every test works on a copy of it. */
export function useBuiltProject(): {
  base: string;
  copyBase: () => string;
  refuses: (cases: Case[]) => void;
} {
  const base = mkdtempSync(path.join(tmpdir(), 'tinkuy-'));
  beforeAll(async () => {
    copyFixture('rule-base', base);
    expect((await runInProcess(base, 'build', '--strict')).code).toBe(0);
  });
  afterAll(() => rmSync(base, { recursive: true, force: true }));

  const copyBase = () => {
    const folder = temporaryFolder();
    cpSync(base, folder, { recursive: true });
    return folder;
  };
  const refuses = (cases: Case[]) => {
    test.each(cases)('%s', async (_, files, rule) => expectFinding(copyBase(), files, rule));
  };
  return { base, copyBase, refuses };
}

export const withBase = (text: string): string =>
  text.includes('base:') || !text.includes('editions:')
    ? text
    : `${text}${text.endsWith('\n') ? '' : '\n'}base: https://example.org/\n`;
/** tinkuy.yaml with a base at its end, unless the text has one. */
export const configuration = (text: string): Files => ({ 'tinkuy.yaml': withBase(text) });
export const editions = 'editions: { en: en-US, es: es-PE, pt: pt-BR }\n';
export const records = (yaml: string): Files => ({ 'source/demo/entities/more.yaml': yaml });
/** A record of a country, with further lines. */
export const chile = (yaml: string): Files =>
  records(`country:chile:\n  name: { en: Chile, es: Chile, pt: Chile }\n${yaml}`);
export const frontMatter = (yaml: string): Files => ({
  'source/demo/article.md': `---\n${yaml}---\n\n[Peru](country:peru)\n`,
});
export const head = `title: Two countries and a border
language: en
licence: { text: all-rights-reserved, data: all-rights-reserved }
`;
export const body = (markdown: string): Files => ({
  'source/demo/article.md': `---\n${head}---\n\n${markdown}\n`,
});
export const schema = (json: string): Files => ({ 'schemas/types/lake.json': json });

/** The Spanish catalog of the project, with a change. */
export function catalog(right: string, wrong: string): Files {
  const at = 'locales/es/demo.po';
  const text = readFileSync(new URL(`../fixtures/rule-base/${at}`, import.meta.url), 'utf8');
  if (!text.includes(right)) throw new Error(`Not in the catalog: ${right}`);
  return { [at]: text.replace(right, wrong) };
}
