import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { runInProcess } from './run-in-process.ts';

/** Texts that a reader of YAML 1.1 takes for a truth value, nothing, a number, a time or a date. */
const readOtherwise = ['No', 'Off', 'Yes', 'Null', '1_000', '0777', '1:20', '1e3', '2009-12-14', '1,528'];
/** Words near them, which every reader takes for words. */
const words = ['No way', 'Notes', 'Offices', '2009a', '1.0.0', 'Yes and no'];
const texts = [...readOtherwise, ...words];
const titles = ['No', '1:20', '2009-12-14', 'Notes'];

/** A project with a publication and a page for each title; all texts are keywords and authors. */
function writeProject(): string {
  const all = texts.map((text) => JSON.stringify(text));
  const catalog = (some: string[]): string =>
    some.map((text) => `msgid ${text}\nmsgstr ${text}\n`).join('\n') +
    '\nmsgid "One"\nmsgstr "Uno"\n\nmsgid "Text."\nmsgstr "Texto."\n';
  const files = titles.map((text, index) => ({
    [`source/t${index}/article.md`]: `---
title: ${JSON.stringify(text)}
language: en
keywords: [${all.join(', ')}]
authors: [${all.map((name) => `{ name: ${name} }`).join(', ')}]
licence:
  text: https://creativecommons.org/licenses/by/4.0/
  data: https://creativecommons.org/publicdomain/zero/1.0/
---

## One

Text.
`,
    [`p${index}.md`]: `---\ntitle: ${JSON.stringify(text)}\n---\n\n# One\n\nText.\n`,
    [`locales/es/t${index}.po`]: catalog(all),
    [`locales/es/p${index}.po`]: catalog([JSON.stringify(text)]),
  }));
  return temporaryFolder({
    'tinkuy.yaml': `base: https://example.org/rivers/
editions: { en: en-US, es: es-MX }
pages: { ${titles.map((_, index) => `p${index}: p${index}.md`).join(', ')} }
rules: { language-is-the-editions: off, translation-differs-from-source: off, translations-are-distinct: off }
`,
    ...Object.assign({}, ...files),
  });
}

/** The front matter of a file as it is written. */
function frontMatterOf(file: string): string {
  return /^---\n([\s\S]*?)\n---\n/.exec(readFileSync(file, 'utf8'))?.[1] ?? '';
}

test('a text that YAML 1.1 takes for something else is a text to its readers, and quoted only then', async () => {
  const folder = writeProject();
  const { code, out } = await runInProcess(folder, 'build');
  expect(code, out).toBe(0);
  for (const [index, title] of titles.entries()) {
    for (const at of [`dist/en/t${index}.md`, `dist/es/t${index}.md`]) {
      const written = frontMatterOf(path.join(folder, at));
      for (const version of ['1.1', '1.2'] as const)
        expect(parse(written, { version }), at).toMatchObject({ title, keywords: texts, author: texts });
      expect(written).toContain(`title: ${readOtherwise.includes(title) ? JSON.stringify(title) : title}\n`);
    }
    for (const version of ['1.1', '1.2'] as const) {
      const page = frontMatterOf(path.join(folder, `p${index}.es.md`));
      expect(parse(page, { version }), title).toEqual({ title });
    }
  }
});
