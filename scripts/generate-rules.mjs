/**
 * `npm run generate:rules [-- --check]`: makes the registry of rules and the list of rules on wording from the pages of
 * docs/rules/, and the pages of docs/ on keys and units from schemas/, and sorts locales/<lang>/rules.json. With --check nothing is written; what is stale is told.
 * Pages, messages and code that do not belong together are told either way, and the exit code is 1; what is left to be
 * written of a new rule is an error with --check only.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gatherRules } from './gather-rules.mjs';
import { writeReferencePages } from './reference-pages.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const isCheck = process.argv.includes('--check');
const header = '// Made from the pages of docs/rules/ by `npm run generate:rules`; change those.';

const { rules, languages, problems, unfinished } = gatherRules(root);
if (problems.length === 0) {
  for (const [file, text] of [
    ['pipeline/rules/rules.ts', writeRegistry()],
    ['pipeline/rules/quality/quality-rules.ts', writeQualityRules()],
    ...languages.map((language) => [`locales/${language}/rules.json`, sortMessages(language)]),
    ...writeReferencePages(root).map((page) => [page.path, page.text]),
  ]) {
    const present = existsSync(path.join(root, file))
      ? readFileSync(path.join(root, file), 'utf8')
      : undefined;
    if (present === text) continue;
    if (isCheck)
      problems.push(
        `${file}: is not what the pages of docs/rules/ and the schemas say: npm run generate:rules.`,
      );
    else writeFileSync(path.join(root, file), text);
  }
}
for (const problem of [...problems, ...unfinished]) process.stderr.write(`${problem}\n`);
if (problems.length > 0 || (isCheck && unfinished.length > 0)) process.exitCode = 1;

function writeRegistry() {
  const entries = rules.map(({ id, severity }) => `  '${id}': { severity: '${severity}' },`);
  return format(
    'pipeline/rules/rules.ts',
    `${header}

/** Every rule that comes with the tool. Ids are permanent and say what should hold; sorted by id. */
export const rules = {
${entries.join('\n')}
} as const satisfies Record<string, { severity: 'error' | 'warning' | 'off' }>;

export type RuleId = keyof typeof rules;
`,
  );
}

/** A rule on wording is a file of its own, or only a pattern. */
function writeQualityRules() {
  const wording = rules.filter(({ quality, pattern }) => quality ?? pattern);
  const imports = wording.flatMap(({ id, quality }) =>
    quality ? [`import { ${quality} } from './${id}.ts';`] : [],
  );
  const entries = wording.map(({ id, quality, pattern, expects }) =>
    quality ? `  ${quality},` : `  createPatternRule('${id}', ${JSON.stringify({ pattern, expects })}),`,
  );
  return format(
    'pipeline/rules/quality/quality-rules.ts',
    `${header}
import { createPatternRule } from '../patterns/create-pattern-rule.ts';
${imports.join('\n')}
import type { QualityRule } from './quality-rule.ts';

/** Every rule on the wording of translations that comes with the tool, in the order of their ids. */
export const qualityRules: readonly QualityRule[] = [
${entries.join('\n')}
];
`,
  );
}

function sortMessages(language) {
  const words = JSON.parse(readFileSync(path.join(root, 'locales', language, 'rules.json'), 'utf8'));
  const sorted = Object.fromEntries(Object.entries(words).sort(([a], [b]) => (a < b ? -1 : 1)));
  return format(`locales/${language}/rules.json`, JSON.stringify(sorted));
}

/** As `npm run fix` would leave it. */
function format(file, text) {
  const command = fileURLToPath(new URL('../node_modules/@biomejs/biome/bin/biome', import.meta.url));
  const options = ['check', '--write', `--stdin-file-path=${file}`];
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...options], {
    cwd: root,
    input: text,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${file}: ${stderr}`);
  return stdout;
}
