import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readRulePage } from './read-rule-page.mjs';

const idForm = /^[a-z0-9]+(?:-[a-z0-9]+)+$/;
const severities = ['error', 'warning', 'off'];
/** As in schemas/rules.json. */
const expectations = ['absent', 'no-more-than-source', 'same-as-source'];
/** What a front matter may say; the last two are those of a rule that is one pattern. */
const settingNames = ['severity', 'examples', 'pattern', 'expects'];
/** i18next's endings of plural forms: languages differ in how many they have. */
const pluralForm = /_(?:zero|one|two|few|many|other)$/;
/** What `npm run new rule` leaves to be written. */
const toFillIn = 'FILL IN';
const generated = ['pipeline/rules/rules.ts', 'pipeline/rules/quality/quality-rules.ts'];

/**
 * All rules, from their pages, and what is amiss with them: a page, its messages in every language and the code that
 * finds what the rule forbids belong together, and each problem says which of them is missing and what to do.
 *
 * @param {string} root folder of the repository
 * @returns {import('./gather-rules.mjs').Gathered}
 */
export function gatherRules(root) {
  const [problems, unfinished] = [[], []];
  const pages = listFiles(root, 'docs/rules', '.md').filter((file) => file !== 'docs/rules/README.md');
  const code = listFiles(root, 'pipeline', '.ts')
    .filter((file) => !generated.includes(file))
    .map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }));
  const languages = readdirSync(path.join(root, 'locales')).filter((language) =>
    existsSync(path.join(root, 'locales', language, 'cli.json')),
  );
  const rules = pages.map((file) => readRule(root, file, code, { problems, unfinished }));
  const ids = rules.map(({ id }) => id);
  checkMessages(root, languages, ids, { problems, unfinished });
  checkCode(code, rules, { problems, unfinished });
  return { rules, languages, problems, unfinished };
}

function readRule(root, file, code, { problems, unfinished }) {
  const id = path.basename(file, '.md');
  const text = readFileSync(path.join(root, file), 'utf8');
  const report = (problem) => problems.push(`${file}: ${problem}`);
  if (!idForm.test(id)) report('a rule is named by what should hold, in two words or more: rename the file.');
  const page = readPage(text, report);
  for (const [index, line] of text.split('\n').entries()) {
    if (line.includes(toFillIn)) unfinished.push(`${file}:${index + 1}: ${line.trim()}`);
  }
  const { severity, pattern, expects } = page.settings;
  for (const name of Object.keys(page.settings)) {
    if (!settingNames.includes(name)) {
      report(`the front matter has no ${name}: write one of ${settingNames.join(', ')}.`);
    }
  }
  if (!severities.includes(severity))
    report(`write severity: ${severities.join(' | ')} into the front matter.`);
  if (page.title !== id) report(`the title is that of the file: write "# ${id}".`);
  if (!page.explanation) report('say between title and "## Fails" what should hold, and why.');
  checkExamples(page, report);
  checkPattern(page.settings, report);
  const quality = code.find(({ file: at }) => at === `pipeline/rules/quality/${id}.ts`);
  const name = quality && /^export const (\w+): QualityRule\b/m.exec(quality.text)?.[1];
  if (pattern !== undefined && quality) {
    report(`it has a pattern and code: remove one of them (${quality.file}).`);
  }
  return {
    id,
    severity,
    pattern,
    expects,
    quality: name,
  };
}

function readPage(text, report) {
  try {
    return readRulePage(text);
  } catch (error) {
    report(`the front matter is no YAML: ${error.message.split('\n')[0]}`);
    return { settings: {}, title: '', headings: [], explanation: true, fails: [], passes: [], described: [] };
  }
}

function checkExamples({ settings, headings, fails, passes, described }, report) {
  if (!['Fails,Passes', 'Fails,Passes,Measured'].includes(headings.join())) {
    report(
      'write what fails and what passes under "## Fails" and "## Passes", in this order, and nothing else but what ' +
        '`npm run precision -- --write` adds.',
    );
    return;
  }
  for (const [heading, examples] of [
    ['Fails', fails],
    ['Passes', passes],
  ]) {
    if (settings.examples === undefined && examples.length === 0) {
      report(
        `"## ${heading}" has no example: write a fenced block that names its file, as in "\`\`\`md source/demo/article.md". ` +
          'Where nothing that stands in a project breaks the rule, write "examples: described" into the front matter, and a test.',
      );
    }
    if (settings.examples === 'described' && (examples.length > 0 || !described.includes(heading))) {
      report(`"examples: described" means words under "## ${heading}", and no block that names a file.`);
    }
  }
  if (settings.examples !== undefined && settings.examples !== 'described') {
    report('examples can only be "described"; leave it out where blocks show them.');
  }
}

function checkPattern({ pattern, expects }, report) {
  if (pattern === undefined && expects === undefined) return;
  if (typeof pattern !== 'string' || !expectations.includes(expects)) {
    report(`a rule that is a pattern has both, pattern and expects: ${expectations.join(' | ')}.`);
    return;
  }
  try {
    if (new RegExp(pattern, 'u').test(''))
      report('the pattern matches where nothing is: let it match one character or more.');
  } catch (error) {
    report(error.message);
  }
}

/** Every rule has a message and a help in every language, the same ones with the same holes, and nothing else is there. */
function checkMessages(root, languages, ids, { problems, unfinished }) {
  const all = new Map(
    languages.map((language) => {
      const file = path.join(root, 'locales', language, 'rules.json');
      return [language, existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}];
    }),
  );
  const english = all.get('en') ?? {};
  for (const [language, words] of all) {
    const file = `locales/${language}/rules.json`;
    for (const id of Object.keys(words)) {
      if (!ids.includes(id))
        problems.push(`${file}: ${id} has no page: write docs/rules/${id}.md, or remove it here.`);
    }
    for (const id of ids) {
      const own = words[id] ?? {};
      for (const part of ['message', 'help']) {
        if (own[part] === undefined) problems.push(`${file}: write the ${part} of ${id}.`);
      }
      const [here, there] = [holesOf(own), holesOf(english[id] ?? own)];
      for (const key of new Set([...here.keys(), ...there.keys()])) {
        if (here.get(key) === there.get(key)) continue;
        const [found, expected] = [here, there].map((holes) => holes.get(key) ?? 'no such message');
        problems.push(`${file}: ${id}.${key} has ${found}, in English ${expected}: make them alike.`);
      }
      for (const [key, text] of Object.entries(own)) {
        if (typeof text !== 'string' || text.trim() === '')
          problems.push(`${file}: ${id}.${key} is no text.`);
        else if (text.includes(toFillIn)) unfinished.push(`${file}: ${id}.${key}: ${text}`);
      }
    }
  }
}

/** Names of the holes by message; the plural forms of one message are one. */
function holesOf(words) {
  const holes = new Map();
  for (const [key, text] of Object.entries(words)) {
    const message = key.replace(pluralForm, '');
    const names = [...String(text).matchAll(/\{\{\s*([\w.]+)/g)].map(([, name]) => name);
    holes.set(message, [...new Set([...(holes.get(message)?.split(' ') ?? []), ...names])].sort().join(' '));
  }
  return new Map([...holes].map(([key, names]) => [key, names.trim() === '' ? 'no holes' : names.trim()]));
}

/** Code names only rules that have a page, and every page is named by some code, or is a pattern itself. */
function checkCode(code, rules, { problems, unfinished }) {
  const ids = new Set(rules.map(({ id }) => id));
  const pageOf = (id) =>
    `${id} has no page: write docs/rules/${id}.md (npm run new rule ${id}), or correct the name.`;
  for (const { file, text } of code) {
    const own = path.basename(file, '.ts');
    if (/^export const \w+: QualityRule\b/m.test(text) && !ids.has(own))
      problems.push(`${file}: ${pageOf(own)}`);
    for (const [, id] of text.matchAll(/\bdiagnose\(\s*'([^']+)'/g)) {
      if (!ids.has(id)) problems.push(`${file}: ${pageOf(id)}`);
    }
    for (const [index, line] of text.split('\n').entries()) {
      if (line.includes(toFillIn)) unfinished.push(`${file}:${index + 1}: ${line.trim()}`);
    }
  }
  for (const { id, pattern } of rules) {
    if (pattern !== undefined || code.some(({ text }) => text.includes(`'${id}'`))) continue;
    unfinished.push(
      `docs/rules/${id}.md: no code names ${id}: report it with diagnose('${id}', …), write ` +
        `pipeline/rules/quality/${id}.ts, or give the page a pattern.`,
    );
  }
}

/** Paths relative to the root, sorted. */
function listFiles(root, folder, ending) {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}
