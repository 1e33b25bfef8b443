import officialSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { reportGithub } from '../../pipeline/rules/report/github.ts';
import { reportJson } from '../../pipeline/rules/report/json.ts';
import { reportSarif } from '../../pipeline/rules/report/sarif.ts';
import { reportTerminal } from '../../pipeline/rules/report/terminal.ts';
import { finding, makeReport, marked } from './make-report.ts';

const article = marked('source/a b/article.md', 'It is [1,528 km](‹border:ec-pe#lenght›) long.\n');
const record = marked('source/a b/entities/x.yaml', 'border:ec-pe:\n  ‹length›: 3\n');
const report = makeReport(
  [
    finding(
      article.location,
      { message: 'Expected a property, found lenght: 100%,\nnot "length".', help: 'Did you mean length?' },
      { related: [{ location: record.location, role: 'record' }] },
    ),
    finding(record.location, { message: 'Expected nothing.' }, { severity: 'warning', rule: 'file-is-utf8' }),
  ],
  { [article.location.path]: article.text, [record.location.path]: record.text },
);

test('for people: what, where, the lines, the other place, the next step, the page, a count', () => {
  expect(reportTerminal(report, { color: false, width: 80 })).toMatchInlineSnapshot(`
    "report.error link-resolves demo/source/a b/article.md:1:18
      Expected a property, found lenght: 100%,<U+000A>not "length".
       1 │ It is [1,528 km](border:ec-pe#lenght) long.
         │                  ^^^^^^^^^^^^^^^^^^^
      related.record: demo/source/a b/entities/x.yaml:2:3
       2 │   length: 3
         │   ^^^^^^
      report.help Did you mean length?
      report.rule docs/rules/link-resolves.md

    report.warning file-is-utf8 demo/source/a b/entities/x.yaml:2:3
      Expected nothing.
       2 │   length: 3
         │   ^^^^^^
      report.rule docs/rules/file-is-utf8.md

    report.errors 1, report.warnings 1 report.files 2
    "
  `);
});

test('no findings, no words', () => {
  expect(reportTerminal(makeReport([]), { color: true, width: 80 })).toBe('');
  expect(reportGithub(makeReport([]))).toBe('');
  expect(JSON.parse(reportJson(makeReport([])))).toEqual({
    version: 1,
    errors: 0,
    warnings: 0,
    findings: [],
  });
});

test('colours are there only when asked for', () => {
  const sequence = '\u001B[';
  expect(reportTerminal(report, { color: true, width: 80 })).toContain(sequence);
  expect(reportTerminal(report, { color: false, width: 80 })).not.toContain(sequence);
});

test('after a hundred findings people are told how many more there are', () => {
  const many = Array.from({ length: 130 }, () => finding(article.location, { message: 'x' }));
  const text = reportTerminal(makeReport(many), { color: false, width: 80 });
  expect(text).toContain('report.more 30');
  expect(text).toContain('report.errors 130');
});

test('as JSON', () => {
  expect(JSON.parse(reportJson(report))).toMatchObject({
    version: 1,
    errors: 1,
    warnings: 1,
    findings: [
      {
        rule: 'link-resolves',
        severity: 'error',
        help: 'Did you mean length?',
        path: 'demo/source/a b/article.md',
        start: { line: 1, column: 18 },
        end: { line: 1, column: 37 },
        related: [{ role: 'record', path: 'demo/source/a b/entities/x.yaml', start: { line: 2, column: 3 } }],
      },
      { rule: 'file-is-utf8', severity: 'warning' },
    ],
  });
});

test('as workflow commands, with all that could end them early escaped', () => {
  const [first, second] = reportGithub(report).split('\n');
  expect(first).toBe(
    '::error file=demo/source/a b/article.md,line=1,endLine=1,col=18,endColumn=37,title=link-resolves::' +
      'Expected a property, found lenght: 100%25,%0Anot "length".%0ADid you mean length?' +
      '%0Arelated.record: demo/source/a b/entities/x.yaml:2:3',
  );
  expect(second).toMatch(/^::warning file=/);
  const odd = { ...article.location, path: 'a,b:c%.md' };
  expect(reportGithub(makeReport([finding(odd, {})]))).toContain('file=demo/a%2Cb%3Ac%25.md,');
});

test('as SARIF that its official schema accepts', () => {
  const { id: _, $schema: __, ...schema } = officialSchema;
  // The schema is in draft 4, but for `id` all it uses means the same in draft 7.
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  for (const given of [report, makeReport([])]) {
    validate(JSON.parse(reportSarif(given)));
    expect(validate.errors ?? []).toEqual([]);
  }
  expect(validate({ version: '2.1.0', runs: [{ tool: {} }] })).toBe(false);
  expect(JSON.parse(reportSarif(report)).runs[0]).toMatchObject({
    tool: { driver: { name: 'tinkuy', rules: [{ id: 'file-is-utf8' }, { id: 'link-resolves' }] } },
    columnKind: 'utf16CodeUnits',
    results: [
      {
        ruleId: 'link-resolves',
        ruleIndex: 1,
        level: 'error',
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'demo/source/a%20b/article.md' },
              region: { startLine: 1, startColumn: 18, endLine: 1, endColumn: 37 },
            },
          },
        ],
        relatedLocations: [{ id: 0, message: { text: 'related.record' } }],
      },
      { level: 'warning' },
    ],
  });
});
