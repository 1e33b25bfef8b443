import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { judge } from '../judge.ts';
import { type Finding, writeMarked } from './expect-finding.ts';
import { runInProcess } from './run-in-process.ts';

const article = 'source/t/article.md';
const catalog = 'locales/es/t.po';

/** A text in English with its Spanish catalog; "‸" marks where a finding begins. */
interface Sample {
  text: string;
  /** msgid and msgstr; of the heading and the title there are some. */
  entries?: [msgid: string, msgstr: string][];
  title?: [msgid: string, msgstr: string];
  more?: string;
  files?: Record<string, string>;
}

const quiet = ['language-is-the-editions', 'translation-differs-from-source', 'translations-are-distinct']
  .concat(['length-is-in-proportion', 'sentence-count-agrees', 'emphasis-agrees-across-editions'])
  .map((rule) => `  ${rule}: off\n`)
  .join('');

const quote = (words: string): string => JSON.stringify(words);

function write({
  text,
  entries = [],
  title = ['On rivers', 'Sobre los ríos'],
  more = '',
  files = {},
}: Sample) {
  const folder = temporaryFolder();
  const titles: [string, string][] = [title, ['One', 'Uno']];
  const all = [...titles, ...entries].map(([id, str]) => `msgid ${quote(id)}\nmsgstr ${quote(str)}\n`);
  const marks = writeMarked(folder, {
    'tinkuy.yaml': `base: https://example.org/rivers/\neditions:\n  en: en-US\n  es: es-BO\nrules:\n${quiet}`,
    [article]: `---\ntitle: ${quote(title[0].replace('‸', ''))}\nlanguage: en\nauthors:\n  - name: Ana Example\n${more}licence:\n  text: https://creativecommons.org/licenses/by/4.0/\n  data: https://creativecommons.org/publicdomain/zero/1.0/\n---\n\n## One\n\n${text}\n`,
    [catalog]: `msgid ""\nmsgstr ""\n"Language: es\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n${all.join('\n')}`,
    ...files,
  });
  const read = (at: string) => readFileSync(path.join(folder, at), 'utf8');
  return { folder, marks, read };
}

/** What is published of a text, from the heading to what the edition says of itself. */
function bodyOf(edition: string): string {
  return edition.replace(/^[\s\S]*?\n## 1 \w+\n\n/, '').replace(/\n*<span id="_about">[\s\S]*$/, '');
}

async function publish(sample: Sample) {
  const { folder, read } = write(sample);
  const { code, out } = await runInProcess(folder, 'build', '--strict', '--reporter', 'json');
  expect({ code, findings: (JSON.parse(out) as { findings: Finding[] }).findings }).toEqual({
    code: 0,
    findings: [],
  });
  return { folder, read, en: bodyOf(read('dist/en/t.md')), es: bodyOf(read('dist/es/t.md')) };
}

async function findingsOf(sample: Sample) {
  const { folder, marks } = write(sample);
  const { out } = await runInProcess(folder, 'check', '--reporter', 'json');
  const { findings } = JSON.parse(out) as { findings: Finding[] };
  for (const { message, help } of findings) {
    expect(message).toMatch(/^Expected .+ found /s);
    expect(message + help).not.toContain('{{');
  }
  return { marks, findings: findings.map(({ rule, path: at, start }) => ({ rule, path: at, ...start })) };
}

describe('what a text says is in every edition', () => {
  test.each<[string, string, [string, string], string, string]>([
    [
      'a sign at the start of a line of a paragraph',
      'Ships may load\n    > 30 t at the pier.',
      ['Ships may load > 30 t at the pier.', 'Los barcos cargan > 30 t en el muelle.'],
      'Ships may load\n\\> 30 t at the pier.',
      'Los barcos cargan > 30 t en el muelle.',
    ],
    [
      'of an item',
      '- Depth in spring\n      > 12 m at the lock.',
      ['Depth in spring > 12 m at the lock.', 'Hondura en primavera > 12 m en la esclusa.'],
      '- Depth in spring\n  \\> 12 m at the lock.',
      '- Hondura en primavera > 12 m en la esclusa.',
    ],
    [
      'of a quotation whose next line goes on without its sign',
      '> The depth is\n     > 12 m.',
      ['The depth is > 12 m.', 'La hondura es > 12 m.'],
      '> The depth is\n> \\> 12 m.',
      '> La hondura es > 12 m.',
    ],
    [
      'of emphasis, after a hard break',
      'The *depth\\\n     > 12 m* is good.',
      ['The *depth\\\n> 12 m* is good.', 'La *hondura\\\n> 12 m* es buena.'],
      'The *depth\\\n\\> 12 m* is good.',
      'La *hondura\\\n\\> 12 m* es buena.',
    ],
    [
      'of code',
      'Type `depth\n     > 12` here.',
      ['Type `depth > 12` here.', 'Escriba `depth > 12` aquí.'],
      'Type `depth > 12` here.',
      'Escriba `depth > 12` aquí.',
    ],
    [
      'other signs',
      'Numbers\n     # 3,\n     + 4 and\n     - 5.',
      ['Numbers # 3, + 4 and - 5.', 'Números # 3, + 4 y - 5.'],
      'Numbers\n\\# 3,\n\\+ 4 and\n\\- 5.',
      'Números # 3, + 4 y - 5.',
    ],
    [
      'code over two lines, whose line end is a space',
      'Run `tide\nlevel` at noon.',
      ['Run `tide level` at noon.', 'Ejecute `tide level` al mediodía.'],
      'Run `tide level` at noon.',
      'Ejecute `tide level` al mediodía.',
    ],
    [
      'code in a quotation, with blanks at the end of its line',
      '> Run `` tide  \n> level `` at noon.',
      ['Run `` tide   level `` at noon.', 'Ejecute `` tide   level `` al mediodía.'],
      '> Run `tide   level` at noon.',
      '> Ejecute `tide   level` al mediodía.',
    ],
    [
      'a link over lines',
      'See [the\ngauge](https://example.org/g\n  "two\n  lines").',
      [
        'See [the gauge](https://example.org/g "two lines").',
        'Vea [el medidor](https://example.org/g "two lines").',
      ],
      'See [the\ngauge](https://example.org/g "two lines").',
      'Vea [el medidor](https://example.org/g "two lines").',
    ],
    [
      'an image over lines',
      'See ![the\n  gauge](https://example.org/g.png) here.',
      [
        'See ![the gauge](https://example.org/g.png) here.',
        'Vea ![el medidor](https://example.org/g.png) aquí.',
      ],
      'See ![the gauge](https://example.org/g.png) here.',
      'Vea ![el medidor](https://example.org/g.png) aquí.',
    ],
    [
      'a hard break after a backslash that is a word',
      'Write a \\\\  \nhere.',
      ['Write a \\\\\\\nhere.', 'Escriba una \\\\\\\naquí.'],
      'Write a \\\\\\\nhere.',
      'Escriba una \\\\\\\naquí.',
    ],
    [
      'an alert, whose mark is no word',
      '> [!NOTE]\n> Boats wait here.',
      ['Boats wait here.', 'Aquí esperan los botes.'],
      '> [!NOTE]\n> Boats wait here.',
      '> [!NOTE]\n> Aquí esperan los botes.',
    ],
    [
      'an alert with a blank line after its mark',
      '> [!CAUTION]\n>\n> *Deep* water.',
      ['*Deep* water.', 'Agua *honda*.'],
      '> [!CAUTION]\n> *Deep* water.',
      '> [!CAUTION]\n> Agua *honda*.',
    ],
    [
      'an alert with a hard break after its mark, and a list',
      '> [!TIP]  \n> - Moor early.',
      ['Moor early.', 'Amarre temprano.'],
      '> [!TIP]\n> - Moor early.',
      '> [!TIP]\n> - Amarre temprano.',
    ],
    [
      'what nearly is an alert and has a backslash',
      '> \\[!NOTE]\n> Boats wait here.',
      ['\\[!NOTE] Boats wait here.', '\\[!NOTE] Aquí esperan los botes.'],
      '> \\[!NOTE]\n> Boats wait here.',
      '> \\[!NOTE] Aquí esperan los botes.',
    ],
    [
      'a link with a label',
      'See [the gauge][g].\n\n[g]: https://example.org/gauge',
      ['See [the gauge](https://example.org/gauge).', 'Vea [el medidor](https://example.org/gauge).'],
      'See [the gauge](https://example.org/gauge).',
      'Vea [el medidor](https://example.org/gauge).',
    ],
    [
      'links that are their label, one of them an image, with definitions before and within',
      '> [gauge]: <https://example.org/a_(b)> "A title"\n\nSee [Gauge][], [gauge] and ![the *lock*][L\n  1].\n\n[l 1]: https://example.org/l.png',
      [
        'See [Gauge](https://example.org/a_(b) "A title"), [gauge](https://example.org/a_(b) "A title") and ![the lock](https://example.org/l.png).',
        'Vea [Medidor](https://example.org/a_(b) "A title"), [medidor](https://example.org/a_(b) "A title") y ![la esclusa](https://example.org/l.png).',
      ],
      'See [Gauge](https://example.org/a_\\(b\\) "A title"), [gauge](https://example.org/a_\\(b\\) "A title") and ![the lock](https://example.org/l.png).',
      'Vea [Medidor](https://example.org/a_\\(b\\) "A title"), [medidor](https://example.org/a_\\(b\\) "A title") y ![la esclusa](https://example.org/l.png).',
    ],
    [
      'a link with a label in emphasis, and a comment that is a definition',
      'See **[the gauge][g]**.\n\n[g]: https://example.org/gauge\n[//]: # (a comment)',
      ['See **[the gauge](https://example.org/gauge)**.', 'Vea **[el medidor](https://example.org/gauge)**.'],
      'See **[the gauge](https://example.org/gauge)**.',
      'Vea **[el medidor](https://example.org/gauge)**.',
    ],
    [
      'braces with a backslash, and such as are words',
      'A set {1, 2}, {a=b}, \\{#id} and `{.class}`.',
      ['A set {1, 2}, {a=b}, \\{#id} and `{.class}`.', 'Un conjunto {1, 2}, {a=b}, {#id} y `{.class}`.'],
      'A set {1, 2}, \\{a=b}, \\{#id} and `{.class}`.',
      'Un conjunto {1, 2}, \\{a=b}, \\{#id} y `{.class}`.',
    ],
  ])('%s', async (_, text, entry, en, es) => {
    const published = await publish({ text, entries: [entry] });
    expect(published).toMatchObject({ en, es });
    const synced = await runInProcess(published.folder, 'catalog', 'sync');
    expect(synced.out).toContain('0 to translate, 0 to revise, 0 obsolete');
  });

  test('an alert has its name in the language of a page', async () => {
    const sample = {
      text: '> [!WARNING]\n> Deep water.',
      entries: [['Deep water.', 'Agua honda.']] as [string, string][],
    };
    const { read } = await publish(sample);
    expect(read('dist/en/t.html')).toContain('<aside class="alert"><p><strong>Warning</strong></p>');
    expect(read('dist/es/t.html')).toMatch(
      /<aside class="alert"><p><strong>Advertencia<\/strong><\/p>\s*<p id="s-one.p1">Agua honda/,
    );
  });
});

const [nfc, nfd] = ['NFC', 'NFD'].map((form) => (words: string) => words.normalize(form)) as [
  (words: string) => string,
  (words: string) => string,
];

describe('a catalog saved in another Unicode form', () => {
  test.each<[string, string, [string, string]]>([
    ['in words', 'The café is old.', ['The café is old.', 'El café es viejo.']],
    ['in code', 'Type `café` now.', ['Type `café` now.', 'Escriba `café` ahora.']],
    [
      'in an address',
      'See [it](https://example.org/café).',
      ['See [it](https://example.org/café).', 'Véalo [ahí](https://example.org/café).'],
    ],
    [
      'in a cross-reference',
      'See [it](#s-açaí).\n\n## Açaí\n\nOne',
      ['See [it](#s-açaí).', 'Véalo [ahí](#s-açaí).'],
    ],
  ])('%s', async (_, text, [id, str]) => {
    for (const [source, translation] of [
      [nfd, nfc],
      [nfc, nfd],
    ] as const) {
      const { folder, read } = write({
        text: source(text),
        entries: [
          [translation(id), translation(str)],
          [translation('Açaí'), translation('Asaí')],
        ].slice(0, text.includes('##') ? 2 : 1) as [string, string][],
      });
      const before = read(catalog);
      const { out } = await runInProcess(folder, 'build', '--reporter', 'json');
      // A translation whose letters are taken apart is a finding of its own, which names the form.
      const { findings } = JSON.parse(out) as { findings: Finding[] };
      expect(findings.filter(({ rule }) => rule !== 'characters-are-whole')).toEqual([]);
      if (source('é') !== 'é') expect(read('dist/es/t.md')).toContain(translation(str).slice(0, 4));
      await runInProcess(folder, 'catalog', 'sync');
      const words = before.match(/^msg.*$/gm);
      expect(read(catalog).match(/^msg.*$/gm)).toEqual(words);
    }
  });
});

describe('what nearly is markup is a finding', () => {
  const one = (text: string, entries: Sample['entries'] = []): Sample => ({ text, entries });
  const [alert, attribute] = ['alert-is-known', 'attribute-has-an-effect'];
  test.each<[string, Sample, string]>([
    ['an alert in small letters', one('> ‸[!Note]\n> Boats.', [['[!Note] Boats.', '[!Note] Botes.']]), alert],
    ['an alert that GitHub does not know', one('> ‸[!DANGER]\n> Boats.'), alert],
    ['an alert with words on its line', one('> ‸[!NOTE] Boats.'), alert],
    ['an alert in a list', one('- > ‸[!NOTE]\n  > Boats.'), alert],
    ['an alert without a quotation', one('‸[!NOTE]\nBoats.'), alert],
    ['an alert without words', one('> ‸[!NOTE]'), alert],
    ['an alert of Obsidian', one('> ‸[!info]- Boats\n> wait.'), alert],
    ['a heading id with a capital', one('## Canals ‸{#Canals}\n\nText.'), attribute],
    ['with a space', one('## Canals ‸{#the canals}\n\nText.'), attribute],
    ['with blanks and a class', one('## Canals ‸{ #canals .wide }\n\nText.'), attribute],
    ['without its end', one('## Canals ‸{#canals\n\nText.'), attribute],
    ['before the words', one('## ‸{#canals} Canals\n\nText.'), attribute],
    ['within emphasis', one('## The *canals ‸{#canals}*\n\nText.'), attribute],
    ['twice', one('## Canals ‸{#a} {#b}\n\nText.'), attribute],
    ['alone', one('## ‸{#canals}\n\nText.'), attribute],
    ['of kramdown', one('## Canals ‸{: #canals}\n\nText.'), attribute],
    ['a class of a heading', one('## Thanks ‸{.unnumbered}\n\nText.'), attribute],
    ['no number, as pandoc has it', one('## Thanks ‸{-}\n\nText.'), attribute],
    ['under a heading that is underlined', one('Thanks ‸{.unnumbered}\n------\n\nText.'), attribute],
    ['in a heading within a box', one(':::box[Words]{#b}\n### Thanks ‸{.x}\n\nText.\n:::'), attribute],
    ['in the words of a box', one(':::box[Words ‸{#b}]\nText.\n:::'), attribute],
    ['after a link', one('See [it](https://example.org)‸{target=_blank}.'), attribute],
    ['after an image', one('![it](https://example.org/i.png)‸{width=50%} here.'), attribute],
    ['after code', one('Write `<b>`‸{=html} here.'), attribute],
    ['after words in brackets', one('The [lock]‸{.smallcaps} is old.'), attribute],
    ['at the end of a paragraph', one('A table\n‸{: .wide}'), attribute],
    ['at the end of a cell', one('| a ‸{#c} | b |\n| - | - |\n| c | d |'), attribute],
    ['in the title', { text: 'Text.', title: ['On rivers {#r}', 'Ríos'] }, attribute],
    [
      'of a heading in a translation',
      one('## Canals {#canals}\n\nText.', [['Canals', 'Canales ‸{#canales}']]),
      attribute,
    ],
    [
      'of a paragraph in a translation',
      one('The lock is old.', [['The lock is old.', 'La [esclusa]‸{.x} es vieja.']]),
      attribute,
    ],
    [
      'a line feed in a translated heading',
      one('## Canals\n\nText.', [['Canals', 'Los‸\ncanales']]),
      'translation-stays-inline',
    ],
    [
      'a line feed in a translated cell',
      one('| a | b |\n| - | - |\n| lock | d |', [['lock', 'la‸\nesclusa']]),
      'translation-stays-inline',
    ],
    [
      'an alert in a translation',
      one('> [!NOTE]\n> Boats.', [['Boats.', '‸[!NOTA] Botes.']]),
      'translation-stays-inline',
    ],
    [
      'a label in a translation',
      one('See [it][g].\n\n[g]: https://example.org', [['See [it](https://example.org).', 'Vea ‸[eso][g].']]),
      'link-is-inline',
    ],
    [
      'a label in the front matter',
      { text: 'See [it][g].\n\n[g]: https://example.org', more: 'abstract: See ‸[it][g].\n' },
      'link-is-inline',
    ],
    [
      'a label without a definition',
      one('See ‸[it][gg].\n\nSee [it][g].\n\n[g]: https://example.org'),
      'link-reference-is-defined',
    ],
    ['a definition without a link', one('Text.\n\n‸[g]: https://example.org'), 'link-definition-is-used'],
    [
      'a second definition',
      one('See [it][g].\n\n[g]: https://example.org\n‸[G]: https://example.com'),
      'link-definition-is-unique',
    ],
    [
      'an entity that is misspelt in a definition',
      one('See ‸[it][g].\n\n[g]: countryy:peru'),
      'entity-type-is-known',
    ],
  ])('%s', async (_, sample, rule) => {
    const { marks, findings } = await findingsOf(sample);
    const own = findings.filter((found) => found.rule === rule);
    expect(own).toHaveLength(1);
    if (marks.length > 0) expect(own).toEqual([{ rule, ...marks[0] }]);
  });
});

describe('an edition as HTML', () => {
  test('leads to the others as HTML, the Markdown to the Markdown', async () => {
    const { read } = await publish({ text: 'Text.', entries: [['Text.', 'Texto.']] });
    for (const [language, other] of [
      ['en', 'es'],
      ['es', 'en'],
    ]) {
      const page = read(`dist/${language}/t.html`);
      expect(page).not.toMatch(/<a [^>]*href="[^"]*\.md"/);
      expect(page.match(new RegExp(`<a href="../${other}/t.html"`, 'g'))).toHaveLength(2);
      expect(read(`dist/${language}/t.md`)).toContain(`(../${other}/t.md)`);
    }
  });

  /** Addresses of links, and what their addresses say of the form: with a port of a record, a note and a box. */
  const linked: Sample = {
    text: 'The [port](place:port) is [here](#b).[^a]\n\n:::box[Depth]{#b}\nSee [it](https://example.org/it.md).\n:::\n\n[^a]: Of [it](place:port).',
    entries: [
      ['The [port](place:port) is [here](#b).[^a]', 'El [puerto](place:port) está [aquí](#b).[^a]'],
      ['Depth', 'Hondura'],
      ['See [it](https://example.org/it.md).', 'Véalo [ahí](https://example.org/it.md).'],
      ['Of [it](place:port).', 'De [él](place:port).'],
    ],
    files: { 'source/t/entities/e.yaml': 'place:port:\n  name: { en: Port, es: Puerto }\n' },
  };
  const hrefs = (text: string, tag: string): string[] =>
    [...text.matchAll(new RegExp(`<${tag} [^>]*href="([^"]*)"`, 'g'))].map(([, url = '']) => url);

  test.each(['en', 'es'])(
    'leads by its head to pages and to each other form as what it is (%s)',
    async (language) => {
      const { read } = await publish(linked);
      const page = read(`dist/${language}/t.html`);
      const alternates = [...page.matchAll(/<link rel="alternate" hreflang="[^"]*" href="([^"]*)"/g)];
      expect(alternates.map(([, url]) => url).sort()).toEqual(
        language === 'en' ? ['../es/t.html', 't.html', 't.html'] : ['../en/t.html', '../en/t.html', 't.html'],
      );
      expect(page).toContain('<link rel="alternate" type="text/markdown" href="t.md"');
      expect(page).toMatch(/<link rel="\w+" type="text\/turtle" href="\.\.\/data\/t\.ttl"/);
    },
  );

  test.each(['en', 'es'])(
    'has in itself what it speaks of, the Markdown in a file beside it (%s)',
    async (language) => {
      const { read } = await publish(linked);
      const page = read(`dist/${language}/t.html`);
      const own = hrefs(page, 'a').filter((url) => url.startsWith('#'));
      for (const url of ['#place-port', '#s-b'].filter((one) => own.includes(one) || one === '#place-port')) {
        expect(own).toContain(url);
        expect(page).toContain(`id="${url.slice(1)}"`);
      }
      expect(hrefs(page, 'a').filter((url) => /register/.test(url))).toEqual([]);
      const markdown = read(`dist/${language}/t.md`);
      expect(markdown).toContain('(t-register.md#place-port)');
      expect(markdown).not.toContain('.html)');
    },
  );

  test.each(['en', 'es'])(
    'the register leads to the Markdown that it stands beside (%s)',
    async (language) => {
      const { read } = await publish(linked);
      const urls = [...read(`dist/${language}/t-register.md`).matchAll(/\]\(([^)\s]+)\)/g)].map(
        ([, url = '']) => url,
      );
      expect(urls.filter((url) => /^t\.md/.test(url)).length).toBeGreaterThan(0);
      expect(urls.filter((url) => /\.html/.test(url))).toEqual([]);
    },
  );

  test.each(['en', 'es'])('the front matter leads to the Markdown of the others (%s)', async (language) => {
    const { read } = await publish(linked);
    const other = language === 'en' ? 'es' : 'en';
    expect(read(`dist/${language}/t.md`)).toContain(`href: ../${other}/t.md`);
  });

  test('an address elsewhere stays what the author wrote, in every form', async () => {
    const { read } = await publish(linked);
    for (const language of ['en', 'es'])
      for (const form of ['md', 'html'])
        expect(read(`dist/${language}/t.${form}`)).toContain('https://example.org/it.md');
  });

  test('has the alignment of columns in heads and cells, and no rule of the style that is stronger', async () => {
    const text = '| a | b | c | d |\n| --- | ---: | :-: | :--- |\n| a | b | c | d |';
    const { read } = await publish({ text, entries: ['a', 'b', 'c', 'd'].map((cell) => [cell, cell]) });
    const page = read('dist/en/t.html');
    for (const tag of ['th', 'td']) {
      const cells = page
        .match(new RegExp(`<${tag}\\b[^>]*>`, 'g'))
        ?.map((cell) => /align="(\w+)"/.exec(cell)?.[1]);
      expect(cells).toEqual([undefined, 'right', 'center', 'left']);
    }
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? '';
    for (const side of ['right', 'center', 'left'])
      expect(style).toContain(`[align="${side}"] { text-align: ${side}; }`);
    const others = style
      .split('\n')
      .filter((rule) => rule.includes('text-align') && !rule.startsWith('[align='));
    expect(others).toEqual(['th:not([align]) { text-align: start; }']);
  });
});

const pandoc = judge('pandoc');

describe('the title that pandoc shows', pandoc.options, () => {
  test.each([
    ['No', 'No'],
    ['12:30', '12:30'],
    ['A \\<b>bold\\</b> river', 'A <b>bold</b> river'],
    ['Rivers \\*and\\* lakes', 'Rivers *and* lakes'],
    ['\\# 3 rivers', '# 3 rivers'],
    ['1\\. Rivers', '1. Rivers'],
    ['Rivers at 5$ and 6$', 'Rivers at 5$ and 6$'],
    ['x^2^ of ~all~ rivers @home', 'x^2^ of ~all~ rivers @home'],
  ])('%s', async (markdown, title) => {
    const { folder, read } = write({
      text: 'Text.',
      entries: [['Text.', 'Texto.']],
      title: [markdown, markdown],
    });
    await runInProcess(folder, 'build');
    writeFileSync(path.join(folder, 'title.html'), '$title$');
    const argv = ['--from', 'markdown', '--to', 'html5', '--template', path.join(folder, 'title.html')];
    const { stdout } = await pandoc.ask(argv, read('dist/en/t.md'));
    expect(stdout.trim().replaceAll('&lt;', '<').replaceAll('&gt;', '>')).toBe(title);
  });
});
