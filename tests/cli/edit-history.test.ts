import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askProgram, judge } from '../judge.ts';
import { packageRoot } from '../package-root.ts';
import {
  catalogPath,
  entriesOf,
  hasHistory,
  histories,
  historiesFolder,
  listStates,
  openHistory,
  readHistory,
  stateOf,
  sync,
  templatePath,
} from './edit-history.ts';

const gettext = judge('gettext');
/** UPDATE=1 writes what the tool makes; the diff is then to be read. */
const isUpdate = process.env.UPDATE === '1';

test('there are histories of all that editors do', () => {
  expect(histories).toEqual(
    expect.arrayContaining([
      ...['insert', 'delete', 'move', 'split', 'merge', 'rename-entity', 'typo', 'change-number'],
      ...['change-link', 'change-unit', 'change-heading', 'delete-and-come-back', 'duplicate', 'change-case'],
    ]) as string[],
  );
});

/**
 * Rows of docs/catalogs.md on what msgmerge does otherwise: history → lines that only it has and that only we have, as
 * `listStates` writes them.
 */
function readDifferences(): Map<string, { theirs: string[]; ours: string[] }> {
  const page = readFileSync(path.join(packageRoot, 'docs/catalogs.md'), 'utf8');
  const rows = page.matchAll(/^\| `([a-z-]+)` \| (`.*?`) \| (`.*?`) \| .+ \|$/gm);
  const lines = (cell = '') => [...cell.matchAll(/`([^`]+)`/g)].map(([, line = '']) => line).sort();
  return new Map([...rows].map(([, history = '', a, b]) => [history, { theirs: lines(a), ours: lines(b) }]));
}

const differences = readDifferences();

test('the page on catalogs speaks of histories that there are', () => {
  expect(differences.size).toBeGreaterThan(0);
  for (const history of differences.keys()) expect(histories).toContain(history);
});

describe.each(histories)('%s', (history) => {
  let folder = '';
  let template = '';
  /** The catalog before the edit, after it, synchronized once more, and after the edit is undone. */
  let [before, after, again, undone] = ['', '', '', ''];

  beforeAll(async () => {
    folder = openHistory(history);
    before = await sync(folder);
    after = await sync(folder, readHistory(history, 'after.md'));
    template = readFileSync(path.join(folder, templatePath), 'utf8');
    again = await sync(folder);
    undone = await sync(folder, readHistory(history, 'before.md'));
    writeFileSync(path.join(folder, catalogPath), after);
    writeFileSync(path.join(folder, templatePath), template);
    writeFileSync(path.join(folder, 'before.po'), before);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('the catalog is as expected after the edit', () => {
    if (isUpdate) writeFileSync(path.join(historiesFolder, history, 'after.po'), after);
    expect(hasHistory(history, 'after.po'), 'no after.po: run with UPDATE=1 and read it').toBe(true);
    expect(after).toBe(readHistory(history, 'after.po'));
  });

  test('a synchronization that changes nothing changes no byte', () => {
    expect(before).toBe(readHistory(history, 'before.po'));
    expect(again).toBe(after);
  });

  test('no translation is lost: each is there, or adapted and marked with the text it was made for', () => {
    for (const entry of entriesOf(before)) {
      if (entry.msgstr === '') continue;
      const isThere = entriesOf(after).some(
        ({ msgid, msgstr, obsolete, fuzzy }) =>
          msgstr === entry.msgstr && (fuzzy || obsolete || msgid === entry.msgid),
      );
      const origin = entry.fuzzy ? entry.previous?.msgid : entry.msgid;
      const isAdapted = entriesOf(after).some(({ fuzzy, previous }) => fuzzy && previous?.msgid === origin);
      expect(isThere || isAdapted, entry.msgstr).toBe(true);
    }
  });

  test('undoing the edit brings every translation back to its text', () => {
    const restored = entriesOf(undone).filter(({ obsolete }) => !obsolete);
    for (const entry of entriesOf(before)) {
      if (entry.obsolete) continue;
      const back = restored.find(({ msgid }) => msgid === entry.msgid);
      expect(back?.msgstr).toBe(entry.msgstr);
      if (back?.fuzzy && !entry.fuzzy) expect(back.previous?.msgid).toBe(entry.msgid);
    }
  });

  describe('where gettext is installed', gettext.options, () => {
    const at = (file: string) => path.join(folder, file);

    test('msgfmt --check accepts the catalog', async () => {
      const { status, stderr } = await askProgram('msgfmt', [
        '--check',
        '--output-file=/dev/null',
        at(catalogPath),
      ]);
      expect(stderr.replace(/.*: header field '[A-Za-z-]+' missing in header\n/g, '')).toBe('');
      expect(status).toBe(0);
    });

    test('msgmerge keeps, adapts, adds and retires the same, but for what docs/catalogs.md explains', async () => {
      const argv = ['--quiet', '--previous', at('before.po'), at(templatePath)];
      const theirs = listStates((await askProgram('msgmerge', argv)).stdout);
      const ours = listStates(after);
      expect({
        theirs: theirs.filter((line) => !ours.includes(line)),
        ours: ours.filter((line) => !theirs.includes(line)),
      }).toEqual(differences.get(history) ?? { theirs: [], ours: [] });
    });

    test('msgattrib counts the entries of each state as we do', async () => {
      const count = async (...argv: string[]) =>
        entriesOf(
          (await askProgram('msgattrib', [...argv, at(catalogPath)])).stdout || 'msgid ""\nmsgstr ""\n',
        ).length;
      const own = (state: string) => entriesOf(after).filter((entry) => stateOf(entry) === state).length;
      expect({
        kept: await count('--translated', '--no-fuzzy', '--no-obsolete'),
        fuzzy: await count('--only-fuzzy', '--no-obsolete'),
        new: await count('--untranslated', '--no-obsolete'),
        obsolete: await count('--only-obsolete'),
      }).toEqual({ kept: own('kept'), fuzzy: own('fuzzy'), new: own('new'), obsolete: own('obsolete') });
    });

    test('msgcmp finds every text of the template in the catalog once all is translated', async () => {
      const argv = ['--use-fuzzy', '--use-untranslated', at(catalogPath), at(templatePath)];
      expect(await askProgram('msgcmp', argv)).toEqual({ status: 0, stdout: '', stderr: '' });
      const isComplete = entriesOf(after).every((entry) => ['kept', 'obsolete'].includes(stateOf(entry)));
      const strict = await askProgram('msgcmp', [at(catalogPath), at(templatePath)]);
      expect(strict.status === 0).toBe(isComplete);
    });
  });
});
