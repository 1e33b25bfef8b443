import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { judge } from '../judge.ts';
import { packageRoot } from '../package-root.ts';

const gettext = judge('gettext');
/** All catalogs of the repository: our own and the fixtures', but for the one whose point are its gaps. */
const catalogs = ['locales', 'tests/fixtures'].flatMap((folder) =>
  readdirSync(path.join(packageRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.po') && !file.startsWith('edition-with-gaps'))
    .map((file) => `${folder}/${file.split(path.sep).join('/')}`),
);

/**
 * What msgfmt says, without its wish for headers on who did what when, which version control knows better.
 * https://www.gnu.org/software/gettext/manual/html_node/msgfmt-Invocation.html
 */
async function check(text: string): Promise<{ status: number; said: string }> {
  const argv = ['--check', '--statistics', '--output-file=/dev/null', '-'];
  const { status, stderr } = await gettext.ask(argv, text);
  return { status, said: stderr.replace(/.*: header field '[A-Za-z-]+' missing in header\n/g, '') };
}

const isComplete = /^\d+ translated messages?\.\n$/;

function read(file: string): string {
  return readFileSync(path.join(packageRoot, file), 'utf8');
}

const header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nLanguage: es\\n"\n\n';

describe('where gettext is installed, msgfmt', gettext.options, () => {
  test.each(catalogs)('accepts %s: nothing is untranslated or fuzzy', async (file) => {
    expect(await check(read(file))).toEqual({ status: 0, said: expect.stringMatching(isComplete) as string });
  });

  test.each([
    ['a string that is not closed', `${header}msgid "One"\nmsgstr "Uno\n`],
    ['a message defined twice', `${header}msgid "One"\nmsgstr "Uno"\n\nmsgid "One"\nmsgstr "Una"\n`],
    ['an unknown keyword', `${header}msgid "One"\nmsgtr "Uno"\n`],
    ['a line break that is missing at the end', `${header}msgid "One\\n"\nmsgstr "Uno"\n`],
    ['a text without translation', `${header}msgid "One"\nmsgstr ""\n`],
    ['a fuzzy translation', `${header}#, fuzzy\nmsgid "One"\nmsgstr "Uno"\n`],
  ])('refuses %s', async (_name, text) => {
    const { status, said } = await check(text);
    expect(status === 0 && isComplete.test(said)).toBe(false);
  });
});

test('there are catalogs to judge', () => {
  expect(catalogs).toEqual(
    expect.arrayContaining(['locales/es/peru-borders.po', 'locales/pt/peru-borders.po']) as string[],
  );
  expect(catalogs.length).toBeGreaterThanOrEqual(6);
});
