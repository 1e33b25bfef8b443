/**
 * `npm run new rule <id> [-- --pattern | --stage]`: what a rule begins with, and the test that says what is left to be written.
 * A rule is on the wording of translations and has a file of code; with --pattern it is one pattern, in its page; with
 * --stage it is reported by the stage that finds it.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gatherRules } from './gather-rules.mjs';

/**
 * @param {string} id
 * @param {string} root folder of the repository
 * @param {string[]} options
 */
export default async function createRule(id, root, options) {
  const files = {
    page: `docs/rules/${id}.md`,
    code: `pipeline/rules/quality/${id}.ts`,
    messages: gatherRules(root).languages.map((language) => `locales/${language}/rules.json`),
  };
  const isPattern = options.includes('--pattern');
  const hasCode = !isPattern && !options.includes('--stage');
  const refusal = findRefusal(id, root, files);
  if (refusal !== undefined) {
    process.exitCode = 1;
    return refusal;
  }
  write(root, files.page, writePage(id, isPattern));
  for (const file of files.messages) {
    const words = JSON.parse(readFileSync(path.join(root, file), 'utf8'));
    write(root, file, `${JSON.stringify({ ...words, [id]: messages })}\n`);
  }
  if (hasCode) write(root, files.code, writeCode(id));
  spawnSync(process.execPath, [path.join(root, 'scripts/generate-rules.mjs')]);
  return [
    'Written:',
    ...[files.page, ...files.messages, ...(hasCode ? [files.code] : [])].map((file) => `  ${file}`),
    'Made from these: pipeline/rules/rules.ts, pipeline/rules/quality/quality-rules.ts.',
    '',
    'What is left, which the test tells as well (npx vitest run tests/rules/rule-docs.test.ts):',
    ...gatherRules(root).unfinished,
  ].join('\n');
}

function findRefusal(id, root, { page, code, messages }) {
  if (!id.includes('-')) return `${id}: say what should hold, in two words or more.`;
  const present = [page, code].find((file) => existsSync(path.join(root, file)));
  if (present !== undefined) return `${id} is a rule already: ${present}.`;
  const told = messages.find((file) =>
    Object.hasOwn(JSON.parse(readFileSync(path.join(root, file), 'utf8')), id),
  );
  return told === undefined ? undefined : `${id} has words already: ${told}.`;
}

function write(root, file, text) {
  writeFileSync(path.join(root, file), text);
}

const messages = {
  message: 'FILL IN: Expected what should hold, found {{found}}.',
  help: 'FILL IN: the next step.',
};

function writePage(id, isPattern) {
  const pattern = isPattern ? "pattern: 'FILL IN: a regular expression'\nexpects: absent\n" : '';
  const example = (words) => `\`\`\`md source/demo/article.md
The border is long.
\`\`\`
\`\`\`po locales/es/demo.po
msgid "The border is long."
msgstr "FILL IN: ${words}"
\`\`\``;
  return `---
severity: warning
${pattern}---

# ${id}

FILL IN: what should hold, and why; what is no finding.

## Fails
${example('a translation with what the rule finds.')}

## Passes
${example('a translation without it.')}
`;
}

function writeCode(id) {
  const name = id.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
  return `import { findSurplus } from './find-surplus.ts';
import type { QualityRule } from './quality-rule.ts';
import { reportInTarget } from './report-in-target.ts';

const id = '${id}';

/** FILL IN: what should hold, in one sentence. */
export const ${name}: QualityRule = {
  id,
  // FILL IN: look at the pair of texts, and report what is wrong at its place in the translation.
  check: (pair) =>
    findSurplus(/…/gu, pair.target.text, pair.source.text).map((found) =>
      reportInTarget(id, pair, found, { found: found.text }),
    ),
};
`;
}
