import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Finding } from './expect-finding.ts';
import { runInProcess } from './run-in-process.ts';

type Row = [what: string, schema: object, value: string, inShape: string];

const string = (pattern: string) => ({ type: 'string', pattern });
const comment = (pattern: string, beyond: string) =>
  `rdfs:comment "Not in this shape: the pattern ${pattern} of the schema, for XPath has no ${beyond}."@en`;
const rows: Row[] = [
  ['a bound in exponent form', { type: 'number', minimum: 2.5e-7 }, '2', 'sh:minInclusive 0.00000025'],
  [
    'a large one',
    { type: 'number', maximum: 1e21 },
    '3',
    'sh:maxInclusive "1000000000000000000000"^^xsd:decimal',
  ],
  ['one below nought', { type: 'number', exclusiveMinimum: -1.5e-8 }, '0', 'sh:minExclusive -0.000000015'],
  [
    'one of whole numbers',
    { type: 'integer', maximum: 1e22 },
    '3',
    'sh:maxInclusive 10000000000000000000000',
  ],
  ['a digit in a class', string('^[A-F\\d]{4}$'), 'A1F9', 'sh:pattern "^[A-F0-9]{4}$"'],
  ['a digit alone', string('^\\d{2}$'), '"19"', 'sh:pattern "^[0-9]{2}$"'],
  ['a word in a negated class', string('^[^\\w]$'), '"-"', 'sh:pattern "^[^0-9A-Z_a-z]$"'],
  ['a look ahead', string('^(?=a)[a-c]+$'), 'abc', comment('^(?=a)[a-c]+$', '(?=')],
  ['a look behind', string('b(?<!ab)c'), 'bc', comment('b(?<!ab)c', '(?<!')],
  ['a reference to a group', string('^(a|b)\\1$'), 'aa', comment('^(a|b)\\\\1$', '\\\\1')],
  ['a word boundary', string('\\bflat\\b'), 'salt flat', comment('\\\\bflat\\\\b', '\\\\b')],
];

/** Text of a Turtle file with one space where it has several. */
const flat = (text: string): string => text.replaceAll(/\s+/g, ' ');

describe('limits of a schema are in the shapes of its data, or are said not to be', () => {
  const built = {
    findings: [] as Finding[],
    code: undefined as number | null | undefined,
    shapes: '',
    page: '',
  };
  beforeAll(async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'tinkuy-'));
    const write = (at: string, text: string): void => {
      mkdirSync(path.dirname(path.join(folder, at)), { recursive: true });
      writeFileSync(path.join(folder, at), text);
    };
    const off = 'rules: { record-is-used: off, furniture-is-translated: off }';
    write('tinkuy.yaml', `base: https://example.org/\neditions: { en: en-US }\n${off}\n`);
    const licence = 'licence: { text: https://example.org/l, data: https://example.org/l }\n';
    write('source/t/article.md', `---\ntitle: Wells\nlanguage: en\n${licence}---\n\nWells.\n`);
    const properties = Object.fromEntries(rows.map(([, schema], index) => [`p${index}`, schema]));
    const allOf = [{ $ref: 'https://w3id.org/tinkuy/schemas/types/location.json' }];
    const head = { title: 'Well', description: 'A hole that gives water.', type: 'object' };
    write('schemas/types/well.json', JSON.stringify({ ...head, allOf, properties }));
    const said = rows.map(([, , value], index) => `  p${index}: ${value}\n`).join('');
    write('source/t/entities/e.yaml', `well:w1:\n  name: { en: Old Well }\n${said}`);
    const { code, out } = await runInProcess(folder, 'build', '--no-cache', '--reporter', 'json');
    const read = (at: string) => readFileSync(path.join(folder, at), 'utf8');
    built.findings = (JSON.parse(out) as { findings: Finding[] }).findings;
    built.code = code;
    if (code === 0) built.shapes = flat(read('dist/data/shapes.ttl'));
    await runInProcess(folder, 'generate');
    built.page = read('docs/vocabulary.md');
    rmSync(folder, { recursive: true, force: true });
  }, 120_000);

  test('and the data fit them', () => {
    expect([built.code, built.findings]).toEqual([0, []]);
  });

  test.each(rows.map(([what, , , inShape], index) => [what, index, inShape] as const))(
    '%s',
    (_, index, inShape) => {
      const [, shape = ''] = built.shapes.split(`shapes#Well.p${index}> a sh:PropertyShape`);
      expect(shape.split(' . <')[0]).toContain(inShape);
    },
  );

  test('the page of the vocabulary lists the patterns that no shape has', () => {
    const [, listed = ''] = built.page.split('Patterns that no shape has:');
    const named = [...listed.matchAll(/^\| \[well\]\(#well\) \| `(p\d+)`/gm)].map(([, name]) => name);
    expect(named).toEqual(['p7', 'p8', 'p9', 'p10']);
    expect(listed).toContain('`^(a\\|b)\\1$`');
  });
});
