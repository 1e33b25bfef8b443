import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { packageRoot } from '../package-root.ts';
import { copyFixture } from './copy-fixture.ts';
import { type Files, type Finding, writeMarked } from './expect-finding.ts';
import { readTutorial } from './read-tutorial.ts';
import { runInProcess } from './run-in-process.ts';

/** A copy of the project with rules of its own, with these files over it. */
function copyProject(files: Record<string, string> = {}): string {
  const folder = temporaryFolder();
  copyFixture('own-rules', folder);
  for (const [at, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, at)), { recursive: true });
    writeFileSync(path.join(folder, at), text);
  }
  return folder;
}

async function check(folder: string, ...options: string[]) {
  const { code, out } = await runInProcess(folder, 'check', '--reporter', 'json', ...options);
  const { findings } = JSON.parse(out) as { findings: (Finding & { severity: string })[] };
  return { code, findings };
}

function place({ rule, severity, path: at, start }: Finding & { severity: string }): string {
  return `${severity} ${rule} ${at}:${start.line}:${start.column}`;
}

const words = { en: 'A', es: 'B', pt: 'C' };
const message = `message: ${JSON.stringify(words)}\n`;

describe('a project’s own rules', () => {
  test('find what they name in texts, translations and pages, at its place', async () => {
    const { code, findings } = await check(copyProject());
    expect(findings.map(place)).toEqual([
      'warning no-empty-words guide.md:3:9',
      'warning no-empty-words locales/es/demo.po:15:19',
      'warning write-dashes locales/es/demo.po:20:13',
      'warning no-empty-words locales/es/demo.po:20:24',
      'warning no-empty-words locales/es/demo.po:27:36',
      'error codes-are-kept locales/es/demo.po:27:69',
      'warning no-empty-words locales/es/demo.po:47:16',
      'warning no-empty-words locales/es/guide.po:20:21',
      'error codes-are-kept locales/pt/demo.po:27:9',
      'warning no-empty-words source/demo/article.md:2:8',
      'warning no-empty-words source/demo/article.md:11:6',
      'warning no-empty-words source/demo/article.md:13:30',
      'warning no-empty-words source/demo/article.md:17:3',
      'warning no-empty-words source/demo/article.md:17:17',
      'warning no-empty-words source/demo/article.md:19:7',
    ]);
    expect(code).toBe(1);
  });

  test('say what the project wrote, in the language of messages, and what to do', async () => {
    const at = (findings: Finding[], line: number, rule: string) =>
      findings.find(
        (each) => each.path.includes('/es/demo') && each.start.line === line && each.rule === rule,
      );
    const { findings } = await check(copyProject(), '--lang', 'es');
    expect(at(findings, 27, 'no-empty-words')?.message).toBe(
      'Se esperaban palabras que digan algo y se encontró “muy”.',
    );
    expect(at(findings, 27, 'codes-are-kept')?.help).toBe('El original tiene “PE-13”: cópielo.');
    expect(at(findings, 20, 'write-dashes')?.help).toBe('Escriba “frontera — muy”.');
    const english = await check(
      copyProject({ 'rules/write-dashes.yaml': `pattern: ' - '\nmessage: {es: B, pt: C}\n` }),
    );
    expect(at(english.findings, 20, 'write-dashes')?.message).toBe('B');
  });

  test('have no page of ours in any report', async () => {
    for (const reporter of ['terminal', 'github', 'sarif']) {
      const { out } = await runInProcess(copyProject(), 'check', '--reporter', reporter);
      expect(out).toContain('no-empty-words');
      expect(out).not.toMatch(/tinkuy\/rules\/|docs\/rules/);
    }
    const { out } = await runInProcess(copyProject(), 'check');
    expect(out).toContain('\n  rule: rules/no-empty-words.yaml\n');
  });

  test('weigh what tinkuy.yaml says, and nothing where it switches them off', async () => {
    const folder = copyProject();
    const rules = [
      'no-empty-words: off',
      'codes-are-kept: warning',
      'write-dashes: error',
      'no-exclamations: off',
    ];
    const head = readFileSync(path.join(folder, 'tinkuy.yaml'), 'utf8').split('rules:')[0];
    writeFileSync(path.join(folder, 'tinkuy.yaml'), `${head}rules: { ${rules.join(', ')} }\n`);
    expect((await check(folder)).findings.map(place)).toEqual([
      'error write-dashes locales/es/demo.po:20:13',
      'warning codes-are-kept locales/es/demo.po:27:69',
      'warning codes-are-kept locales/pt/demo.po:27:9',
    ]);
    appendFileSync(path.join(folder, 'tinkuy.yaml'), '');
    writeFileSync(path.join(folder, 'tinkuy.yaml'), `${head}rules: { no-emty-words: off }\n`);
    const { findings } = await check(folder);
    expect(findings.find(({ rule }) => rule === 'configuration-is-valid')?.help).toContain('no-empty-words');
  });

  test('are allowed by a translator with a reason, as any other', async () => {
    const folder = copyProject();
    const catalog = path.join(folder, 'locales/es/guide.po');
    const text = readFileSync(catalog, 'utf8');
    const allow = (comment: string) =>
      writeFileSync(catalog, text.replace('#. paragraph', `# ${comment}\n#. paragraph`));
    const inGuide = async () =>
      (await check(folder)).findings
        .filter(({ path: at }) => at === 'locales/es/guide.po')
        .map(({ rule }) => rule);
    expect(await inGuide()).toEqual(['no-empty-words']);
    allow('allow no-empty-words: the law says so');
    expect(await inGuide()).toEqual([]);
    allow('allow no-empty-words');
    expect(await inGuide()).toEqual(['allowance-has-reason', 'no-empty-words']);
    allow('allow write-dashes: the law says so');
    expect(await inGuide()).toEqual(['allowance-is-needed', 'no-empty-words']);
    // Of a rule that cannot be read nobody knows what it would have found.
    writeFileSync(path.join(folder, 'rules/write-dashes.yaml'), 'pattern: "("\n');
    expect(await inGuide()).toEqual(['no-empty-words']);
  });

  test('are listed after those of the tool, with their files', async () => {
    const { code, out } = await runInProcess(copyProject({ 'rules/broken.yaml': 'pattern: (\n' }), 'rules');
    expect(code).toBe(0);
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => line.split(/ {2,}/));
    expect(lines.slice(-6)).toEqual([
      ['year-letters-are-distinct', 'error'],
      ['codes-are-kept', 'warning', 'rules/codes-are-kept.yaml'],
      ['no-empty-words', 'warning', 'rules/no-empty-words.yaml'],
      ['no-exclamations', 'warning', 'rules/no-exclamations.yaml'],
      ['write-dashes', 'warning', 'rules/write-dashes.yaml'],
      ['broken', '–'],
    ]);
    const elsewhere = await runInProcess(temporaryFolder(), 'rules');
    expect(elsewhere.out.trimEnd().split('\n').at(-1)).toMatch(/^year-letters-are-distinct +error$/);
  });

  test('take a pattern that would keep another engine busy for ever', async () => {
    const text = `---\ntitle: Long\nlanguage: en\nlicence: {text: all-rights-reserved, data: all-rights-reserved}\n---\n\n${'a'.repeat(3000)}!\n`;
    const folder = copyProject({
      'source/demo/article.md': text,
      'rules/endless.yaml': `pattern: '(a+)+$'\nwholeWords: true\nscope: text\n${message}`,
    });
    expect((await check(folder)).findings.map(({ rule }) => rule)).not.toContain('endless');
  });
});

describe('what is wrong with a project’s own rule', () => {
  const pattern = "pattern: 'x'\n";
  test.each<[string, Files, string]>([
    [
      'a pattern that looks around',
      { 'rules/new-rule.yaml': `pattern: 'x‸(?=y)'\n${message}` },
      'own-rule-pattern-can-be-run',
    ],
    [
      'the id of a rule of ours',
      { 'rules/spacing-is-clean.yaml': `‸${pattern}${message}` },
      'own-rule-has-an-id-of-its-own',
    ],
    [
      'a language that no text is written in',
      { 'rules/new-rule.yaml': `${pattern}scope: ‸text\nlanguages: [es]\n${message}` },
      'own-rule-can-apply',
    ],
    [
      'a language that nothing is translated into',
      { 'rules/new-rule.yaml': `${pattern}scope: ‸[translation, cell]\nlanguages: [en]\n${message}` },
      'own-rule-can-apply',
    ],
    [
      'a comparison with the source in the source only',
      { 'rules/new-rule.yaml': `${pattern}expects: no-more-than-source\nscope: ‸text\n${message}` },
      'own-rule-can-apply',
    ],
    [
      'a comparison with the source for the language of the source',
      { 'rules/new-rule.yaml': `${pattern}expects: no-more-than-source\nlanguages: ‸[en]\n${message}` },
      'own-rule-can-apply',
    ],
  ])('is a finding at its place: %s', async (_, files, rule) => {
    const folder = copyProject();
    const [expected] = writeMarked(folder, files);
    const { findings } = await check(folder);
    const found = findings.filter(({ path: at }) => at.startsWith('rules/'));
    expect(found.map(({ rule: id, path: at, start }) => ({ rule: id, path: at, ...start }))).toEqual([
      { rule, ...expected },
    ]);
    expect(found[0]?.message).toMatch(/^Expected .+, found /s);
    expect(found[0]?.help).toMatch(/\S/);
  });

  test('with one edition there are no translations to look at', async () => {
    const folder = copyProject({
      'tinkuy.yaml': 'base: https://example.org/demo/\neditions: { en: en-US }\n',
      'rules/new-rule.yaml': `${pattern}scope: translation\nmessage: {en: A}\n`,
    });
    const { findings } = await check(folder);
    const found = findings.find(({ rule, path: at }) => rule === 'own-rule-can-apply' && at.includes('new'));
    expect(found?.message).toContain('another language than the text');
  });
});

test('docs/own-rules.md shows what happens', async () => {
  const folder = temporaryFolder();
  copyFixture('rule-base', folder);
  const steps = readTutorial(readFileSync(`${packageRoot}docs/own-rules.md`, 'utf8'));
  expect(steps.map(({ does }) => does)).toEqual(['write', 'run']);
  for (const step of steps) {
    if (step.does === 'write') {
      mkdirSync(path.dirname(path.join(folder, step.path)), { recursive: true });
      writeFileSync(path.join(folder, step.path), step.text);
    } else if (step.does === 'run') {
      const { out } = await runInProcess(folder, ...step.command.split(' ').slice(1));
      expect(out.trimEnd()).toBe(step.prints);
    }
  }
});

describe('schemas/rules.json', () => {
  const schema = JSON.parse(readFileSync(`${packageRoot}schemas/rules.json`, 'utf8'));
  test('is a schema by its own rules, and names every kind of segment', () => {
    const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
    expect(ajv.validateSchema(schema)).toBe(true);
    const accepts = ajv.compile(schema);
    for (const name of ['no-empty-words', 'codes-are-kept', 'write-dashes', 'no-exclamations']) {
      const text = readFileSync(`${packageRoot}tests/fixtures/own-rules/rules/${name}.yaml`, 'utf8');
      expect(accepts(parse(text)), name).toBe(true);
    }
  });
});
