import { cpSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { error as printError, warning as printWarning } from '@actions/core';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'junit2json';
import type { Log } from 'sarif';
import { expect, test, vi } from 'vitest';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { packageRoot } from '../package-root.ts';
import { followTutorial } from './follow-tutorial.ts';
import { runInProcess, runWith } from './run-in-process.ts';

const slip = 'São João has a port on [Lake Titicaca](plaec:titicaca), a calm [lake](place:titicaca).';
const record = 'place:titicaca:\n  name: { en: Lake Titicaca }\n';

/** A project with one text, written into a new folder or the one that is given. */
function writeLake(text = slip, { folder = temporaryFolder(), name = 'lakes' } = {}): string {
  const files = {
    'tinkuy.yaml': 'base: https://example.org/lakes/\neditions: { en: en-US }\n',
    [`source/${name}/entities/places.yaml`]: record,
    [`source/${name}/article.md`]: `---\ntitle: A lake\nlanguage: en\nlicence: { text: https://creativecommons.org/licenses/by/4.0/, data: https://creativecommons.org/publicdomain/zero/1.0/ }\n---\n${text}\n`,
  };
  for (const [at, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, at)), { recursive: true });
    writeFileSync(path.join(folder, at), content);
  }
  return folder;
}

async function readSarif(folder: string, ...options: string[]) {
  const { out } = await runInProcess(folder, 'check', '--reporter', 'sarif', ...options);
  const [run] = (JSON.parse(out) as Log).runs;
  if (run === undefined) throw new Error('no run');
  return { rules: run.tool.driver.rules ?? [], results: run.results ?? [] };
}

async function readFingerprints(folder: string): Promise<string[]> {
  const { out } = await runInProcess(folder, 'check', '--reporter', 'json');
  return (JSON.parse(out) as { findings: { fingerprint: string }[] }).findings.map(
    ({ fingerprint }) => fingerprint,
  );
}

test('the page on reports shows what is printed', () => {
  const page = readFileSync(`${packageRoot}docs/reports.md`, 'utf8');
  const reporters = ['', 'github', 'sarif', 'sarif', 'gitlab', 'junit', 'rdjson', 'json'];
  const codes = followTutorial(page, temporaryFolder());
  expect(codes.map((code) => /--reporter (\w+)/.exec(code)?.[1] ?? '')).toEqual(reporters);
  expect(codes.filter((code) => !code.endsWith(': 1'))).toEqual([]);
});

const machines = ['github', 'sarif', 'gitlab', 'junit', 'rdjson'];

test.each(machines)(
  '%s: paths are those of the repository, wherever the tool is started',
  async (reporter) => {
    const repository = temporaryFolder();
    const project = writeLake(slip, { folder: path.join(repository, 'pub') });
    mkdirSync(path.join(project, 'sub'));
    const at = 'pub/source/lakes/article.md';
    const print = async (env: Record<string, string>, cwd: string, asked: string) =>
      (await runWith(env, cwd, 'check', '--reporter', reporter, asked)).out;
    for (const name of ['GITHUB_WORKSPACE', 'CI_PROJECT_DIR']) {
      expect(await print({ [name]: repository }, project, '.')).toContain(at);
      expect(await print({ [name]: repository }, path.join(project, 'sub'), '..')).toContain(at);
      // A runner's folder that the project is not in says nothing.
      expect(await print({ [name]: temporaryFolder() }, repository, 'pub')).toContain(at);
    }
    expect(await print({}, project, '.')).not.toContain('pub/source');
    mkdirSync(path.join(repository, '.git'));
    expect(await print({}, project, '.')).toContain(at);
    expect(await print({}, path.join(project, 'sub'), '..')).toContain(at);
    expect(await print({}, repository, 'pub')).toContain(at);
  },
);

test('people and programs of their own see paths from where they are', async () => {
  const repository = temporaryFolder();
  writeLake(slip, { folder: path.join(repository, 'pub') });
  mkdirSync(path.join(repository, '.git'));
  for (const reporter of ['terminal', 'json']) {
    const { out } = await runInProcess(path.join(repository, 'pub'), 'check', '--reporter', reporter);
    expect(out).not.toContain('pub/source');
  }
});

test('SARIF has all that code scanning asks for', async () => {
  const { rules, results } = await readSarif(writeLake());
  expect(results).toHaveLength(1);
  for (const rule of rules) {
    for (const text of [
      rule.shortDescription?.text,
      rule.fullDescription?.text,
      rule.help?.text,
      rule.help?.markdown,
    ]) {
      expect(text, rule.id).toMatch(/\p{L}/u);
    }
    expect(rule.fullDescription?.text.length).toBeLessThanOrEqual(1024);
    // A page of the tool's own folder cannot be opened where code scanning shows this.
    expect(rule.help?.markdown).not.toMatch(/\]\((?!https?:)[\w./#-]+\.md/);
    expect(rule.helpUri).toBeUndefined();
  }
  for (const { ruleIndex, ruleId, message, locations, partialFingerprints } of results) {
    expect(rules[ruleIndex ?? -1]?.id).toBe(ruleId);
    expect(message.text).not.toBe('');
    expect(locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe('source/lakes/article.md');
    // After “ção” and the like columns count UTF-16 code units, as columnKind says.
    expect(locations?.[0]?.physicalLocation?.region).toMatchObject({ startLine: 6, startColumn: 24 });
    expect(partialFingerprints?.primaryLocationLineHash).toMatch(/^[0-9a-f]{20}:1$/);
  }
});

test('pages of rules have the address that is given, and one without a hole for the rule is refused', async () => {
  const { rules } = await readSarif(writeLake(), '--rule-pages', 'https://example.org/r/{rule}.html');
  expect(rules.map(({ helpUri }) => helpUri)).toEqual(['https://example.org/r/entity-type-is-known.html']);
  for (const wrong of ['https://example.org/r/', 'rules/{rule}.md', 'ftp://example.org/{rule}']) {
    const { code, err } = await runInProcess(writeLake(), 'check', '--rule-pages', wrong);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('--rule-pages') });
  }
});

test('every page of a rule can be told: title, reason, the whole', async () => {
  const { readRulePage } = await import('../../pipeline/rules/report/rule-page.ts');
  const { rules } = await import('../../pipeline/rules/rules.ts');
  for (const rule of Object.keys(rules)) {
    const page = readRulePage(rule, readFileSync(`${packageRoot}docs/rules/${rule}.md`, 'utf8'));
    expect(page.title, rule).toMatch(/^[A-Z]/);
    expect(page.explanation.length, rule).toBeGreaterThan(30);
    expect(page.markdown, rule).toContain('## Fails');
  }
});

test('a fingerprint outlives edits elsewhere, moved lines and renamed files', async () => {
  const folder = writeLake();
  const [before] = await readFingerprints(folder);
  writeLake(`A paragraph before.\n\n${slip}\n\nOne behind.`, { folder });
  expect(await readFingerprints(folder)).toEqual([before]);
  // Wrapped otherwise, it is the same paragraph.
  writeLake(slip.replace('a port', 'a\nport'), { folder });
  expect(await readFingerprints(folder)).toEqual([before]);
  writeLake(slip, { folder });
  renameSync(path.join(folder, 'source/lakes'), path.join(folder, 'source/altiplano'));
  expect(await readFingerprints(folder)).toEqual([before]);
});

test('another rule, other words, another paragraph: another fingerprint', async () => {
  const texts = [
    slip,
    slip.replace('plaec:titicaca', 'plaec:poopo'),
    slip.replace('a calm', 'a rough'),
    slip.replace('plaec:titicaca', 'place:titicaca#heigth'),
  ];
  const all = await Promise.all(texts.map((text) => readFingerprints(writeLake(text))));
  expect(new Set(all.map(([first]) => first)).size).toBe(texts.length);
});

test('in records the nesting tells alike lines apart; lines that move do not', async () => {
  const folder = writeLake('[The lake](place:titicaca) and [the other](place:poopo) are calm.');
  const places = path.join(folder, 'source/lakes/entities/places.yaml');
  const both = ['titicaca', 'poopo'].map((slug) => `place:${slug}:\n  name: { en: Lake }\n  heigth: 3\n`);
  writeFileSync(places, both.join(''));
  const first = await readFingerprints(folder);
  expect(new Set(first).size).toBe(2);
  writeFileSync(places, `# Lakes\n${both.toReversed().join('\n')}`);
  expect((await readFingerprints(folder)).toSorted()).toEqual(first.toSorted());
});

test('in catalogs the message of the source and the language count, not the translation around', async () => {
  const folder = writeLake('It is 12 km long.\n\nIt is 12 km wide.');
  writeFileSync(
    path.join(folder, 'tinkuy.yaml'),
    'base: https://example.org/lakes/\neditions: { en: en-US, es: es-PE, pt: pt-BR }\n',
  );
  const catalog = (language: string, entries: [string, string][]) => {
    const at = path.join(folder, `locales/${language}/lakes.po`);
    mkdirSync(path.dirname(at), { recursive: true });
    const head = `msgid ""\nmsgstr ""\n"Language: ${language}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n`;
    writeFileSync(at, head + entries.map(([id, str]) => `\nmsgid "${id}"\nmsgstr "${str}"\n`).join(''));
  };
  const spanish: [string, string][] = [
    ['A lake', 'Un lago'],
    ['It is 12 km long.', 'Tiene 13 km de largo.'],
    ['It is 12 km wide.', 'Tiene 13 km de ancho.'],
  ];
  catalog('es', spanish);
  catalog('pt', [
    ['A lake', 'Um lago'],
    ['It is 12 km long.', 'Tem 13 km de comprimento.'],
    ['It is 12 km wide.', 'Tem 12 km de largura.'],
  ]);
  const first = await readFingerprints(folder);
  expect(first.length).toBeGreaterThan(2);
  expect(new Set(first).size).toBe(first.length);
  catalog('es', spanish.toReversed());
  expect((await readFingerprints(folder)).toSorted()).toEqual(first.toSorted());
});

test('findings that are alike share a fingerprint, and reports that need one for each number them', async () => {
  const folder = writeLake(`${slip}\n\n${slip}`);
  const [one, other] = await readFingerprints(folder);
  expect(one).toBe(other);
  const { results } = await readSarif(folder);
  expect(results.map(({ partialFingerprints }) => partialFingerprints?.primaryLocationLineHash)).toEqual([
    `${one}:1`,
    `${one}:2`,
  ]);
  const { out } = await runInProcess(folder, 'check', '--reporter', 'gitlab');
  expect((JSON.parse(out) as { fingerprint: string }[]).map(({ fingerprint }) => fingerprint)).toEqual([
    `${one}:1`,
    `${one}:2`,
  ]);
});

test('of sixty findings GitHub gets the errors first, and the count', async () => {
  const many = Array.from({ length: 30 }, (_, index) => `Ship ${index} crosses [the lake](plaec:titicaca).`);
  const folder = writeLake([...many, slip].join('\n\n'));
  const unused = Array.from(
    { length: 29 },
    (_, index) => `place:p${index}:\n  name: { en: Place ${index} }\n`,
  );
  writeFileSync(path.join(folder, 'source/lakes/entities/places.yaml'), record + unused.join(''));
  const { out } = await runInProcess(folder, 'check', '--reporter', 'github');
  const lines = out.trimEnd().split('\n');
  const kinds = lines.map((line) => /^::(\w+) /.exec(line)?.[1] ?? 'told');
  expect(kinds).toEqual([...Array(31).fill('error'), ...Array(29).fill('warning'), 'told']);
  expect(lines.at(-1)).toContain('31 errors, 29 warnings');
});

interface JsonFinding {
  rule: string;
  severity: 'error' | 'warning';
  path: string;
  start: { line: number; column: number };
  end: { line: number; column: number };
}

/** What GitHub's own library writes of a finding with a message. */
function writeByLibrary({ rule, severity, path: file, start, end }: JsonFinding, message: string): string {
  let written = '';
  const stdout = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written += text;
    return true;
  });
  const columns = start.line === end.line ? { startColumn: start.column, endColumn: end.column } : {};
  const properties = { title: rule, file, startLine: start.line, endLine: end.line, ...columns };
  try {
    (severity === 'error' ? printError : printWarning)(message, properties);
  } finally {
    stdout.mockRestore();
  }
  return written.trimEnd();
}

/** A workflow command with its properties in order. */
function readCommand(line: string): { name: string; properties: string[]; data: string } {
  const [, name = '', properties = '', data = ''] = /^::(\w+) (.*?)::(.*)$/.exec(line) ?? [];
  return { name, properties: properties.split(',').sort(), data };
}

test.each(['travessia ção', 'a%20b,c=d', 'x::error y'])(
  'of a file named %s GitHub gets what its own library writes',
  async (name) => {
    const folder = writeLake(`${slip}\n\nA 100 % calm [lake](plaec:titicaca):: it, too.`, { name });
    writeFileSync(
      path.join(folder, 'source', name, 'entities/places.yaml'),
      `${record}place:poopo:\n  name: { en: Poopó }\n`,
    );
    const { out } = await runInProcess(folder, 'check', '--reporter', 'json');
    const { findings } = JSON.parse(out) as { findings: JsonFinding[] };
    const lines = (await runInProcess(folder, 'check', '--reporter', 'github')).out.trimEnd().split('\n');
    expect(lines.length).toBe(findings.length);
    expect(lines.length).toBeGreaterThan(1);
    const plain = (text: string) =>
      text.replaceAll('%0A', '\n').replaceAll('%0D', '\r').replaceAll('%25', '%');
    const written = findings.map((finding) => {
      const ours = lines
        .map(readCommand)
        .filter(({ properties }) => properties.includes(`line=${finding.start.line}`));
      return ours.map(({ data }) => readCommand(writeByLibrary(finding, plain(data))));
    });
    for (const line of lines) expect(written.flat()).toContainEqual(readCommand(line));
  },
);

test('JUnit is read by a parser that is not ours: errors fail, warnings speak, no finding passes', async () => {
  const folder = writeLake(slip);
  writeFileSync(
    path.join(folder, 'source/lakes/entities/places.yaml'),
    `${record}place:poopo:\n  name: { en: "A < B & \\"C\\"" }\n`,
  );
  const print = async () => parse((await runInProcess(folder, 'check', '--reporter', 'junit')).out);
  const found = await print();
  expect(found).toMatchObject({ tests: 2, failures: 1 });
  const suites = found && 'testsuite' in found ? (found.testsuite ?? []) : [];
  expect(suites.map(({ name, tests, failures }) => ({ name, tests, failures }))).toEqual([
    { name: 'source/lakes/article.md', tests: 1, failures: 1 },
    { name: 'source/lakes/entities/places.yaml', tests: 1, failures: 0 },
  ]);
  expect(JSON.stringify(suites[0]?.testcase)).toContain('Did you mean place?');
  cpSync(writeLake('[The lake](place:titicaca) is calm.'), folder, { recursive: true });
  expect(await print()).toMatchObject({ tests: 1, failures: 0 });
});

test('JSON is as its schema says', async () => {
  const schema = JSON.parse(readFileSync(`${packageRoot}schemas/report.json`, 'utf8'));
  const validate = new Ajv2020({ allErrors: true }).compile(schema);
  for (const text of [
    slip,
    '[The lake](place:titicaca) is calm.',
    '[The lake](place:titicaca#heigth) [](place:x)',
  ]) {
    const { out } = await runInProcess(writeLake(text), 'check', '--reporter', 'json');
    validate(JSON.parse(out));
    expect(validate.errors ?? []).toEqual([]);
  }
  expect(validate({ version: 1, errors: 0, warnings: 0, findings: [{}] })).toBe(false);
});

test.each(['travessia ção', 'travessia c\u0327a\u0303o', 'a%20b', 'x::error y'])(
  'a file named %s is named in every report',
  async (name) => {
    const folder = writeLake(slip, { name });
    const files = path.join(folder, 'source', name);
    const shown = (text: string) => expect(text).toContain(`source/${name}/`);
    const { out } = await runInProcess(folder, 'check', '--reporter', 'json');
    for (const finding of (JSON.parse(out) as { findings: { path: string }[] }).findings) shown(finding.path);
    const { results } = await readSarif(folder);
    for (const { locations } of results)
      shown(decodeURIComponent(locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? ''));
    const github = (await runInProcess(folder, 'check', '--reporter', 'github')).out;
    expect(github.split('\n').filter((line) => line.startsWith('::')).length).toBe(results.length);
    expect(readFileSync(path.join(files, 'article.md'), 'utf8')).toContain(slip);
  },
);
