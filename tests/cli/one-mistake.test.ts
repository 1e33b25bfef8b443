import { describe, expect, test } from 'vitest';
import {
  body,
  catalog,
  chile,
  configuration,
  frontMatter,
  head,
  records,
  schema,
  useBuiltProject,
} from './bad-project.ts';
import { type Files, writeMarked } from './expect-finding.ts';
import { runInProcess } from './run-in-process.ts';

const { copyBase, refuses } = useBuiltProject();
const spanish = 'locales/es/demo.po';

/** The findings that are errors, but for those about translations that a changed text lacks. */
async function errorsOf(files: Files): Promise<string[]> {
  const folder = copyBase();
  writeMarked(folder, files);
  const { out } = await runInProcess(folder, 'build', '--reporter', 'json');
  const { findings } = JSON.parse(out) as {
    findings: { rule: string; severity: string; path: string; start: { line: number; column: number } }[];
  };
  return findings
    .filter(({ rule, severity }) => severity === 'error' && rule !== 'segment-is-translated')
    .map(({ rule, path, start }) => `${rule} ${path}:${start.line}:${start.column}`);
}

const article = 'source/demo/article.md';

describe('one mistake is one finding', () => {
  test.each<[string, Files, string]>([
    [
      'a front matter that is no YAML',
      frontMatter('title: [A\nlanguage: en\n'),
      `yaml-is-well-formed ${article}:3:1`,
    ],
    [
      'an abstract that is too long',
      frontMatter(`${head}abstract: ${'lorem '.repeat(5_000)}\n`),
      `paragraph-has-bounded-length ${article}:5:1`,
    ],
    [
      'an abstract of many lines that is too long',
      frontMatter(`${head}abstract: |\n${'  lorem ipsum: dolor\n'.repeat(2_000)}`),
      `paragraph-has-bounded-length ${article}:5:1`,
    ],
    ['no front matter', { [article]: 'Text.\n' }, `front-matter-is-well-formed ${article}:1:1`],
    [
      'a language without an edition',
      frontMatter(head.replace('language: en', 'language: fr')),
      `front-matter-is-well-formed ${article}:3:11`,
    ],
    [
      'an edition that is misspelt',
      configuration('editions: { en: en-US, es: es-PE, pt: ptt-BR }\n'),
      'configuration-is-valid tinkuy.yaml:1:39',
    ],
    [
      'a catalog that cannot be read',
      { [spanish]: 'msgid "a\nmsgstr "b"\n' },
      `catalog-is-well-formed ${spanish}:1:7`,
    ],
    [
      'a link to an entity that the segment links too',
      catalog('[Perú](country:peru)', '[Perú](country:ecuador)'),
      `link-target-is-kept ${spanish}:25:5`,
    ],
    [
      'a number with an exponent',
      chile('  area: 1e999\n'),
      'value-has-the-right-type source/demo/entities/more.yaml:3:9',
    ],
  ])('%s', async (_, files, finding) => {
    expect(await errorsOf(files)).toEqual([finding]);
  });

  test('a front matter with a mistake in every key', async () => {
    const files = frontMatter(`${head}subtitle:
keywords: [a, b, a, 2007]
authors: [{ orcid: x }, Ana]
translators: { Spanish: [{ name: A }] }
version: 1
status: final
date: 99
canonical: "javascript:x"
basedOn: { titel: x, date: 2001-13 }
`);
    const shown = (await errorsOf(files)).map((line) => line.replace(` ${article}`, ''));
    expect(shown).toEqual([
      ...['5:10', '6:18', '6:21', '7:11', '7:20', '7:25', '8:16', '9:10', '10:9', '11:7', '12:12'].map(
        (at) => `front-matter-is-well-formed:${at}`,
      ),
      'front-matter-is-well-formed:13:10',
      'front-matter-is-well-formed:13:12',
      'date-exists:13:28',
    ]);
  });
});

describe('an address that a browser would run', () => {
  refuses([
    ['in a link', body('‸[x](JavaScript:alert(1))'), 'iri-scheme-is-safe'],
    ['hidden by characters that browsers drop', body('‸[x](&#9;java&#10;script:a)'), 'iri-scheme-is-safe'],
    ['in an image', body('‸![x](data:text/html,x)'), 'iri-scheme-is-safe'],
    ['between angle brackets', body('‸<vbscript:x>'), 'iri-scheme-is-safe'],
    ['in a text of the front matter', frontMatter(`${head}abstract: A ‸[x](data:a)\n`), 'iri-scheme-is-safe'],
    ['in a record', chile('  sameAs: ‸"javascript:alert(1)"\n'), 'iri-scheme-is-safe'],
    [
      'in a licence',
      frontMatter(head.replace('{ text: all-rights-reserved', '{ text: ‸"javascript:x"')),
      'front-matter-is-well-formed',
    ],
  ]);
  test('others are followed', async () => {
    const links = '[a](b.html) [c](mailto:a@example.org) [d](doi:10.1/x) [e](//example.org) [f](?g:h)';
    expect(await errorsOf(body(links))).toEqual([]);
  });
});

describe('a place', () => {
  refuses([
    [
      'of a language without an edition is its key',
      {
        ...configuration(
          'editions: { en: en-US, es: es-PE, pt: pt-BR }\nrules: { language-is-published: error }\n',
        ),
        ...records('country:chile:\n  name: { en: A, es: A, pt: A, ‸fr: A }\n'),
      },
      'language-is-published',
    ],
    [
      'of a schema from elsewhere is its $ref',
      schema(
        '{ "title": "Lake", "type": "object", "properties": { "depth": { "title": "Depth", "$ref": ‸"https://example.org/values.json" } } }',
      ),
      'schema-reference-resolves',
    ],
    [
      'of HTML in a folded text is its line',
      frontMatter(`${head}abstract: >\n  One\n  ‸<b>two</b>\n`),
      'html-is-allowed',
    ],
  ]);
});
