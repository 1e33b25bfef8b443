import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { temporaryFolder } from '../host/temporary-folder.ts';
import type { Finding } from './expect-finding.ts';
import { runInProcess } from './run-in-process.ts';

/** A paragraph in English and in other languages; comments stand above the entries of all catalogs. */
export interface Translated {
  en: string;
  es?: string;
  pt?: string;
  comments?: string[];
}

const title: Translated = { en: 'On rivers', es: 'Sobre los ríos', pt: 'Sobre os rios' };
const tags = { es: 'es-BO', pt: 'pt-BR' };
const languages = ['es', 'pt'] as const;

/**
 * Checks a project of these paragraphs, with an edition in each language that the first of them has.
 *
 * @param files others of the project, by path; a tinkuy.yaml of its own is laid over
 */
export async function checkTranslation(
  paragraphs: Translated[],
  files: Record<string, string> = {},
  ...options: string[]
): Promise<{ code: number | null; findings: string[]; messages: string[]; helps: string[] }> {
  const folder = temporaryFolder();
  const write = (at: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, at)), { recursive: true });
    writeFileSync(path.join(folder, at), text);
  };
  const used = languages.filter((language) => paragraphs[0]?.[language] !== undefined);
  const editions = ['en: en-US', ...used.map((language) => `${language}: ${tags[language]}`)].join(', ');
  write('tinkuy.yaml', `base: https://example.org/rivers/\neditions: { ${editions} }\n`);
  write(
    'source/t/article.md',
    `---
title: On rivers
language: en
licence:
  text: https://creativecommons.org/licenses/by/4.0/
  data: https://creativecommons.org/publicdomain/zero/1.0/
---

${paragraphs.map(({ en }) => en).join('\n\n')}
`,
  );
  for (const language of used) {
    const entries = [title, ...paragraphs].map(
      (paragraph) =>
        `${(paragraph.comments ?? []).map((comment) => `# ${comment}\n`).join('')}msgid ${quote(paragraph.en)}\nmsgstr ${quote(paragraph[language] ?? '')}\n`,
    );
    write(`locales/${language}/t.po`, entries.join('\n'));
  }
  for (const [at, text] of Object.entries(files)) write(at, text);
  const { code, out, err } = await runInProcess(folder, 'check', '--reporter', 'json', ...options);
  expect(err).toBe('');
  const { findings } = JSON.parse(out) as { findings: Finding[] };
  return {
    code,
    findings: findings.map(({ rule, path: at, start }) => `${rule} ${at}:${start.line}:${start.column}`),
    messages: findings.map(({ message }) => message),
    helps: findings.map(({ help }) => help),
  };
}

function quote(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n')}"`;
}
