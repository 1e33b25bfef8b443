import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { judge } from '../judge.ts';
import { copyFixture } from './copy-fixture.ts';
import { runInProcess } from './run-in-process.ts';

let folder: string;
const read = (at: string): string => readFileSync(path.join(folder, at), 'utf8');
const change = (at: string, from: string | RegExp, to: string): void => {
  const before = read(at);
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  writeFileSync(path.join(folder, at), after);
};

interface Finding {
  rule: string;
  severity: string;
  path: string;
  message: string;
}

async function check(...options: string[]): Promise<{ code: number | null; findings: Finding[] }> {
  const { code, out } = await runInProcess(folder, 'check', '--reporter', 'json', ...options);
  return { code, findings: (JSON.parse(out) as { findings: Finding[] }).findings };
}

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tinkuy-'));
  copyFixture('edition-with-gaps', folder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('an edition that reaches its threshold', () => {
  test('is published, with one warning for all its gaps', async () => {
    const { code, findings } = await check();
    expect(code).toBe(0);
    expect(findings).toMatchObject([
      { rule: 'edition-is-complete', severity: 'warning', path: 'locales/pt/saywa.po' },
    ]);
    expect(findings[0]?.message).toContain(
      '39 % of the words translated and confirmed (segments not translated: 8, to be confirmed: 3; names and texts of entities missing: 3)',
    );
    expect((await runInProcess(folder, 'build')).code).toBe(0);
    for (const file of ['saywa.md', 'saywa-register.md'])
      expect(existsSync(path.join(folder, 'dist/pt', file))).toBe(true);
  });

  test('is not published where warnings count as errors', async () => {
    expect((await runInProcess(folder, 'build', '--strict')).code).toBe(1);
    expect(existsSync(path.join(folder, 'dist'))).toBe(false);
  });

  test('shows the source’s words in the gaps, marked with their language', async () => {
    await runInProcess(folder, 'build');
    const edition = read('dist/pt/saywa.md');
    // A paragraph, a heading of a box, a caption, a cell, a footnote, a keyword, a statement of rights.
    for (const gap of [
      '\n<span lang="en">A marker is [a sign that shows where the line runs](saywa-register.md#concept-marker--definition).</span>\n',
      '**Quadro 1. <span lang="en">What counts as a marker</span>**',
      '**Tabela 1.** <span lang="en">Lengths</span>',
      '| <span lang="en">Border</span> | Comprimento |',
      '[^markers]: <span lang="en">The last marker was set on',
      'fronteiras; <span lang="en">markers</span>',
      '**Direitos:** <span lang="en">The license covers the words only.</span>',
    ]) {
      expect(edition).toContain(gap);
    }
    // Names and texts that the records lack.
    const register = read('dist/pt/saywa-register.md');
    expect(register).toContain('**<span lang="en">boundary marker</span>**');
    expect(register).toContain('**Peru**. <span lang="en">Country on the Pacific</span>');
    expect(edition).toContain('## 1 A fronteira\n');
    expect(edition).not.toContain('Uma fronteira e seus marcos');
  });

  test('writes values within a gap by the customs of the words around them', async () => {
    await runInProcess(folder, 'build');
    const edition = read('dist/pt/saywa.md');
    expect(edition).toContain(
      'The line is [1,528\u00a0km](saywa-register.md#border-ec-pe--length) long and begins in Peru;',
    );
    expect(edition).toContain(
      '| <span lang="en">Peru and Ecuador</span> | [1.528\u00a0km](saywa-register.md#border-ec-pe--length) |',
    );
    expect(read('dist/pt/saywa-register.md')).toContain('Extensão: 1.528\u00a0km');
  });

  test('has a register that says that its edition’s title is the source’s', async () => {
    await runInProcess(folder, 'build');
    const register = read('dist/pt/saywa-register.md');
    expect(register).toContain('subtitle: A border and its markers\n');
    expect(register).toContain('in-source-language:\n  - subtitle\n');
    expect(register).toContain('**Edição:** [<span lang="en">A border and its markers</span>](saywa.md)\n');
    expect(read('dist/en/saywa-register.md')).not.toContain('in-source-language');
  });

  test('says of itself how complete it is', async () => {
    await runInProcess(folder, 'build');
    expect(read('dist/pt/saywa.md')).toContain(`translation:
  status: incomplete
  segments: 18
  translated: 7
  fuzzy: 3
  untranslated: 8
  words: 94
  words-translated: 37
  percent: 39
  source-language: en
  in-source-language:
    - title
    - keywords/1
    - licence/statement
`);
    expect(read('dist/pt/saywa.md')).toContain('Incompleta: 39 % das palavras estão traduzidas');
    const { '@graph': graph } = JSON.parse(read('dist/data/saywa.jsonld')) as {
      '@graph': Record<string, unknown>[];
    };
    const base = 'https://example.org/saywa/';
    const node = (id: string) => graph.find((found) => found['@id'] === base + id);
    expect(node('edition/saywa/pt')).toMatchObject({
      'schema:creativeWorkStatus': 'incomplete',
      'dqv:hasQualityMeasurement': { '@id': `${base}edition/saywa/pt#words-translated` },
    });
    expect(node('edition/saywa/pt#words-translated')).toMatchObject({
      '@type': 'dqv:QualityMeasurement',
      'dqv:value': { '@type': 'xsd:decimal', '@value': '39' },
    });
    expect(node('edition/saywa/en')).not.toHaveProperty('dqv:hasQualityMeasurement');
  });

  test('gives the data no words in the wrong language', async () => {
    await runInProcess(folder, 'build');
    const { '@graph': graph } = JSON.parse(read('dist/data/saywa.jsonld')) as {
      '@graph': Record<string, unknown>[];
    };
    const tagged = JSON.stringify(graph).match(/"pt":"[^"]*"|"@language":"pt","@value":"[^"]*"/g) ?? [];
    expect([...new Set(tagged.map((text) => text.replace(/^.*:/, '')))].sort()).toEqual([
      '"As classes de uma coisa decorrem do tipo do seu identificador, segundo o esquema desse tipo."',
      '"Equador"',
      '"Fronteira entre Equador e Peru"',
      '"O comprimento da fronteira e quem cuida dela."',
      '"Peru"',
      '"Um conceito tem os seus nomes como rótulos preferidos, pertence ao esquema da sua publicação e é conceito superior onde nada é mais amplo; o que é mais amplo que outro o tem como mais específico."',
      '"Uma medição é uma observação, com o que se observou, a propriedade e o período, e tem o seu lugar no cubo de todas as medições."',
      '"fronteiras"',
    ]);
    const flat = JSON.parse(read('dist/pt/saywa.jsonld')) as Record<string, unknown>;
    expect(flat).toMatchObject({
      creativeWorkStatus: 'incomplete',
      headline: { '@language': 'en', '@value': 'A border and its markers' },
      abstract: 'O comprimento da fronteira e quem cuida dela.',
      keywords: ['fronteiras', { '@language': 'en', '@value': 'markers' }],
    });
  });

  const pandoc = judge('pandoc');
  test('marks gaps so that pandoc takes the marks for what they are', pandoc.options, async () => {
    await runInProcess(folder, 'build');
    for (const dialect of ['markdown', 'gfm']) {
      const { stdout } = await pandoc.ask(['-f', dialect, '-t', 'html'], read('dist/pt/saywa.md'));
      expect(stdout).toMatch(
        /<p><span lang="en">A\s+marker\s+is\s+<a\s+href="saywa-register\.md#concept-marker--definition">/,
      );
      expect(stdout).toMatch(/<th[^>]*><span\s+lang="en">Border<\/span><\/th>/);
    }
  });

  test('names gaps in any language of the messages', async () => {
    const { findings } = await check('--lang', 'pt');
    expect(findings[0]?.message).toContain('encontraram-se 39 % das palavras');
  });
});

describe('an edition below its threshold', () => {
  beforeEach(() => change('tinkuy.yaml', 'threshold: 39.3', 'threshold: 39.4'));

  test('is held, and the others are published without naming it', async () => {
    const { code, findings } = await check();
    expect(code).toBe(0);
    expect(findings).toMatchObject([
      { rule: 'edition-reaches-its-threshold', severity: 'warning', path: 'locales/pt/saywa.po' },
    ]);
    expect((await runInProcess(folder, 'build')).code).toBe(0);
    expect(existsSync(path.join(folder, 'dist/pt'))).toBe(false);
    const edition = read('dist/en/saywa.md');
    for (const file of [edition, read('dist/en/saywa-register.md')])
      expect(file).not.toMatch(/alternates|Other editions|\/pt/);
    for (const data of ['dist/data/saywa.jsonld', 'dist/en/saywa.jsonld', 'dist/manifest.json']) {
      expect(read(data)).not.toMatch(/edition\/saywa\/pt|pt\/saywa/);
    }
  });

  test('leaves dist/ with what an earlier build wrote of it', async () => {
    change('tinkuy.yaml', 'threshold: 39.4', 'threshold: 0');
    await runInProcess(folder, 'build');
    expect(existsSync(path.join(folder, 'dist/pt/saywa.md'))).toBe(true);
    writeFileSync(path.join(folder, 'dist/pt/mine.txt'), 'not ours');
    change('tinkuy.yaml', 'threshold: 0', 'threshold: 100');
    expect((await runInProcess(folder, 'build')).out).toMatch(/7 removed/);
    for (const file of ['saywa.md', 'saywa-register.md'])
      expect(existsSync(path.join(folder, 'dist/pt', file))).toBe(false);
    expect(read('dist/pt/mine.txt')).toBe('not ours');
  });

  test('is checked all the same, and keeps no other edition back', async () => {
    change('locales/pt/saywa.po', '1.528', '1.529');
    const { code, findings } = await check();
    expect(code).toBe(0);
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'statement-agrees-across-editions', severity: 'warning' }),
    );
    change('tinkuy.yaml', 'threshold: 39.4', 'threshold: 10');
    expect((await check()).code).toBe(1);
  });

  test('has a catalog yet to be made', async () => {
    rmSync(path.join(folder, 'locales'), { recursive: true });
    const { code, findings } = await check();
    expect(code).toBe(0);
    expect(findings).toMatchObject([{ rule: 'edition-reaches-its-threshold', path: 'tinkuy.yaml' }]);
    expect(findings[0]?.message).toContain('found no catalog');
  });

  test('is no reason to build where the source edition cannot be', async () => {
    change('tinkuy.yaml', 'en: en-US', 'en: { tag: en-US, threshold: 100 }');
    expect((await runInProcess(folder, 'build')).code).toBe(0);
    expect(existsSync(path.join(folder, 'dist/en/saywa.md'))).toBe(true);
  });
});

describe('without a threshold', () => {
  test('every gap is an error, and nothing is published', async () => {
    change('tinkuy.yaml', '{ tag: pt-BR, threshold: 39.3 }', 'pt-BR');
    const { code, findings } = await check();
    expect(code).toBe(1);
    const count = (rule: string) => findings.filter((finding) => finding.rule === rule).length;
    expect(count('segment-is-translated')).toBe(8);
    expect(count('translation-is-confirmed')).toBe(3);
    expect(count('edition-is-complete')).toBe(0);
    expect(count('label-is-in-every-language')).toBe(1);
  });
});

test.each(['-1', '100.5', 'much', '"90"'])('a threshold of %s is a finding', async (found) => {
  change('tinkuy.yaml', '39.3', found);
  const { code, findings } = await check();
  expect(code).toBe(1);
  expect(findings).toContainEqual(expect.objectContaining({ rule: 'configuration-is-valid' }));
});

describe('a page', () => {
  beforeEach(() => {
    rmSync(folder, { recursive: true });
    copyFixture('pages-in-place', folder);
    change('locales/pt/readme.po', /msgstr "[^"]+"\n\n/, 'msgstr ""\n\n');
  });

  test('has its gaps marked, or is held, as an edition is', async () => {
    expect((await check()).code).toBe(1);
    change('tinkuy.yaml', 'pt: pt-BR', 'pt: { tag: pt-BR, threshold: 10 }');
    const { code, findings } = await check();
    expect(code).toBe(0);
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'edition-is-complete', path: 'locales/pt/readme.po' }),
    );
    rmSync(path.join(folder, 'README.pt.md'), { force: true });
    expect((await runInProcess(folder, 'build')).code).toBe(0);
    expect(read('README.pt.md')).toContain('<span lang="en">');

    rmSync(path.join(folder, 'README.pt.md'));
    change('tinkuy.yaml', 'threshold: 10', 'threshold: 100');
    expect((await runInProcess(folder, 'build')).code).toBe(0);
    expect(existsSync(path.join(folder, 'README.pt.md'))).toBe(false);
    expect(existsSync(path.join(folder, 'README.es.md'))).toBe(true);
  });
});
