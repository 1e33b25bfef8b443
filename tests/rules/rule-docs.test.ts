import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { build } from '../../pipeline/build.ts';
import { createServices } from '../../pipeline/host/create-services.ts';
import { readProject } from '../../pipeline/host/read-project.ts';
import type { Diagnostic } from '../../pipeline/model.ts';
import { type RuleId, rules } from '../../pipeline/rules/rules.ts';
import { gatherRules } from '../../scripts/gather-rules.mjs';
import { type Example, readRulePage } from '../../scripts/read-rule-page.mjs';
import { packageRoot } from '../package-root.ts';
import record from '../precision/record.json' with { type: 'json' };
import { overlay } from './overlay.ts';

const ids = Object.keys(rules) as RuleId[];
const languages = ['en', 'es', 'pt'];
const base = readProject(fileURLToPath(new URL('../fixtures/rule-base', import.meta.url))).value;

const services = createServices(() => undefined);

/** With `isProven` false as `tinkuy explain` builds: what is found before anything is written is found all the same. */
async function diagnose(example: Example, isProven = true): Promise<Diagnostic[]> {
  const files = { own: overlay(base.own, example), builtin: base.builtin };
  return (await build(files, services, { until: isProven ? 'proof' : 'texts' })).diagnostics;
}

function readPage(id: string) {
  return readRulePage(readFileSync(`${packageRoot}docs/rules/${id}.md`, 'utf8'));
}

const words = new Map(
  languages.map((language): [string, Record<string, Record<string, string>>] => [
    language,
    JSON.parse(readFileSync(`${packageRoot}locales/${language}/rules.json`, 'utf8')),
  ]),
);

/** Rules that a test beside this one names. */
const namedByTests = new Set(
  readdirSync(`${packageRoot}tests`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts') && !name.endsWith('rule-docs.test.ts'))
    .flatMap(
      (name) => readFileSync(`${packageRoot}tests/${name}`, 'utf8').match(/[a-z0-9]+(?:-[a-z0-9]+)+/g) ?? [],
    ),
);

function readWords(language: string, id: string): Record<string, string> {
  return words.get(language)?.[id] ?? {};
}

/** Names of the holes by message; the plural forms of one message, which differ between languages, are one. */
function holesOf(words: Record<string, string>): Record<string, string[]> {
  const holes: Record<string, Set<string>> = {};
  for (const [key, text] of Object.entries(words)) {
    const message = key.replace(/_(?:zero|one|two|few|many|other)$/, '');
    holes[message] ??= new Set();
    for (const [, name = ''] of text.matchAll(/\{\{\s*([\w.]+)/g)) holes[message].add(name);
  }
  return Object.fromEntries(Object.entries(holes).map(([key, names]) => [key, [...names].sort()]));
}

test('rules are sorted, and named by what should hold', () => {
  expect(ids).toEqual([...ids].sort());
  for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/);
});

test('pages, words and code belong together, and nothing is left to be written', () => {
  const { problems, unfinished } = gatherRules(packageRoot);
  expect([...problems, ...unfinished]).toEqual([]);
});

test('the base project has no finding', async () => {
  expect(await diagnose(new Map())).toEqual([]);
});

test('every rule has a page and words in three languages, and there are no others', () => {
  const pages = readdirSync(`${packageRoot}docs/rules`).filter((name) => name !== 'README.md');
  expect(pages.map((name) => name.replace(/\.\w+$/, '')).sort()).toEqual(ids);
  for (const language of languages) expect(Object.keys(words.get(language) ?? {})).toEqual(ids);
});

describe.each(ids)('%s', (id) => {
  test('its words are the same sentences with the same holes in every language', () => {
    const english = readWords('en', id);
    expect(english).toHaveProperty('message');
    expect(english).toHaveProperty('help');
    for (const language of languages) {
      const words = readWords(language, id);
      expect(holesOf(words)).toEqual(holesOf(english));
      for (const text of Object.values(words)) expect(text).toMatch(/\S/);
    }
  });

  test('its page has its name, what fails and what passes', () => {
    const { title, headings } = readPage(id);
    expect(title).toBe(id);
    const isMeasured = Object.hasOwn(record.rules, id);
    expect(headings).toEqual(['Fails', 'Passes', ...(isMeasured ? ['Measured'] : [])]);
  });

  test('what its page says fails, fails; what passes, passes', async () => {
    const { settings, fails, passes } = readPage(id);
    if (settings.examples === 'described') {
      expect(fails, `${id} can be broken by a text: take "described" out of its page`).toEqual([]);
      expect(namedByTests.has(id), `no test names ${id}`).toBe(true);
      return;
    }
    expect(fails, 'no example with a path').not.toEqual([]);
    expect(passes, 'no example with a path').not.toEqual([]);
    const early = await findAll(id, fails, false);
    // What must fail says how far a build has to go to find it; what passes is built as far.
    const isProven = early.some((found) => found.length === 0);
    for (const found of isProven ? await findAll(id, fails, true) : early) {
      expect(found).not.toEqual([]);
      for (const { values } of found) expectHolesFilled(id, values);
    }
    for (const found of await findAll(id, passes, isProven)) expect(found).toEqual([]);
  });
});

/** The findings of a rule in each example. */
async function findAll(id: RuleId, examples: Example[], isProven: boolean): Promise<Diagnostic[][]> {
  const all: Diagnostic[][] = [];
  for (const example of examples) {
    all.push((await diagnose(switchedOn(id, example), isProven)).filter(({ rule }) => rule === id));
  }
  return all;
}

/** A rule that is off is asked where the project switches it on, in the configuration of the example or else of the base. */
function switchedOn(id: RuleId, example: Example): Example {
  if (rules[id].severity !== 'off') return example;
  const path = 'tinkuy.yaml';
  const configuration = example.get(path) ?? base.own.find((file) => file.path === path)?.text ?? '';
  return new Map([...example, [path, `${configuration.trimEnd()}\nrules: { ${id}: warning }\n`]]);
}

/** The message and help that i18next chooses by `context` have no hole without a value. */
function expectHolesFilled(id: RuleId, values: Diagnostic['values']): void {
  const holes = holesOf(readWords('en', id));
  for (const part of ['message', 'help']) {
    const needed = holes[`${part}_${values.context}`] ?? holes[part] ?? [];
    expect(Object.keys(values)).toEqual(expect.arrayContaining(needed));
  }
}
