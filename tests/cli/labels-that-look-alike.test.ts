import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../host/temporary-folder.ts';
import type { Finding } from './expect-finding.ts';
import { runInProcess } from './run-in-process.ts';

const composed = 'é';
const apart = 'e\u0301';
const head = `---
title: On rivers
language: en
licence:
  text: https://creativecommons.org/licenses/by/4.0/
  data: https://creativecommons.org/publicdomain/zero/1.0/
---

`;

/** Rules that find something in a text, where, and what they say, in the folder that holds it. */
async function check(text: string): Promise<string[]> {
  const folder = temporaryFolder({
    'tinkuy.yaml': 'base: https://example.org/rivers/\neditions: { en: en-US }\n',
    'source/t/article.md': head + text,
  });
  const { out } = await runInProcess(folder, 'check', '--reporter', 'json');
  const { findings } = JSON.parse(out) as { findings: Finding[] };
  return findings.map(({ rule, start, message }) => `${rule} ${start.line}:${start.column} ${message}`);
}

test.each([
  [composed, apart],
  [apart, composed],
])('a call of a footnote in other characters than its note is told once, at the call', async (call, note) => {
  expect(await check(`The lake is deep.[^caf${call}]\n\n[^caf${note}]: A note.\n`)).toEqual([
    `footnote-is-defined 9:18 Expected the label of a note, found [^caf${call}] in other characters than the note has.`,
  ]);
});

test('a call without any note, and a note without a call, are told as such', async () => {
  expect(await check('The lake is deep.[^cafe]\n\n[^tea]: A note.\n')).toEqual([
    'footnote-is-defined 9:18 Expected a note for [^cafe], found none.',
    'footnote-is-called 11:1 Expected a call [^tea] in the text, found only the note.',
  ]);
});

test('a link in other characters than its definition', async () => {
  const [found, ...more] = await check(
    `See [the guide][${apart}] now.\n\n[${composed}]: https://example.org/a\n`,
  );
  expect(found).toMatch(/^link-reference-is-defined 9:5 .*in other characters than the definition has/);
  expect(more.map((each) => each.split(' ')[0])).toEqual(['link-definition-is-used']);
});

test('two notes, or two definitions, whose labels look alike', async () => {
  const notes = `[^caf${composed}]: A note.\n\n[^caf${apart}]: Another.\n`;
  expect(await check(`One.[^caf${composed}] Two.[^caf${apart}]\n\n${notes}`)).toEqual([
    expect.stringMatching(/^footnote-is-unique 13:1 /),
  ]);
  const links = `[${composed}]: https://example.org/a\n[${apart}]: https://example.org/b\n`;
  expect(await check(`See [one][${composed}] and [two][${apart}].\n\n${links}`)).toEqual([
    expect.stringMatching(/^link-definition-is-unique 12:1 /),
  ]);
});

test('a link to a heading finds it in whichever characters either is written', async () => {
  const text = (id: string, name: string) => `## Caf${name}\n\nSee [it](#s-caf${id}).\n`;
  expect(await check(text(apart, composed))).toEqual([]);
  expect(await check(text(composed, apart))).toEqual([]);
});

/** A page with a note, and a translation of it. */
function pageOf(source: string, translation: string): string {
  return temporaryFolder({
    'tinkuy.yaml':
      'base: https://example.org/\neditions: { en: en-US, es: es-BO }\npages: { readme: README.md }\n',
    'README.md': `# On rivers\n\nThe lake is deep.[^caf${source}]\n\n[^caf${source}]: A note.\n`,
    'locales/es/readme.po': [
      ['On rivers', 'Sobre aguas'],
      [`The lake is deep.[^caf${source}]`, `El lago es hondo.[^caf${translation}]`],
      ['A note.', 'Una nota.'],
    ]
      .map(([msgid, msgstr]) => `msgid "${msgid}"\nmsgstr "${msgstr}"\n`)
      .join('\n'),
  });
}

test('in a page and in its translation the call has the label of the note', async () => {
  const folder = pageOf(apart, composed);
  expect((await runInProcess(folder, 'build')).err).toBe('');
  const page = readFileSync(path.join(folder, 'README.es.md'), 'utf8');
  expect(page).toContain(`El lago es hondo.[^caf${apart}]\n\n[^caf${apart}]: Una nota.\n`);
});

test('a catalog that has letters and accents apart is told of', async () => {
  const { code, out } = await runInProcess(pageOf(composed, apart), 'check', '--reporter', 'json');
  expect(code).toBe(1);
  expect(out).toContain('characters-are-whole');
});
