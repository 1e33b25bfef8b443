import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { copyFixture } from './copy-fixture.ts';
import { runInProcess } from './run-in-process.ts';

const article = `---
title: A border
language: en
licence:
  text: https://creativecommons.org/licenses/by/4.0/
  data: https://creativecommons.org/publicdomain/zero/1.0/
---

The war of 1941 moved 1,528 km of it.
`;

/** A project whose Portuguese catalog has these words for the sentence about the war, under these comments. */
function projectWith(msgstr: string, ...comments: string[]): string {
  const folder = temporaryFolder();
  copyFixture('rule-base', folder);
  const write = (at: string, text: string) => writeFileSync(path.join(folder, at), text);
  write('tinkuy.yaml', 'base: https://example.org/demo/\neditions: { en: en-US, pt: pt-BR }\n');
  write('source/demo/article.md', article);
  write('source/demo/entities/base.yaml', '');
  const sentence = 'msgid "The war of 1941 moved 1,528 km of it."';
  const lines = [
    'msgid "A border"',
    'msgstr "Uma fronteira"',
    '',
    ...comments.map((text) => `# ${text}`),
    sentence,
  ];
  write('locales/pt/demo.po', `${[...lines, `msgstr "${msgstr}"`].join('\n')}\n`);
  return folder;
}

async function check(folder: string) {
  const { code, out, err } = await runInProcess(folder, 'check', '--reporter', 'json');
  expect(err).toBe('');
  const { findings } = JSON.parse(out) as {
    findings: { rule: string; path: string; start: { line: number; column: number }; message: string }[];
  };
  return {
    code,
    findings: findings.map(({ rule, path: at, start }) => `${rule} ${at}:${start.line}:${start.column}`),
    messages: findings.map(({ message }) => message),
  };
}

test('a number that nobody annotated is compared, at its place in the catalog', async () => {
  const { code, findings, messages } = await check(projectWith('A guerra de 1914 moveu 1,528 km dela.'));
  expect(findings).toEqual([
    'numbers-agree-across-editions locales/pt/demo.po:5:21',
    'numbers-follow-the-locale locales/pt/demo.po:5:32',
  ]);
  expect(messages[0]).toBe('Expected the number 1941 of the source, found 1914.');
  expect(messages[1]).toBe('Expected 1528 as pt-BR writes it, found 1,528 with the signs of another locale.');
  expect(code).toBe(1);
  expect(await check(projectWith('A guerra de 1941 moveu 1.528 km dela.'))).toMatchObject({
    code: 0,
    findings: [],
  });
});

test('a translator allows a finding with a reason, and a synchronization keeps the comment', async () => {
  const comment = 'allow numbers-agree-across-editions: the book has it so';
  const folder = projectWith('A guerra de 1914 moveu 1.528 km dela.', comment);
  expect(await check(folder)).toMatchObject({ code: 0, findings: [] });
  expect((await runInProcess(folder, 'catalog', 'sync')).code).toBe(0);
  expect(await check(folder)).toMatchObject({ code: 0, findings: [] });
});

test('an allowance is for its segment only, has a reason, and is needed', async () => {
  const rule = 'numbers-agree-across-editions';
  const wrong = 'A guerra de 1914 moveu 1.528 km dela.';
  const right = 'A guerra de 1941 moveu 1.528 km dela.';
  expect((await check(projectWith(wrong, `allow ${rule}`))).findings).toEqual([
    'allowance-has-reason locales/pt/demo.po:4:3',
    `${rule} locales/pt/demo.po:6:21`,
  ]);
  expect((await check(projectWith(right, `allow ${rule}: as in the book`))).findings).toEqual([
    'allowance-is-needed locales/pt/demo.po:4:3',
  ]);
  expect(
    (await check(projectWith(right, 'allow locator-agrees-across-editions: as in the book'))).findings,
  ).toEqual(['allowance-names-a-rule locales/pt/demo.po:4:3']);
});

test('a broken file of habits is a finding, and the tool’s own habits hold', async () => {
  const folder = projectWith('A guerra de 1941 moveu 1.528 km dela.');
  mkdirSync(path.join(folder, 'locales/pt'), { recursive: true });
  writeFileSync(path.join(folder, 'locales/pt/quality.json'), '{ "abbreviations": ["p. ex.", }\n');
  writeFileSync(path.join(folder, 'locales/pt/values.json'), '{ "numbers": ["um"] }\n');
  const { code, findings } = await check(folder);
  expect(findings).toEqual([
    'language-file-is-well-formed locales/pt/quality.json:1:31',
    'language-file-is-well-formed locales/pt/values.json:1:14',
  ]);
  expect(code).toBe(1);
});
