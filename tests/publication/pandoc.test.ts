import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { judge } from '../judge.ts';
import { readEditions, readRegisters } from './published.ts';

const files = { editions: readEditions(), registers: readRegisters() };
const pandoc = judge('pandoc');
const formats = ['markdown', 'gfm'];

/** A page by https://pandoc.org, and what is wrong with it. */
async function publish(format: string, text: string): Promise<{ html: string; problems: string[] }> {
  const argv = ['--from', format, '--to', 'html5', '--standalone', '--fail-if-warnings'];
  const { status, stdout, stderr } = await pandoc.ask(argv, text);
  const warnings = status === 0 && stderr === '' ? [] : [`pandoc: ${stderr.trim()}`];
  return { html: stdout, problems: [...warnings, ...findProblems(stdout)] };
}

function findProblems(html: string): string[] {
  const ids = attributesIn(html, 'id');
  const known = new Set(ids);
  const double = ids.filter((id, index) => ids.indexOf(id, index + 1) >= 0);
  const dangling = attributesIn(html, 'href').filter(
    (url) => url.startsWith('#') && !known.has(decodeURIComponent(url.slice(1))),
  );
  // Of what pandoc did not understand the signs are left.
  const residue = html.replace(/<[^>]*>/g, '').match(/\[\^[^\]]*\]|:::|\]\(|\{#|\|[-:]+\|/g) ?? [];
  return [
    ...double.map((id) => `double id ${id}`),
    ...dangling.map((url) => `dangling ${url}`),
    ...residue.map((signs) => `residue ${signs}`),
  ];
}

function attributesIn(html: string, name: string): string[] {
  const tags = html.match(/<[a-z][^>]*>/g) ?? [];
  return tags.flatMap((tag) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? []);
}

/** How many elements of each kind a page has, but for the section about the edition, which tells of translators. */
function countElements(html: string): Record<string, number> {
  const common = html.replace(/<span id="_about">[\s\S]*?(?=<\w+ [^>]*class="footnotes)/, '');
  const names = ['h1', 'h2', 'h3', 'table', 'tr', 'td', 'blockquote', 'ul', 'ol', 'li', 'p', 'sup'];
  return Object.fromEntries(names.map((name) => [name, common.split(`<${name}`).length - 1]));
}

/** The edition with its register as one text, as docs/tutorial.md does it with sed. */
function join(index: number): string {
  const both = [files.editions[index], files.registers[index]].map((file) => file?.text ?? '').join('\n');
  return both.replace(/\(peru-borders(?:-register)?\.md#/g, '(#');
}

/** What pandoc reads in a file that it made of Markdown. */
async function throughFile(text: string, format: 'docx' | 'epub', from = 'markdown'): Promise<string> {
  const file = path.join(temporaryFolder(), `edition.${format}`);
  const made = await pandoc.ask(['--from', from, '--to', format, '--output', file], text);
  expect([made.status, made.stderr]).toEqual([0, '']);
  return (await pandoc.ask(['--from', format, '--to', 'html5', file])).stdout;
}

describe('where pandoc is installed', pandoc.options, () => {
  test.each([
    ['en', 'docx'],
    ['es', 'docx'],
    ['pt', 'docx'],
    ['pt', 'epub'],
  ] as const)('every link of %s with its register lives in %s', async (language, format) => {
    const text = join(['en', 'es', 'pt'].indexOf(language));
    const links = (html: string) => attributesIn(html, 'href').filter((url) => url.startsWith('#'));
    const html = await throughFile(text, format);
    // The way back from a footnote is not read from EPUB.
    const dangling = findProblems(html).filter((problem) =>
      /^dangling (?!#ch\d+\.xhtml#fnref)/.test(problem),
    );
    expect(dangling).toEqual([]);
    expect(links(html).length).toBeGreaterThan(2_000);
    const damaged = await throughFile(text.replace('<span id="place-rome">', '<span>'), format);
    expect(findProblems(damaged).filter((problem) => problem.startsWith('dangling')).length).toBeGreaterThan(
      findProblems(html).filter((problem) => problem.startsWith('dangling')).length,
    );
  });

  describe.each(formats)('reading %s it', (format) => {
    test('makes faultless pages of the registers of entities, all of one structure', async () => {
      const pages = await Promise.all(files.registers.map(({ text }) => publish(format, text)));
      expect(pages.flatMap(({ problems }) => problems)).toEqual([]);
      const languages = pages.map(({ html }) => /<html [^>]*\blang="([^"]*)"/.exec(html)?.[1]);
      expect(languages).toEqual(['en-US', 'es-PE', 'pt-BR']);
      const [first, ...rest] = pages.map(({ html }) => countElements(html));
      for (const other of rest) expect(other).toEqual(first);
      expect(first?.h2).toBeGreaterThan(5);
      expect(first?.li).toBeGreaterThan(2_000);
    });

    test('makes faultless pages of the editions, all of one structure', async () => {
      const pages = await Promise.all(files.editions.map(({ text }) => publish(format, text)));
      expect(pages.flatMap(({ problems }) => problems)).toEqual([]);
      const languages = pages.map(({ html }) => /<html [^>]*\blang="([^"]*)"/.exec(html)?.[1]);
      expect(languages).toEqual(['en-US', 'es-PE', 'pt-BR']);
      const [first, ...rest] = pages.map(({ html }) => countElements(html));
      for (const other of rest) expect(other).toEqual(first);
      expect(first?.table).toBeGreaterThanOrEqual(2);
      expect(first?.blockquote).toBeGreaterThanOrEqual(3);
      expect(first?.li).toBeGreaterThan(300);
    });

    test.each([
      ['an id given twice', '<a id="a"></a>One <a id="a"></a>\n'],
      ['a link to nowhere', '<a id="a"></a>[One](#b)\n'],
      ['a footnote without its text', 'One.[^one]\n'],
    ])('%s is refused', async (_name, body) => {
      const { problems } = await publish(format, `---\ntitle: Sample\n---\n\n${body}`);
      expect(problems).not.toEqual([]);
    });
  });

  test.each([
    ['a table that is none', '| a | b |\n|---|\n\n'],
    ['a container of the dialect', ':::box[Title]{#box-a}\nOne\n:::\n'],
  ])('%s is refused', async (_name, body) => {
    expect((await publish('gfm', `---\ntitle: Sample\n---\n\n${body}`)).problems).not.toEqual([]);
  });

  test.each([
    ['a page without a title', 'One\n'],
    ['a note defined twice', '---\ntitle: Sample\n---\n\nOne[^a]\n\n[^a]: two\n\n[^a]: three\n'],
  ])('%s has a warning, and is refused', async (_name, text) => {
    const { problems } = await publish('markdown', text);
    expect(problems.join()).toMatch(/^pandoc: \[WARNING\]/);
  });
});
