import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { gatherRules } from '../../scripts/gather-rules.mjs';
import createRule from '../../scripts/new-rule.mjs';
import { temporaryFolder } from '../host/temporary-folder.ts';

const block = (path: string, text: string) => `\`\`\`md ${path}\n${text}\n\`\`\`\n`;

function pageOf(id: string, settings = 'severity: error\n'): string {
  const [bad, good] = ['Bad.', 'Good.'].map((text) => block('source/demo/article.md', text));
  return `---\n${settings}---\n\n# ${id}\n\nIt should hold.\n\n## Fails\n${bad}\n## Passes\n${good}`;
}

const words = { message: 'Expected x, found {{found}}.', help: 'Do it.' };
const json = (rules: Record<string, unknown>) => JSON.stringify(rules);

/** A repository with two rules, one of them on wording, and nothing amiss. */
const repository = {
  'docs/rules/a-rule.md': pageOf('a-rule'),
  'docs/rules/on-wording.md': pageOf('on-wording'),
  'locales/en/cli.json': '{}',
  'locales/pt/cli.json': '{}',
  'locales/en/rules.json': json({ 'a-rule': words, 'on-wording': words }),
  'locales/pt/rules.json': json({ 'a-rule': words, 'on-wording': words }),
  'pipeline/text/check.ts': "diagnose('a-rule', location);\n",
  'pipeline/rules/quality/on-wording.ts': "export const onWording: QualityRule = { id: 'on-wording' };\n",
};

function gather(files: Record<string, string>) {
  const { problems, unfinished } = gatherRules(temporaryFolder({ ...repository, ...files }));
  return [...problems, ...unfinished];
}

test('a repository in order has no problem', () => {
  expect(gather({})).toEqual([]);
  expect(gatherRules(temporaryFolder(repository)).rules).toEqual([
    { id: 'a-rule', severity: 'error', pattern: undefined, expects: undefined, quality: undefined },
    { id: 'on-wording', severity: 'error', pattern: undefined, expects: undefined, quality: 'onWording' },
  ]);
});

const described = 'severity: error\nexamples: described\n';
test.each<[string, Record<string, string>, RegExp[]]>([
  [
    'a page without message',
    { 'locales/pt/rules.json': json({ 'on-wording': words }) },
    [
      /^locales\/pt\/rules\.json: write the message of a-rule\.$/,
      /^locales\/pt\/rules\.json: write the help of a-rule\.$/,
      /a-rule\.message has no such message, in English found: make them alike\.$/,
      /a-rule\.help has no such message, in English no holes: make them alike\.$/,
    ],
  ],
  [
    'a message without page',
    { 'locales/pt/rules.json': json({ 'a-rule': words, 'on-wording': words, other: words }) },
    [/^locales\/pt\/rules\.json: other has no page: write docs\/rules\/other\.md, or remove it here\.$/],
  ],
  [
    'a message with other holes',
    { 'locales/pt/rules.json': json({ 'a-rule': { ...words, message: '{{fuond}}' }, 'on-wording': words }) },
    [/a-rule\.message has fuond, in English found: make them alike\.$/],
  ],
  [
    'an empty message',
    { 'locales/pt/rules.json': json({ 'a-rule': { ...words, help: ' ' }, 'on-wording': words }) },
    [/a-rule\.help is no text\.$/],
  ],
  [
    'a page without a bad example',
    { 'docs/rules/a-rule.md': pageOf('a-rule').replace(/## Fails.*## Passes/s, '## Fails\n\n## Passes') },
    [/^docs\/rules\/a-rule\.md: "## Fails" has no example: write a fenced block/],
  ],
  [
    'a page without a good example',
    { 'docs/rules/a-rule.md': pageOf('a-rule').replace(/## Passes.*/s, '## Passes\nNothing.\n') },
    [/^docs\/rules\/a-rule\.md: "## Passes" has no example: write a fenced block/],
  ],
  [
    'a page whose examples are said to be described, and are not',
    { 'docs/rules/a-rule.md': pageOf('a-rule', described) },
    [
      /"examples: described" means words under "## Fails"/,
      /"examples: described" means words under "## Passes"/,
    ],
  ],
  [
    'a page without headings',
    { 'docs/rules/a-rule.md': pageOf('a-rule').replace(/## Fails.*/s, '') },
    [/^docs\/rules\/a-rule\.md: write what fails and what passes under "## Fails" and "## Passes"/],
  ],
  [
    'a page with another title and no explanation',
    { 'docs/rules/a-rule.md': pageOf('a-role').replace('It should hold.', '') },
    [/write "# a-rule"\.$/, /say between title and "## Fails" what should hold/],
  ],
  [
    'a page without severity',
    { 'docs/rules/a-rule.md': pageOf('a-rule', '') },
    [/write severity: error \| warning \| off into the front matter\.$/],
  ],
  [
    'a page with an unknown setting',
    { 'docs/rules/a-rule.md': pageOf('a-rule', 'severity: error\nseverty: off\n') },
    [/the front matter has no severty: write one of severity, /],
  ],
  [
    'a page whose front matter cannot be read',
    { 'docs/rules/a-rule.md': pageOf('a-rule', 'severity: [\n') },
    [/the front matter is no YAML/, /write severity/, /write "# a-rule"/, /write what fails/],
  ],
  [
    'a rule of one word',
    { 'docs/rules/word.md': pageOf('word'), 'pipeline/b.ts': "'word'" },
    [
      /word\.md: a rule is named by what should hold/,
      ...Array.from({ length: 4 }, () => /write the .+ of word/),
    ],
  ],
  [
    'a page that no code names',
    { 'pipeline/text/check.ts': '' },
    [/^docs\/rules\/a-rule\.md: no code names a-rule: report it with diagnose\('a-rule', …\)/],
  ],
  [
    'code that names no page',
    { 'pipeline/text/other.ts': "diagnose(\n  'other-rule',\n)" },
    [
      /^pipeline\/text\/other\.ts: other-rule has no page: write docs\/rules\/other-rule\.md \(npm run new rule other-rule\)/,
    ],
  ],
  [
    'a file of code that names no page',
    { 'pipeline/rules/quality/no-page.ts': 'export const noPage: QualityRule = {};' },
    [/^pipeline\/rules\/quality\/no-page\.ts: no-page has no page/],
  ],
  [
    'a pattern beside code',
    { 'docs/rules/on-wording.md': pageOf('on-wording', 'severity: error\npattern: x\nexpects: absent\n') },
    [/on-wording\.md: it has a pattern and code: remove one of them/],
  ],
  [
    'a pattern that says not what it expects',
    { 'docs/rules/a-rule.md': pageOf('a-rule', 'severity: error\npattern: x\n') },
    [/has both, pattern and expects: absent \| no-more-than-source \| same-as-source\.$/],
  ],
  [
    'a pattern that is none',
    { 'docs/rules/a-rule.md': pageOf('a-rule', "severity: error\npattern: '('\nexpects: absent\n") },
    [/Invalid regular expression/],
  ],
  [
    'a pattern that matches nothing at all',
    { 'docs/rules/a-rule.md': pageOf('a-rule', "severity: error\npattern: 'x*'\nexpects: absent\n") },
    [/let it match one character or more\.$/],
  ],
])('%s is told, with what to do', (_, files, expected) => {
  const told = gather(files);
  expect(told).toHaveLength(expected.length);
  for (const problem of expected) expect(told).toContainEqual(expect.stringMatching(problem));
});

describe('npm run new rule', () => {
  afterEach(() => {
    process.exitCode = undefined;
  });

  test.each<[string[], string[]]>([
    [[], ['docs/rules/new-rule.md', 'pipeline/rules/quality/new-rule.ts']],
    [['--pattern'], ['docs/rules/new-rule.md']],
    [['--stage'], ['docs/rules/new-rule.md']],
  ])('writes what a rule begins with, and tells what is left: %j', async (options, files) => {
    const root = temporaryFolder(repository);
    const told = await createRule('new-rule', root, options);
    const { rules, problems, unfinished } = gatherRules(root);
    expect(problems).toEqual([]);
    for (const file of files) {
      expect(existsSync(path.join(root, file))).toBe(true);
      expect(unfinished.some((line) => line.startsWith(file))).toBe(true);
    }
    expect(existsSync(path.join(root, 'pipeline/rules/quality/new-rule.ts'))).toBe(files.length === 2);
    for (const line of unfinished) expect(told).toContain(line);
    for (const language of ['en', 'pt'])
      expect(told).toContain(`locales/${language}/rules.json: new-rule.message: `);
    expect(rules.map(({ id }) => id)).toEqual(['a-rule', 'new-rule', 'on-wording']);
    expect(rules[1]?.quality).toBe(options.length === 0 ? 'newRule' : undefined);
  });

  test.each([
    ['a-rule', 'a-rule is a rule already: docs/rules/a-rule.md.'],
    ['word', 'word: say what should hold, in two words or more.'],
  ])('refuses %s', async (id, refusal) => {
    const root = temporaryFolder(repository);
    expect(await createRule(id, root, [])).toBe(refusal);
    expect(process.exitCode).toBe(1);
    expect(gatherRules(root).rules).toHaveLength(2);
  });
});
