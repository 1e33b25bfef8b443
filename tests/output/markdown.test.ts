import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import type { Configuration, Publication } from '../../pipeline/model.ts';
import { drawSample } from './draw-sample.ts';
import { sampleConfiguration, samplePublication } from './sample-publication.ts';
import { sampleEntities, sampleFacts, sampleTexts } from './sample-text.ts';
import { sampleVocabulary } from './sample-vocabulary.ts';

const vocabulary = sampleVocabulary();

function sample(): Publication {
  return samplePublication(sampleTexts, sampleEntities, vocabulary, { facts: sampleFacts });
}

async function draw(
  publication: Publication,
  language: string,
  configuration: Configuration = sampleConfiguration,
): Promise<{ edition: string; register: string | undefined }> {
  const outputs = await drawSample(publication, vocabulary, configuration);
  const own = `${language}/${publication.name}`;
  return { edition: outputs.get(`${own}.md`)?.text ?? '', register: outputs.get(`${own}-register.md`)?.text };
}

async function write(...drawn: Parameters<typeof draw>): Promise<string> {
  return (await draw(...drawn)).edition;
}

const both = { en: await draw(sample(), 'en'), es: await draw(sample(), 'es') };
const editions = { en: both.en.edition, es: both.es.edition };
const registers = { en: both.en.register ?? '', es: both.es.register ?? '' };

/** Text between two headings of the file, the first included. */
function part(markdown: string, heading: string): string {
  const start = markdown.indexOf(`${heading}\n`);
  const end = markdown.indexOf('\n## ', start + heading.length);
  return start === -1 ? '' : markdown.slice(start, end === -1 ? undefined : end);
}

describe.each(['en', 'es'] as const)('edition %s', (language) => {
  const files = { 'sample.md': editions[language], 'sample-register.md': registers[language] };

  test.each(Object.entries(files))('has no trace of annotation syntax in %s', (_, markdown) => {
    expect(markdown).not.toMatch(/\]\((?:lake|paper|remark|review|trait):/);
    expect(markdown).not.toMatch(/^:::(?:box|table|figure|quote|definition)/m);
    expect(markdown).not.toContain('](#)');
    expect(markdown).not.toContain('[]');
  });

  test('every link resolves to one anchor of the file that it names, read by another parser', () => {
    const read = Object.entries(files).map(([name, markdown]) => {
      const rendered = new MarkdownIt({ html: true }).render(markdown);
      const anchors = [...rendered.matchAll(/<span id="([^"]+)"/g)].map((match) => match[1]);
      const targets = [...rendered.matchAll(/href="([^"/]*)#([^"]+)"/g)].map(
        ([, file, anchor]) => `${file || name}#${anchor}`,
      );
      return { name, anchors, targets };
    });
    const anchors = read.flatMap((file) => file.anchors);
    expect(new Set(anchors).size).toBe(anchors.length);
    const known = read.flatMap((file) => file.anchors.map((anchor) => `${file.name}#${anchor}`));
    for (const { targets } of read) {
      expect(targets.filter((target) => !known.includes(target))).toEqual([]);
      expect(new Set(targets.map((target) => target.split('#')[0])).size).toBe(2);
    }
    expect(read.flatMap(({ targets }) => targets).length).toBeGreaterThan(20);
  });

  test.each(Object.entries(files))('has no empty sections in %s', (_, markdown) => {
    expect(markdown).not.toMatch(/^#+ .*\n+(?:<span id="[^"]*"><\/span>\n+)?## /m);
  });

  test('is the same when written again', async () => {
    expect(await draw(sample(), language)).toEqual(both[language]);
  });
});

test('headings have the ids of the source and their numbers', () => {
  const anchored = /<span id="(s-[^"]+)"><\/span>\n\n(#+ \S+)/g;
  const found = (markdown: string) => [...markdown.matchAll(anchored)].map((match) => [match[1], match[2]]);
  expect(found(editions.en)).toEqual([
    ['s-first-part', '## 1'],
    ['s-second-part', '### 1.1'],
  ]);
  expect(found(editions.es)).toEqual(found(editions.en));
});

test('links without words get those of the edition', () => {
  expect(editions.en).toContain(
    'see [Box 1](#box-one), [Table 1](#table-data) and [section 1.1](#s-second-part)',
  );
  expect(editions.es).toContain(
    'véanse [Recuadro 1](#box-one), [Tabla 1](#table-data) y [sección 1.1](#s-second-part)',
  );
  expect(editions.en).toContain('[2,000.5\u00a0km](sample-register.md#lake-dos--level)');
  expect(editions.en).toContain(
    '[Lake Uno](sample-register.md#lake-uno) and [Lake Tres](sample-register.md#lake-tres)',
  );
  expect(editions.es).toContain(
    '[Lago Uno](sample-register.md#lake-uno) y [Lago Tres](sample-register.md#lake-tres)',
  );
});

test('white space is no words', async () => {
  const spaced = Object.fromEntries(
    Object.entries(sampleTexts).map(([language, markdown]) => [
      language,
      markdown.replaceAll('[](lake:dos', '[ ](lake:dos'),
    ]),
  );
  const publication = samplePublication(spaced, sampleEntities, vocabulary, { facts: sampleFacts });
  expect(await write(publication, 'en')).toBe(editions.en);
});

test('citations have their locator, and the style writes those without words', () => {
  expect(editions.en).toContain(
    '([Rhi, 2009, p. 250](#paper-rhi)) and [(Rhi & The Institute, 2009, p. 3)](#paper-rhi)',
  );
});

test('mentions are linked as configured', async () => {
  const opening = (markdown: string) => /^At 10:30, .*$/m.exec(markdown)?.[0].replace(/\[\^a\]$/, '');
  expect(opening(editions.en)).toBe('At 10:30, Lake Uno rose; Lake Uno fell.');
  const all = await write(sample(), 'en', { ...sampleConfiguration, mentions: 'all' });
  expect(opening(all)).toBe(
    'At 10:30, [Lake Uno](sample-register.md#lake-uno) rose; [Lake Uno](sample-register.md#lake-uno) fell.',
  );
  const none = await write(sample(), 'en', { ...sampleConfiguration, mentions: 'none' });
  expect(none).toContain('**Abstract:** About Lake Uno.');
  expect(none).toContain('[1,528 km](sample-register.md#lake-uno--level)');
});

test('boxes, quotations and definitions are block quotes, tables have a caption', () => {
  expect(editions.en).toContain(
    '> <span id="box-one"></span>**Box 1. A title of Dos**\n>\n> Text in a box.\n>\n> - one\n> - two\n',
  );
  expect(editions.en).toContain('> — Ana\n');
  expect(editions.en).toContain('> **Lake**\n>\n> Still water.\n');
  expect(editions.en).toContain('<span id="table-plain"></span>**Table 2.** Plain\n\n| Lake | Level |');
});

test('a table is written from the data, in the order of first mentions', () => {
  expect(
    part(editions.en, '### 1.1 Second part')
      .split('\n')
      .filter((line) => line.startsWith('|')),
  ).toEqual([
    '| Basin | [Deep \\| dark](sample-register.md#trait-deep) | [Wide](sample-register.md#trait-wide) |',
    '| - | - | - |',
    '| [Lake Uno](sample-register.md#lake-uno) | — | **Proof:** [Álamo \\<Lake> \\*two\\*](sample-register.md#lake-dos); [Lake Tres](sample-register.md#lake-tres). **Finding:** [So it is](sample-register.md#review-a--finding). |',
    '| [Álamo \\<Lake> \\*two\\*](sample-register.md#lake-dos) | **Proof:** [Lake Tres](sample-register.md#lake-tres). | — |',
    '| Lake | Level |',
    '| - | - |',
    '| [Uno](sample-register.md#lake-uno) | [1,528\u00a0km](sample-register.md#lake-uno--level) |',
  ]);
});

test('an editorial note is called once where the text first says it', () => {
  const body = editions.en.slice(0, editions.en.indexOf('## Editorial notes'));
  expect(body.match(/<sup>/g)).toHaveLength(2);
  expect(body).toContain(
    '[1,528 km](sample-register.md#lake-uno--level)<sup>[N1](#remark-wrong-level)</sup>',
  );
  expect(part(editions.en, '## Editorial notes')).toContain('- Reading: It is in doubt.');
});

test('the register has labels, other names, and every value with its anchor', () => {
  const index = registers.en;
  expect(index).toContain('<span id="lake-uno"></span>**Lake Uno** (LU; also First Lake)');
  expect(index).toContain(
    '<span id="lake-uno--level"></span><span id="lake-uno--level-period"></span>Water level: approximately 1,528\u00a0km (2004–2008; Source: [Borders and \\*stars\\*](sample.md#paper-rhi)) [[N1](sample.md#remark-wrong-level)]',
  );
  expect(index).toContain('**Review: Lake Uno, Wide**');
  expect(index).toContain('Mentioned in: [1](sample.md#s-first-part), [1.1](sample.md#s-second-part)');
  expect(index.indexOf('lake-dos')).toBeLessThan(index.indexOf('"lake-tres'));
});

test('works are cited or complementary', () => {
  expect(part(editions.en, '## References')).toContain('Borders *and* \\*stars\\*. *Revista [x]\\(y)*.');
  expect(part(editions.en, '## References')).not.toContain('Old lakes');
  expect(part(editions.en, '## Complementary references')).toContain(
    '<span id="paper-old"></span>*Old lakes*',
  );
});

const front = (markdown: string) => parseYaml(/^---\n([\s\S]*?)\n---\n/.exec(markdown)?.[1] ?? '') as object;

test('the register says whose it is, and the edition where it is', () => {
  expect(front(registers.en)).toEqual({
    title: 'Register of entities',
    subtitle: 'Lakes & "levels"',
    lang: 'en-US',
    license: 'https://creativecommons.org/licenses/by/4.0/',
    edition: { href: 'sample.md', canonical: 'https://example.org/sample/edition/sample/en' },
    alternates: [{ lang: 'es-PE', href: '../es/sample-register.md' }],
  });
  expect(registers.en).toContain('\n**Edition:** [Lakes & "levels"](sample.md)\n');
  expect([...registers.en.matchAll(/^#+ /gm)].map(([level]) => level)).not.toContain('### ');
  expect(part(editions.en, '## Index of entities')).toContain('[Register of entities](sample-register.md)\n');
  expect(part(editions.es, '## Sobre esta edición')).toContain(
    '- **Entidades:** [Registro de entidades](sample-register.md)\n',
  );
});

test('front matter is YAML that pandoc and Quarto read', () => {
  expect(front(editions.en)).toMatchObject({
    title: 'Lakes & "levels"',
    lang: 'en-US',
    author: ['Ana Pérez'],
    'description-meta': 'About Lake Uno.',
    keywords: ['lakes', 'water'],
    'canonical-url': 'https://example.org/sample/edition/sample/en',
    translation: { status: 'source' },
    alternates: [{ lang: 'es-PE', href: '../es/sample.md' }],
    data: [
      { href: '../data/sample.jsonld', type: 'application/ld+json' },
      { href: '../data/sample.ttl', type: 'text/turtle; charset=utf-8' },
      { href: '../data/sample.nt', type: 'application/n-triples' },
      { href: 'sample.jsonld', type: 'application/ld+json' },
      { href: '../data/sample-dataset.ttl', type: 'text/turtle; charset=utf-8' },
      { href: '../data/sample-dataset.jsonld', type: 'application/ld+json' },
      { href: '../data/sample-citation.json', type: 'application/vnd.citationstyles.csl+json' },
      { href: '../data/sample-citation.bib', type: 'text/x-bibtex; charset=utf-8' },
    ],
  });
  expect(front(editions.es)).toMatchObject({
    lang: 'es-PE',
    translation: { status: 'complete', fuzzy: 0, untranslated: 0 },
  });
});

test('the edition says what it is', () => {
  const about = part(editions.es, '## Sobre esta edición');
  expect(about).toContain('Maq (traducción automática)');
  expect(about).toContain('Lo contamos.');
  expect(about).toContain('[American English](../en/sample.md)');
  expect(about).toContain('todos los derechos reservados');
});

test('what is syntax elsewhere is protected, what is none stays as typed', () => {
  expect(editions.en).toContain(
    'It costs US\\$5 or US\\$6, not US$ 7; 10\\^2^ \\~x~ \\@foo a@b.c, \\$x\\$, 3:1, urn:lex:pe:ley:26821 and :::name.',
  );
});

test('footnotes within a block are defined after it', async () => {
  const front = '---\ntitle: T\nlanguage: en\nlicence: {text: by-permission, data: by-permission}\n---\n\n';
  const text = `${front}:::box[B]{#box-b}\nWord[^n] here.\n\n[^n]: The note.\n:::\n\nAfter.\n`;
  const markdown = await write(samplePublication({ en: text }, [], vocabulary), 'en');
  expect(markdown).toContain('> Word[^n] here.\n\n[^n]: The note.\n\nAfter.');
});

test('a text without entities, works and notes has no lists of them', async () => {
  const text =
    '---\ntitle: T\nlanguage: en\nlicence: {text: by-permission, data: by-permission}\n---\n\nOnly text.\n';
  const { edition: markdown, register } = await draw(samplePublication({ en: text }, [], vocabulary), 'en');
  expect(register).toBeUndefined();
  expect([...markdown.matchAll(/^#+ .*$/gm)].map(([line]) => line)).toEqual(['## About this edition']);
});

test('sections without numbers are referred to by their titles', async () => {
  const markdown = await write(sample(), 'en', { ...sampleConfiguration, numberSections: false });
  expect(markdown).toContain('[Second part](#s-second-part)');
  expect(markdown).toContain('\n## First part\n');
});
