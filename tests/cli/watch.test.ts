import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { copyFixture } from './copy-fixture.ts';
import { runInProcess } from './run-in-process.ts';
import { idle, startWatch, watchInProcess } from './start-watch.ts';
import { article, broken, buildAnew, openWatchedProject, renamed } from './watched-project.ts';

test('what is written is built, what is broken is told and leaves dist/ as it was, what is mended is gone', async () => {
  const { folder, read, write, dist } = openWatchedProject();
  const watch = startWatch(folder);
  expect((await watch.printed(idle)).replace(/\d+ ms/, '9 ms')).toBe(
    'dist: 45 written, 0 unchanged, 0 removed.\nNo findings. 9 ms.\nWatching .; Ctrl-C ends it.\n',
  );
  const good = dist();
  expect(good).toEqual(await buildAnew(folder));

  const before = read(article);
  write(article, before + broken);
  const told = await watch.printed(idle);
  expect(told).toContain(
    `Built again: ${article} changed.\nNew findings:\nerror entity-is-known ${article}:39:1\n`,
  );
  expect(told).toContain('dist was left as it was.\n3 errors.');
  expect(dist()).toEqual(good);

  // A line above moves findings; none is new, and none is gone.
  write(article, before.replace('## Los barcos', '\n## Los barcos') + broken);
  expect(await watch.printed(idle)).toContain(
    `Built again: ${article} changed.\ndist was left as it was.\n3 errors.`,
  );

  write(article, renamed(before));
  const mended = await watch.printed(idle);
  expect(mended).toContain(`Gone: error entity-is-known ${article}: Expected an entity with a record`);
  expect(mended).toMatch(/dist: [1-9]\d* written, \d+ unchanged, 0 removed\.\nNo findings\./);
  expect(dist()).toEqual(await buildAnew(folder));

  // A flood, in place; what was written last is what is built last.
  for (let count = 0; count < 100; count += 1) {
    writeFileSync(`${folder}/${article}`, `${before}\n[x${count}](vessel:nowhere)\n`);
  }
  writeFileSync(`${folder}/${article}`, before);
  write('tinkuy.yaml', `${read('tinkuy.yaml')}# the end of the flood\n`);
  const flood = await watch.printed(/tinkuy\.yaml changed[\s\S]*?Watching .*\n/);
  expect(flood.match(/Built again/g)?.length).toBeLessThan(50);
  expect(flood.slice(flood.lastIndexOf('tinkuy.yaml'))).toContain('No findings.');
  expect(dist()).toEqual(good);

  expect(await watch.ended('by Ctrl-C')).toBe(0);
  expect(readdirSync(folder).sort()).toEqual(['dist', 'locales', 'schemas', 'source', 'tinkuy.yaml']);
});

test('files and folders come, go and take the place of others', async () => {
  const { folder, full, read, write, dist } = openWatchedProject();
  const watch = watchInProcess(folder);
  await watch.printed(idle);
  const good = dist();

  // Another folder in the place of one, as a checkout puts it, and then a change in it.
  renameSync(full('source'), full('kept'));
  expect(await watch.printed(idle)).toContain(`Built again: ${article} is gone.`);
  renameSync(full('kept'), full('source'));
  expect(await watch.printed(idle)).toContain(`Built again: ${article} is new.`);
  rmSync(full('source'), { recursive: true });
  copyFixture('vapores-del-titicaca', folder);
  const record = 'source/vapores/entities/lago.yaml';
  write(record, `${read(record)}broken: [`);
  expect(await watch.printed(idle)).toMatch(/lago\.yaml changed\.[\s\S]*error /);
  rmSync(full('source/vapores'), { recursive: true });
  copyFixture('vapores-del-titicaca', folder);
  expect(await watch.printed(idle)).toContain('No findings.');
  expect(dist()).toEqual(good);

  // A folder within a new folder.
  mkdirSync(full('source/second/more'), { recursive: true });
  write('source/second/article.md', '---\ntitle: x\n');
  expect(await watch.printed(idle)).toMatch(/source\/second\/article\.md is new\.[\s\S]*errors?\./);
  rmSync(full('source/second'), { recursive: true });
  expect(await watch.printed(idle)).toContain('No findings.');

  // A link in a circle is no text, and keeps nobody from watching.
  symlinkSync('..', full('source/vapores/circle'));
  write(article, read(article) + broken);
  expect(await watch.printed(idle)).toContain('entity-is-known');
  rmSync(full('source/vapores/circle'));
  copyFixture('vapores-del-titicaca', folder);
  expect(await watch.printed(idle)).toContain('No findings.');

  // A linked folder, and a change where it leads.
  renameSync(full('source/vapores'), full('drafts'));
  symlinkSync('../drafts', full('source/vapores'));
  write('drafts/article.md', read(article) + broken);
  expect(await watch.printed(idle)).toContain('entity-is-known');
  write('drafts/article.md', read(article).replace(broken, ''));
  expect(await watch.printed(idle)).toContain('No findings.');
  expect(dist()).toEqual(good);
});

test('schemas and configurations change, break, are half written and are mended', async () => {
  const { folder, full, read, write, dist } = openWatchedProject();
  const watch = watchInProcess(folder);
  await watch.printed(idle);
  const good = dist();
  const schema = 'schemas/types/vessel.json';
  const declared = read(schema);
  write(schema, declared.replace('"title": "Vessel"', '"title": "Steamer"'));
  expect(await watch.printed(idle)).toContain(`Built again: ${schema} changed.\ndist: `);
  expect(dist()).toEqual(await buildAnew(folder));
  expect(dist()).not.toEqual(good);

  for (const at of [schema, 'locales/pt/vapores.po', 'tinkuy.yaml']) {
    const whole = read(at);
    writeFileSync(full(at), whole.slice(0, whole.length / 2));
    expect(await watch.printed(idle)).toMatch(/New findings:[\s\S]*\nerror [\s\S]*was left as it was/);
    rmSync(full(at));
    expect(await watch.printed(idle)).toContain(`Built again: ${at} is gone.`);
    writeFileSync(full(at), at === schema ? declared : whole);
    expect(await watch.printed(idle)).toContain('No findings.');
    expect(dist()).toEqual(good);
  }
  expect(await watch.ended('by Ctrl-C')).toBe(0);
});

test('pages are watched where tinkuy.yaml names them, and what is written of them is not', async () => {
  const { folder, read, write } = openWatchedProject();
  const watch = watchInProcess(folder);
  await watch.printed(idle);
  mkdirSync(`${folder}/docs`);
  write('docs/guide.md', '# Guía\n');
  write('docs/other.md', '# Guía\n');
  write('tinkuy.yaml', `${read('tinkuy.yaml')}pages: { guide: docs/guide.md }\n`);
  const entries = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Guía"\nmsgstr';
  write('locales/en/guide.po', `${entries} "Guide"\n`);
  write('locales/pt/guide.po', `${entries} "Guia"\n`);
  const told = await watch.printed(idle);
  expect(told).toContain('Built again: docs/guide.md is new.');
  expect(told).toContain('Wrote docs/guide.pt.md.\ndist: ');
  expect(told).not.toContain('other.md');
  const pages = read('docs/guide.pt.md');
  write('docs/guide.md', '# Guía\n\nMás.\n');
  expect(await watch.printed(idle)).toMatch(
    /^\nBuilt again: docs\/guide\.md changed\.\nNew findings:[\s\S]*guide: held by an error; what is published of it stays as it was/,
  );
  expect(read('docs/guide.pt.md')).toBe(pages);
});

test('two watches on one project write one publication, and end where its folder is gone, with a sentence and an exit code', async () => {
  const { folder, read, write, dist } = openWatchedProject();
  const both = [startWatch('/', folder), startWatch('/', folder)];
  for (const watch of both) await watch.printed(idle);
  const good = dist();
  const before = read(article);
  for (let count = 0; count < 3; count += 1) {
    for (const content of [renamed(before), before]) {
      write(article, content);
      for (const watch of both) expect(await watch.printed(idle)).toContain('No findings.');
    }
    expect(dist()).toEqual(good);
  }
  expect(readdirSync(folder).filter((name) => /^\.|\.tmp$/.test(name))).toEqual([]);
  rmSync(folder, { recursive: true, maxRetries: 5 });
  for (const watch of both) {
    expect(await watch.ended()).toBe(74);
    expect(watch.out()).toContain(`The folder ${folder} is gone, and with it what was watched.\n`);
    expect(watch.out()).not.toMatch(/^ +at /m);
  }
  expect(existsSync(folder)).toBe(false);
});

test('a folder that is renamed is gone, too', async () => {
  const { folder } = openWatchedProject();
  const watch = watchInProcess('/', folder);
  await watch.printed(idle);
  renameSync(folder, `${folder}-elsewhere`);
  expect(await watch.ended()).toBe(74);
  renameSync(`${folder}-elsewhere`, folder);
});

test('what a hand corrected in dist/ is kept and told, unless it is to be written over', async () => {
  const { folder, read, write } = openWatchedProject();
  const watch = watchInProcess(folder);
  await watch.printed(idle);
  const edition = read('dist/es/vapores.md').replace('mula', 'burro');
  write('dist/es/vapores.md', edition);
  const before = read(article);
  write(article, renamed(before));
  expect(await watch.printed(idle)).toMatch(/error edition-is-as-built [\s\S]*dist was left as it was\./);
  expect(read('dist/es/vapores.md')).toBe(edition);
  await watch.ended('by Ctrl-C');
  const other = watchInProcess(folder, '--overwrite');
  expect(await other.printed(idle)).toContain('No findings.');
  expect(read('dist/es/vapores.md')).not.toContain('burro');
});

test('--strict and --timings hold for every build', async () => {
  const { folder, read, write, dist } = openWatchedProject();
  const watch = watchInProcess(folder, '--strict', '--timings');
  expect(await watch.printed(idle)).toMatch(/^reading the project +\d+ +\d+$/m);
  const good = dist();
  const catalog = 'locales/pt/vapores.po';
  write(catalog, `${read(catalog)}\nmsgid "nowhere"\nmsgstr "em nenhum lugar"\n`);
  const told = await watch.printed(idle);
  expect(told).toMatch(/error catalog-entry-is-used [\s\S]*left as it was/);
  expect(told).toMatch(/^reading the project +\d+ +\d+$/m);
  expect(dist()).toEqual(good);
});

test.each([
  [['--port', '8000'], '--port does nothing without --serve.'],
  [['--serve', '--port', '70000'], '--port takes the number of a port, 0 to 65535, not 70000.'],
  [['--serve', '--port', 'x'], '--port takes the number of a port'],
  [['--reporter', 'json'], 'The option --reporter belongs to other commands'],
  [['--no-cache'], 'The option --no-cache belongs to other commands'],
  [['nowhere'], 'There is no folder nowhere that can be read.'],
])('what does nothing is refused: %s', async (options, sentence) => {
  const { folder } = openWatchedProject();
  const { code, err } = await runInProcess(folder, 'watch', ...options);
  expect(code).toBe(2);
  expect(err).toContain(sentence);
});

test.each(['en', 'es', 'pt'])('its help says what it does: %s', async (language) => {
  const { out } = await runInProcess('.', 'watch', '--help', '--lang', language);
  expect(out).toMatch({ en: /build again/, es: /de nuevo/, pt: /de novo/ }[language] ?? /$^/);
});
