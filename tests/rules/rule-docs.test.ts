import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { build } from '../../pipeline/build.ts';
import { createServices } from '../../pipeline/host/create-services.ts';
import { packageRoot } from '../../pipeline/host/package-root.ts';
import { readProject } from '../../pipeline/host/read-project.ts';
import type { Diagnostic } from '../../pipeline/model.ts';
import { type RuleId, rules } from '../../pipeline/rules/rules.ts';
import { type Example, overlay, readRulePage } from './rule-page.ts';

/** Rules that no text in a fence can break, and the tests that break them. */
const provenElsewhere: Partial<Record<RuleId, string>> = {
  'built-editions-agree': 'tests/parity/',
  'catalog-belongs-to-publication': 'tests/cli/catalog-sync.test.ts',
  'edited-edition-is-current': 'tests/cli/catalog-adopt.test.ts',
  'edition-is-as-built': 'tests/cli/catalog-adopt.test.ts',
  'editions-carry-one-graph': 'tests/parity/compare-graphs.test.ts',
  'evidence-is-where-it-says': 'tests/evidence/check-evidence.test.ts',
  'exchange-catalog-is-synced': 'tests/cli/catalog-exchange.test.ts',
  'exchange-catalog-is-unchanged': 'tests/cli/catalog-exchange.test.ts',
  'exchange-codes-are-kept': 'tests/cli/catalog-exchange.test.ts',
  'exchange-file-is-self-contained': 'tests/cli/catalog-exchange.test.ts',
  'exchange-file-is-well-formed': 'tests/cli/catalog-exchange.test.ts',
  'exchange-format-is-known': 'tests/cli/catalog-exchange.test.ts',
  'exchange-language-is-an-edition': 'tests/cli/catalog-exchange.test.ts',
  'exchange-source-is-current': 'tests/cli/catalog-exchange.test.ts',
  'exchange-source-is-kept': 'tests/cli/catalog-exchange.test.ts',
  'exchange-text-is-in-project': 'tests/cli/catalog-exchange.test.ts',
  'exchange-text-is-plain': 'tests/cli/catalog-exchange.test.ts',
  'exchange-translation-is-kept': 'tests/cli/catalog-exchange.test.ts',
  'exchange-unit-is-known': 'tests/cli/catalog-exchange.test.ts',
  'file-is-inside-project': 'tests/host/read-project.test.ts',
  'file-is-readable': 'tests/host/read-project.test.ts',
  'file-is-utf8': 'tests/host/read-project.test.ts',
  'file-size-is-bounded': 'tests/host/read-project.test.ts',
  'hand-edit-is-in-the-text': 'tests/cli/catalog-adopt.test.ts',
  'hand-edit-keeps-links': 'tests/cli/catalog-adopt.test.ts',
  'hand-edit-keeps-structure': 'tests/cli/catalog-adopt.test.ts',
  'hand-edit-reads-back': 'tests/cli/catalog-adopt.test.ts',
  'link-resolves': 'tests/parity/',
  'paragraph-has-bounded-length': 'tests/document/',
  'query-can-be-run': 'tests/cli/query.test.ts',
  'query-is-well-formed': 'tests/cli/query.test.ts',
  'query-only-reads': 'tests/cli/query.test.ts',
  'query-stays-in-bounds': 'tests/cli/query.test.ts',
};

const ids = Object.keys(rules) as RuleId[];
const languages = ['en', 'es', 'pt'];
const base = readProject(fileURLToPath(new URL('../fixtures/rule-base', import.meta.url))).value;

async function diagnose(example: Example): Promise<Diagnostic[]> {
  const files = { own: overlay(base.own, example), builtin: base.builtin };
  return (
    await build(
      files,
      createServices(() => undefined),
    )
  ).diagnostics;
}

function readPage(id: string) {
  return readRulePage(readFileSync(`${packageRoot}docs/rules/${id}.md`, 'utf8'));
}

function readWords(language: string, id: string): Record<string, string> {
  return JSON.parse(readFileSync(`${packageRoot}locales/${language}/diagnostics/${id}.json`, 'utf8'));
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

test('the base project has no finding', async () => {
  expect(await diagnose(new Map())).toEqual([]);
});

test('every rule has a page and words in three languages, and there are no others', () => {
  const named = (folder: string) =>
    readdirSync(packageRoot + folder).map((name) => name.replace(/\.\w+$/, ''));
  expect(named('docs/rules').sort()).toEqual(ids);
  for (const language of languages) expect(named(`locales/${language}/diagnostics`).sort()).toEqual(ids);
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
    expect(headings).toEqual(['Fails', 'Passes']);
  });

  test('what its page says fails, fails; what passes, passes', async () => {
    const { fails, passes } = readPage(id);
    if (id in provenElsewhere) {
      expect(fails, `${id} can be broken by a text: take it off the list`).toEqual([]);
      return;
    }
    expect(fails, 'no example with a path').not.toEqual([]);
    expect(passes, 'no example with a path').not.toEqual([]);
    for (const example of fails) {
      const found = (await diagnose(example)).filter(({ rule }) => rule === id);
      expect(found).not.toEqual([]);
      for (const { values } of found) expectHolesFilled(id, values);
    }
    for (const example of passes) {
      expect((await diagnose(example)).filter(({ rule }) => rule === id)).toEqual([]);
    }
  });
});

/** The message and help that i18next chooses by `context` have no hole without a value. */
function expectHolesFilled(id: RuleId, values: Diagnostic['values']): void {
  const holes = holesOf(readWords('en', id));
  for (const part of ['message', 'help']) {
    const needed = holes[`${part}_${values.context}`] ?? holes[part] ?? [];
    expect(Object.keys(values)).toEqual(expect.arrayContaining(needed));
  }
}
