import { expect, test } from 'vitest';
import { temporaryFolder } from '../host/temporary-folder.ts';
import type { Finding } from './expect-finding.ts';
import { runInProcess } from './run-in-process.ts';

const rule = 'edition-reaches-its-threshold';
const article = `---
title: On rivers
language: en
licence:
  text: https://creativecommons.org/licenses/by/4.0/
  data: https://creativecommons.org/publicdomain/zero/1.0/
---

Text.
`;
const editions = 'editions:\n  en: en-US\n  es: { tag: es-BO, threshold: 1 }\n';
const pages = { 'a.md': '# A\n\nText of a.\n', 'docs/b.md': '# B\n\nText of b.\n' };

function catalog(name: string, entries: Record<string, string>): Record<string, string> {
  const written = Object.entries(entries).map(([msgid, msgstr]) => `msgid "${msgid}"\nmsgstr "${msgstr}"\n`);
  return { [`locales/es/${name}.po`]: written.join('\n') };
}

const rivers = catalog('t', { 'On rivers': 'Sobre los ríos', 'Text.': 'Texto.' });

/** The line of the configuration and the text and language that each finding there names, and where the others stand. */
async function heldIn(
  files: Record<string, string>,
  language: string,
): Promise<{ named: string[]; elsewhere: string[] }> {
  const folder = temporaryFolder(files);
  const { out } = await runInProcess(folder, 'check', '--reporter', 'json', '--lang', language);
  const findings = (JSON.parse(out) as { findings: Finding[] }).findings.filter((one) => one.rule === rule);
  const words = /(?:of the words of|de las palabras de|das palavras de) (\S+) (?:in|en|em) (\w+)/;
  const isInConfiguration = ({ path }: Finding): boolean => path === 'tinkuy.yaml';
  return {
    named: findings.filter(isInConfiguration).map(({ start, message }) => {
      const [, path, edition] = words.exec(message) ?? [];
      return `${start.line} ${path} ${edition}`;
    }),
    elsewhere: findings.filter((one) => !isInConfiguration(one)).map(({ path }) => path),
  };
}

/** What a project has besides its first publication and its base, and what is held in it. */
const projects: Record<string, [files: Record<string, string>, named: string[], elsewhere?: string[]]> = {
  'two pages beside a publication': [
    { ...pages, 'tinkuy.yaml': `${editions}pages: { a: a.md, b: docs/b.md }\n` },
    ['4 a.md es', '4 docs/b.md es', '4 source/t/article.md es'],
  ],
  'two publications': [
    { 'source/u/article.md': article, 'tinkuy.yaml': editions },
    ['4 source/t/article.md es', '4 source/u/article.md es'],
  ],
  'one text in two languages': [
    { 'tinkuy.yaml': `${editions}  pt: { tag: pt-BR, threshold: 2 }\n` },
    ['4 source/t/article.md es', '5 source/t/article.md pt'],
  ],
  'a page in a language of its own': [
    {
      ...rivers,
      'a.md': '# Uno\n\nTexto de a.\n',
      'tinkuy.yaml':
        'editions:\n  en: { tag: en-US, threshold: 1 }\n  es: es-BO\npages: { a: { path: a.md, language: es } }\n',
    },
    ['3 a.md en'],
  ],
  'one page of two, whose catalog is not there': [
    {
      ...pages,
      ...rivers,
      ...catalog('a', { A: 'A', 'Text of a.': 'Texto de a.' }),
      'tinkuy.yaml': `${editions}pages: { a: a.md, b: docs/b.md }\n`,
    },
    ['4 docs/b.md es'],
  ],
  'a catalog that is there and empty': [
    { ...catalog('t', { 'On rivers': '', 'Text.': '' }), 'tinkuy.yaml': editions },
    [],
    ['locales/es/t.po'],
  ],
  'all catalogs are there': [{ ...rivers, 'tinkuy.yaml': editions }, []],
  'no threshold': [{ 'tinkuy.yaml': 'editions: { en: en-US, es: es-BO }\n' }, []],
};

test.each(Object.entries(projects))(
  'what is held for want of a catalog is named at the configuration: %s',
  async (_, [{ 'tinkuy.yaml': configuration, ...files }, named, elsewhere = []]) => {
    const project = {
      'source/t/article.md': article,
      ...files,
      'tinkuy.yaml': `base: https://example.org/rivers/\n${configuration}`,
    };
    for (const language of ['en', 'es', 'pt'])
      expect(await heldIn(project, language), language).toEqual({ named, elsewhere });
  },
);
