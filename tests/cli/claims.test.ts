import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { useBuiltProject } from './bad-project.ts';
import { type Finding, writeMarked } from './expect-finding.ts';
import { runInProcess } from './run-in-process.ts';

const { refuses, copyBase } = useBuiltProject();
const at = 'source/demo/entities/more.yaml';
/** A file of the project, or of the publication of this repository. */
const read = (file: string): string =>
  readFileSync(
    new URL(
      file.replace(/^base\//, '../fixtures/rule-base/').replace(/^own\//, '../../source/peru-borders/'),
      import.meta.url,
    ),
    'utf8',
  );
const concept = (slug: string, more = '') =>
  `concept:${slug}:\n  name: { en: The ${slug}, es: El ${slug}, pt: O ${slug} }\n${more}`;
const law = (more: string) => `law:act:\n  name: { en: The act, es: La ley, pt: A lei }\n${more}`;

describe('what the data would claim and the text does not hold', () => {
  refuses([
    [
      'a concept that is its own broader',
      { [at]: concept('a', '  broader: ‸concept:a\n') },
      'parts-form-no-cycle',
    ],
    [
      'a circle of three concepts',
      {
        [at]: [
          concept('a', '  broader: ‸concept:b\n'),
          concept('b', '  broader: concept:c\n'),
          concept('c', '  broader: concept:a\n'),
        ].join(''),
      },
      'parts-form-no-cycle',
    ],
    [
      'a record whose source does not exist',
      { [at]: law('  recordedFrom:\n    - work: ‸work:nowhere\n') },
      'reference-resolves',
    ],
    [
      'a record that contradicts a sentence',
      {
        'source/demo/entities/base.yaml': read('base/source/demo/entities/base.yaml').replace(
          'border:ec-pe:\n',
          '$&  length: { value: 1529, unit: km }\n',
        ),
        'source/demo/article.md': read('base/source/demo/article.md').replace('[1,528', '‸$&'),
      },
      'statement-agrees-with-record',
    ],
    [
      'a relation that one edition only states',
      {
        'source/demo/article.md': `---
title: Two countries and a border
language: en
licence: { text: all-rights-reserved, data: all-rights-reserved }
---

[Peru](border:ec-pe#between "country:peru") is large.
`,
        'locales/es/demo.po': `msgid ""
msgstr ""
"Language: es\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

msgid "Two countries and a border"
msgstr "Dos países y una frontera"

msgid "[Peru](border:ec-pe#between \\"country:peru\\") is large."
msgstr "‸El Perú es grande."
`,
      },
      'mentions-agree-across-editions',
    ],
  ]);

  test('broader and narrower that say the same are no circle', async () => {
    const folder = copyBase();
    writeMarked(folder, {
      'schemas/types/concept.json': read('own/schemas/types/concept.json'),
      [at]: concept('a', '  broader: concept:b\n') + concept('b', '  narrower: [concept:a]\n'),
    });
    const { code, out } = await runInProcess(folder, 'check');
    expect(out).not.toContain('parts-form-no-cycle');
    expect(code).toBe(0);
  });
});

/** A publication in English alone. */
const project = (body: string, entities = '', title = 'A text', more: Record<string, string> = {}) => ({
  'tinkuy.yaml': 'base: https://example.org/\neditions: { en: en-US }\n',
  'source/demo/article.md': `---\ntitle: ${JSON.stringify(title)}\nlanguage: en\nlicence: { text: all-rights-reserved, data: all-rights-reserved }\n---\n\n${body}\n`,
  ...(entities === '' ? {} : { 'source/demo/entities/all.yaml': entities }),
  ...more,
});

async function build(files: Record<string, string>): Promise<(file: string) => string> {
  const folder = temporaryFolder(files);
  const { code, out, err } = await runInProcess(folder, 'build', '--strict');
  expect(out + err).not.toContain('rror');
  expect(code).toBe(0);
  return (file) => readFileSync(path.join(folder, 'dist', file), 'utf8');
}

describe('what is small, large or rare', () => {
  test('a publication without entities, in one edition', async () => {
    const file = await build(project('Nothing is named here.'));
    expect(file('en/demo.md')).toContain('Nothing is named here.');
    expect(file('data/demo.nt')).not.toContain('/id/');
    expect(file('data/demo.nt')).not.toContain('skos/core#ConceptScheme');
  });

  test('five thousand entities take no more than in proportion', async () => {
    const names = (count: number) =>
      Array.from({ length: count }, (_, index) => `place:p-${index}: { name: { en: Place ${index} } }`);
    const spend = async (count: number): Promise<number> => {
      const links = names(count).map((_, index) => `[Place ${index}](place:p-${index})`);
      const paragraphs = Array.from(
        { length: count / 50 },
        (_, index) => `${links.slice(index * 50, index * 50 + 50).join(', ')}.`,
      );
      const folder = temporaryFolder(project(paragraphs.join('\n\n'), names(count).join('\n')));
      const before = process.cpuUsage();
      const { out } = await runInProcess(folder, 'check', '--no-cache', '--reporter', 'json');
      const { user, system } = process.cpuUsage(before);
      expect((JSON.parse(out) as { findings: Finding[] }).findings).toEqual([]);
      return user + system;
    };
    await spend(50);
    const small = await spend(1000);
    // Five times as many; what is square would take twenty-five times as long.
    expect(await spend(5000)).toBeLessThan(small * 12);
  }, 300_000);

  test('titles with markup, quotes and letters from right to left, a person without a family name', async () => {
    const title = 'On *x* & “y”: "z" [a](b) مرحبا';
    const records = [
      'person:atahualpa: { name: { en: Atahualpa } }',
      `place:quoted: { name: { en: ${JSON.stringify('A "place" & <i>more</i>')} } }`,
    ].join('\n');
    const item = {
      id: 'k',
      type: 'book',
      title,
      author: [{ given: 'Atahualpa' }],
      issued: { 'date-parts': [[1532]] },
    };
    const file = await build(
      project(
        '[Atahualpa](person:atahualpa) was [there](place:quoted) ([Atahualpa, 1532](work:k)).',
        records,
        title,
        { 'source/demo/references.json': JSON.stringify([item]) },
      ),
    );
    const data = file('data/demo.nt');
    expect(data).toMatch(/"On x & “y”: \\"z\\" a مرحبا"@en/u);
    expect(data).toContain('"Atahualpa"@en');
    expect(data).toContain('A \\"place\\" & <i>more</i>');
    expect(file('en/demo.md')).toContain('Atahualpa');
  });
});
