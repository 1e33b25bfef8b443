import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { unprivileged } from '../host/unprivileged.ts';
import { askProgram, judge } from '../judge.ts';
import { packageRoot } from '../package-root.ts';
import { copyFixture } from './copy-fixture.ts';
import { copyJournal } from './copy-journal.ts';
import { readTree } from './read-tree.ts';
import { runInProcess } from './run-in-process.ts';

const es = 'locales/es/demo.po';
const pt = 'locales/pt/demo.po';
const template = 'locales/demo.pot';
const article = 'source/demo/article.md';

/** The project of tests/fixtures/rule-base, synchronized. */
async function open(): Promise<string> {
  const folder = temporaryFolder();
  copyFixture('rule-base', folder);
  expect((await runInProcess(folder, 'catalog', 'sync')).code).toBe(0);
  return folder;
}

function read(folder: string, at: string): string {
  return readFileSync(path.join(folder, at), 'utf8');
}

function change(folder: string, at: string, edit: (text: string) => string): void {
  const before = read(folder, at);
  const after = edit(before);
  expect(after).not.toBe(before);
  writeFileSync(path.join(folder, at), after);
}

const addParagraph = (folder: string) => change(folder, article, (text) => `${text}\nA new paragraph.\n`);

describe('a synchronization', () => {
  test('gives a further language its catalog and writes the template, with what a translator should know', async () => {
    const folder = await open();
    change(folder, 'tinkuy.yaml', (text) => `${text}  fr: fr-FR\n`);
    const { code, out } = await runInProcess(folder, 'catalog', 'sync');
    expect({ code, out }).toEqual({
      code: 0,
      out: `locales/es/demo.po: 4 translated, 0 to translate, 0 to revise, 0 obsolete.
locales/pt/demo.po: 4 translated, 0 to translate, 0 to revise, 0 obsolete.
locales/fr/demo.po: 0 translated, 4 to translate, 0 to revise, 0 obsolete.
`,
    });
    expect(read(folder, es)).toContain(`#. paragraph in “The border”
#. entity country:peru = Peru → Perú
#. entity country:ecuador = Ecuador → Ecuador
#. entity border:ec-pe = Border between Ecuador and Peru → Frontera entre Ecuador y Perú
#. value border:ec-pe#length = 1528 km
#: source/demo/article.md:13
msgid ""
"[Peru](country:peru) and`);
    expect(read(folder, template)).toContain('#. entity country:peru = Peru\n');
    expect(read(folder, template)).toContain('"Language: \\n"');
    expect(read(folder, 'locales/fr/demo.po')).toContain('#. entity country:peru = Peru\n');
    expect(read(folder, 'locales/fr/demo.po')).toContain('"Language: fr\\n"');
  });

  test('with --check writes nothing, and tells what is stale', async () => {
    const folder = await open();
    expect(await runInProcess(folder, 'catalog', 'sync', '--check')).toEqual({
      code: 0,
      out: 'The catalogs are up to date.\n',
      err: '',
    });
    addParagraph(folder);
    const before = readTree(folder);
    const { code, out } = await runInProcess(folder, 'catalog', 'sync', '--check');
    expect(code).toBe(1);
    for (const file of [es, pt, template]) expect(out).toContain(`${file} is not up to date with the text`);
    expect(readTree(folder)).toEqual(before);
  });

  test('that changes nothing writes no file', async () => {
    const folder = await open();
    const time = (at: string) => statSync(path.join(folder, at)).mtimeMs;
    const times = [es, pt, template].map(time);
    await runInProcess(folder, 'catalog', 'sync');
    expect([es, pt, template].map(time)).toEqual(times);
  });

  test('leaves CRLF, odd spacing and odd wrapping as they are where nothing changed', async () => {
    const folder = await open();
    const odd = (text: string) =>
      text
        .replace('\n\n', '\n\n\n')
        .replace('msgid "The border"', 'msgid ""\n"The "\n"border"')
        .replaceAll('\n', '\r\n');
    change(folder, es, odd);
    const before = read(folder, es);
    await runInProcess(folder, 'catalog', 'sync');
    expect(read(folder, es)).toBe(before);
    addParagraph(folder);
    await runInProcess(folder, 'catalog', 'sync');
    expect(read(folder, es)).toContain('msgid ""\r\n"The "\r\n"border"\r\n');
    expect(read(folder, es)).toContain('msgid "A new paragraph."\r\nmsgstr ""\r\n');
    expect(read(folder, es).replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('leaves what msgcat wrapped in its own way as it is', judge('gettext').options, async () => {
    const folder = await open();
    change(folder, article, (text) => `${text}\n${'It is marked.\n\n'.repeat(12)}`);
    await runInProcess(folder, 'catalog', 'sync');
    for (const width of ['40', '120']) {
      const { stdout } = await askProgram('msgcat', [`--width=${width}`, path.join(folder, es)]);
      writeFileSync(path.join(folder, es), stdout);
      await runInProcess(folder, 'catalog', 'sync');
      expect(read(folder, es)).toBe(stdout);
    }
  });

  test('takes off a byte order mark, which gettext does not read', async () => {
    const folder = await open();
    const before = read(folder, es);
    writeFileSync(path.join(folder, es), `\uFEFF${before}`);
    expect((await runInProcess(folder, 'catalog', 'sync')).code).toBe(0);
    expect(read(folder, es)).toBe(before);
  });

  test('keeps the permissions of a catalog, and writes through a link to it', async () => {
    const folder = await open();
    mkdirSync(path.join(folder, 'locales/shared'));
    renameSync(path.join(folder, es), path.join(folder, 'locales/shared/es.po'));
    symlinkSync('../shared/es.po', path.join(folder, es));
    chmodSync(path.join(folder, pt), 0o640);
    addParagraph(folder);
    expect((await runInProcess(folder, 'catalog', 'sync')).code).toBe(0);
    expect(read(folder, 'locales/shared/es.po')).toContain('A new paragraph.');
    expect(statSync(path.join(folder, pt)).mode & 0o777).toBe(0o640);
  });
});

/** A catalog of another text, large enough to be judged. */
const glaciers = `msgid ""
msgstr ""
"Project-Id-Version: glaciers\\n"
"Language: es\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
${[1, 2, 3, 4, 5, 6].map((number) => `\nmsgid "Glacier ${number}"\nmsgstr "Glaciar ${number}"\n`).join('')}`;

describe('bad input stops a synchronization with a finding, and every translation is still there', () => {
  const breaks: [what: string, edit: (text: string) => string, rule: string][] = [
    [
      'an unclosed string',
      (text) => text.replace('msgstr "La frontera"', 'msgstr "La frontera'),
      'catalog-is-well-formed',
    ],
    [
      'an msgid twice',
      (text) => `${text}\nmsgid "The border"\nmsgstr "El límite"\n`,
      'catalog-entry-is-unique',
    ],
    [
      'another encoding declared',
      (text) => text.replace('charset=UTF-8', 'charset=ISO-8859-1'),
      'catalog-is-utf-8',
    ],
    [
      'a merge conflict',
      (text) =>
        text.replace(
          'msgstr "La frontera"',
          '<<<<<<< HEAD\nmsgstr "La frontera"\n=======\nmsgstr "El límite"\n>>>>>>> other',
        ),
      'catalog-is-merged',
    ],
    [
      'plural forms',
      (text) =>
        `${text}\nmsgid "border"\nmsgid_plural "borders"\nmsgstr[0] "frontera"\nmsgstr[1] "fronteras"\n`,
      'catalog-is-well-formed',
    ],
    [
      'the header of another language',
      (text) => text.replace('Language: es', 'Language: pt'),
      'catalog-language-matches',
    ],
    ['a catalog of another publication', () => glaciers, 'catalog-belongs-to-publication'],
  ];
  test.each(breaks)('%s', async (_, edit, rule) => {
    const folder = await open();
    addParagraph(folder);
    change(folder, es, edit);
    const before = readTree(folder);
    const { code, out, err } = await runInProcess(folder, 'catalog', 'sync');
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toContain(rule);
    expect(out).toContain('locales/es/demo.po:');
    expect(readTree(folder)).toEqual(before);
  });

  test('bytes that are not UTF-8', async () => {
    const folder = await open();
    addParagraph(folder);
    const latin1 = Buffer.from(read(folder, es), 'latin1');
    writeFileSync(path.join(folder, es), latin1);
    const { code, out } = await runInProcess(folder, 'catalog', 'sync');
    expect(code).toBe(1);
    expect(out).toContain('file-is-utf8');
    expect(readFileSync(path.join(folder, es))).toEqual(latin1);
    expect(read(folder, pt)).not.toContain('A new paragraph.');
  });

  test('two catalogs in each other’s place', async () => {
    const folder = await open();
    const [spanish, portuguese] = [read(folder, es), read(folder, pt)];
    writeFileSync(path.join(folder, es), portuguese);
    writeFileSync(path.join(folder, pt), spanish);
    const { code, out } = await runInProcess(folder, 'catalog', 'sync');
    expect(code).toBe(1);
    for (const file of [es, pt]) expect(out).toContain(`${file}:4:`);
    expect(out).toContain('catalog-language-matches');
    expect(read(folder, es)).toBe(portuguese);
  });

  test('a catalog whose header names another publication is taken where it has the text, or says so', async () => {
    const folder = await open();
    change(folder, es, (text) =>
      text.replace('Project-Id-Version: demo', 'Project-Id-Version: PACKAGE VERSION'),
    );
    expect((await runInProcess(folder, 'catalog', 'sync')).code).toBe(0);
    writeFileSync(path.join(folder, es), glaciers.replace('Version: glaciers', 'Version: demo 2.0'));
    expect((await runInProcess(folder, 'catalog', 'sync')).code).toBe(0);
    for (const number of [1, 6]) expect(read(folder, es)).toContain(`#~ msgstr "Glaciar ${number}"`);
  });

  test('a text that cannot be read retires no translation', async () => {
    const folder = await open();
    change(folder, article, (text) => text.replace('---\n\n##', '\n\n##'));
    const before = readTree(folder);
    expect((await runInProcess(folder, 'catalog', 'sync')).code).toBe(1);
    expect(readTree(folder)).toEqual(before);
  });
});

describe('an error in one text of several', () => {
  const second = 'locales/es/second.po';

  async function openJournal(): Promise<string> {
    const folder = copyJournal(temporaryFolder());
    expect((await runInProcess(folder, 'catalog', 'sync')).code).toBe(0);
    for (const name of ['demo', 'second', 'third'])
      change(folder, `source/${name}/article.md`, (text) => `${text}\nA new paragraph.\n`);
    return folder;
  }

  const faults: [what: string, at: string, edit: (text: string) => string, rule: string][] = [
    [
      'of the text',
      'source/second/article.md',
      (text) => `${text}\n## End { #The end}\n`,
      'attribute-has-an-effect',
    ],
    [
      'of a catalog',
      second,
      (text) => text.replace('Language: es', 'Language: pt'),
      'catalog-language-matches',
    ],
  ];
  test.each(faults)(
    '%s keeps its catalogs as they are, and those of the others are brought up to date',
    async (_, at, edit, rule) => {
      const folder = await openJournal();
      change(folder, at, edit);
      const before = readTree(folder);
      for (const isKnown of [false, true]) {
        const { code, out } = await runInProcess(folder, 'catalog', 'sync');
        expect(code, String(isKnown)).toBe(1);
        expect(out).toContain(rule);
        expect(out).toContain('second: its catalogs stay as they were, for there is an error.');
      }
      const after = readTree(folder);
      const changed = [...after].filter(([file, text]) => before.get(file) !== text).map(([file]) => file);
      expect(changed.filter((file) => file.startsWith('locales/')).sort()).toEqual([
        'locales/demo.pot',
        'locales/es/demo.po',
        'locales/es/third.po',
        'locales/pt/demo.po',
        'locales/pt/third.po',
        'locales/third.pot',
      ]);
    },
  );

  test('keeps all with --strict, and is no clean --check', async () => {
    const folder = await openJournal();
    change(folder, second, (text) => text.replace('Language: es', 'Language: pt'));
    const before = readTree(folder);
    expect((await runInProcess(folder, 'catalog', 'sync', '--strict')).code).toBe(1);
    expect(readTree(folder)).toEqual(before);
    expect((await runInProcess(folder, 'catalog', 'sync')).code).toBe(1);
    const { code, out } = await runInProcess(folder, 'catalog', 'sync', '--check');
    expect(code).toBe(1);
    expect(out).not.toContain('The catalogs are up to date.');
  });

  test('that concerns all texts keeps all', async () => {
    const folder = await openJournal();
    change(folder, 'tinkuy.yaml', (text) => `${text}\nnumberSection: true\n`);
    const before = readTree(folder);
    expect((await runInProcess(folder, 'catalog', 'sync')).code).toBe(1);
    expect(readTree(folder)).toEqual(before);
  });
});

describe('where the system refuses, a sentence says so and the files are as before', () => {
  async function refuse(prepare: (folder: string) => void, isRoot = false): Promise<string> {
    const folder = await open();
    addParagraph(folder);
    prepare(folder);
    const before = readTree(folder);
    const run = () => runInProcess(folder, 'catalog', 'sync');
    const { code, out, err } = await (isRoot ? run() : unprivilegedAsync(folder, run));
    expect({ code, out }).toEqual({ code: 74, out: '' });
    expect(readTree(folder)).toEqual(before);
    return err;
  }

  test('a read-only folder', async () => {
    const err = await refuse((folder) => chmodSync(path.join(folder, 'locales/pt'), 0o555));
    expect(err).toMatch(/no permission to write .*locales.*\(EACCES\)\. Nothing was changed\./);
  });

  test('a read-only catalog in a folder that may be written', async () => {
    const err = await refuse((folder) => {
      for (const at of ['locales', 'locales/es', 'locales/pt']) chmodSync(path.join(folder, at), 0o777);
      for (const at of [es, template]) chmodSync(path.join(folder, at), 0o666);
      chmodSync(path.join(folder, pt), 0o444);
    });
    expect(err).toMatch(/no permission to write .*locales\/pt\/demo\.po/);
  });

  test('a folder in the place of the template', async () => {
    const err = await refuse((folder) => {
      renameSync(path.join(folder, template), path.join(folder, 'old.pot'));
      mkdirSync(path.join(folder, template));
    }, true);
    expect(err).toMatch(/demo\.pot is a link or a folder/);
  });
});

/** As unprivileged, for what goes on after the first pause. */
async function unprivilegedAsync<T>(folder: string, run: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return run();
  unprivileged(folder, () => undefined);
  process.seteuid?.(65534);
  try {
    return await run();
  } finally {
    process.seteuid?.(0);
  }
}

const command = `${packageRoot}lib/cli.js`;

test.skipIf(!existsSync(command))('a kill at any time leaves whole files, old or new', async () => {
  const folder = await open();
  const files = [es, pt, template];
  const old = files.map((file) => read(folder, file));
  change(
    folder,
    article,
    (text) => `${text}\n${Array.from({ length: 400 }, (_, index) => `Paragraph ${index}.\n`).join('\n')}`,
  );
  const finished = temporaryFolder();
  copyFixture('rule-base', finished);
  writeFileSync(path.join(finished, article), read(folder, article));
  await runInProcess(finished, 'catalog', 'sync');
  const fresh = files.map((file) => read(finished, file));

  for (let delay = 200; delay < 1400; delay += 200) {
    for (const [index, file] of files.entries()) writeFileSync(path.join(folder, file), old[index] ?? '');
    await killAfter(folder, delay);
    for (const [index, file] of files.entries()) {
      expect([old[index], fresh[index]]).toContain(read(folder, file));
    }
  }
  expect((await runInProcess(folder, 'catalog', 'sync')).code).toBe(0);
  expect(files.map((file) => read(folder, file))).toEqual(fresh);
  const names = readdirSync(path.join(folder, 'locales'), { recursive: true, encoding: 'utf8' });
  expect(names.filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

function killAfter(folder: string, delay: number): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [command, 'catalog', 'sync'], { cwd: folder, stdio: 'ignore' });
    const timer = setTimeout(() => child.kill('SIGKILL'), delay);
    child.on('exit', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
