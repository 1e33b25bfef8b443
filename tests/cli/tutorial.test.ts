import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { packageRoot } from '../package-root.ts';
import { followCommand, followTutorial } from './follow-tutorial.ts';

const markdown = readFileSync(`${packageRoot}docs/tutorial.md`, 'utf8');

test('who follows the tutorial to the letter sees what it shows', () => {
  const folder = temporaryFolder();
  const codes = followTutorial(markdown, folder);

  expect(codes).toEqual([
    'npx tinkuy check: 1',
    'npx tinkuy catalog sync: 0',
    'npx tinkuy check: 0',
    'npx tinkuy build: 0',
    'npx tinkuy build: 1',
    'npx tinkuy catalog sync: 0',
    'npx tinkuy build: 0',
    'npx tinkuy generate: 0',
  ]);

  const read = (at: string) => readFileSync(path.join(folder, at), 'utf8');
  // What the tutorial says in words only.
  expect(read('dist/data/salar.jsonld').match(/"schema:Taxon",\s+"Species"/g)).toHaveLength(3);
  expect(read('dist/data/context.jsonld')).toContain('"scientificName": "def:scientificName"');
  expect(read('schemas/generated/records.schema.json')).toContain('scientificName');
  expect(followCommand('npx tinkuy check --strict', folder).code).toBe(0);
  const catalog = read('locales/pt/salar.po');
  writeFileSync(path.join(folder, 'locales/pt/salar.po'), catalog.replace('10.582 km²', '10,582 km²'));
  const copied = followCommand('npx tinkuy check', folder);
  expect(copied.code).toBe(1);
  expect(copied.out).toContain('error value-is-unambiguous locales/pt/salar.po:');
});

test('the tutorial shows no file and no command that is not tried', () => {
  const infos = [...markdown.matchAll(/^```(\S+.*)$/gm)].map(([, info = '']) => info);
  expect(infos.filter((info) => info !== 'console' && !info.includes(' '))).toEqual(['sh', 'yaml']);
});
