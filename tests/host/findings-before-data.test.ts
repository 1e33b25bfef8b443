import path from 'node:path';
import { expect, test } from 'vitest';
import { build } from '../../pipeline/build.ts';
import { createServices } from '../../pipeline/host/create-services.ts';
import { readProject } from '../../pipeline/host/read-project.ts';
import { packageRoot } from '../package-root.ts';

/** What a build of a fixture tells, in its order, with another text of one file. */
async function listen(at: string, change: (text: string) => string): Promise<string[]> {
  const { own, builtin } = readProject(path.join(packageRoot, 'tests/fixtures/vapores-del-titicaca')).value;
  const files = own.map((file) => (file.path === at ? { ...file, text: change(file.text) } : file));
  const heard: string[] = [];
  const services = createServices((stage) => heard.push(stage));
  services.foundInTexts = async (found) =>
    void heard.push(...found.map(({ rule }) => `found ${rule}`), 'told');
  await build({ own: files, builtin }, services);
  return heard;
}

test('what is found in the texts is told before the outputs are drawn', async () => {
  const heard = await listen('locales/en/vapores.po', (text) =>
    text.replace(/^(msgstr ".*\p{Ll})(?=\p{Ll}\P{L}*"$)/mu, '$1zzz'),
  );
  expect(heard).toEqual([
    // What the texts share, and the text.
    'read',
    'read',
    'editions',
    'graph',
    'parity',
    'found letters-are-not-tripled',
    'told',
    'outputs',
    'data',
    'readBack',
    'data',
  ]);
});

test('where an error keeps the outputs from being drawn, all is told at the end', async () => {
  expect(await listen('source/vapores/article.md', (text) => `${text}\n[x](vessel:nowhere)\n`)).toEqual([
    // What the texts share, and the text.
    'read',
    'read',
    'editions',
    'graph',
    'parity',
  ]);
});
