import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import type { SourceFile } from '../../pipeline/model.ts';
import { readConfiguration } from '../../pipeline/project/read-configuration.ts';
import { withBase } from '../cli/bad-project.ts';
import { marked } from '../diagnostics/make-report.ts';

const builtin: SourceFile[] = ['configuration', 'values'].map((name) => {
  const path = `schemas/${name}.json`;
  return { path, text: readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8') };
});

function read(text: string) {
  return readConfiguration({ own: [{ path: 'tinkuy.yaml', text }], builtin });
}

test('what is not said has a default, and a base gets its slash', () => {
  const { value, diagnostics } = read(
    'base: https://example.org/demo\neditions: {es: es-PE, en: en-US, pt: pt-BR}\n',
  );
  expect(diagnostics).toEqual([]);
  expect(value).toMatchObject({
    base: 'https://example.org/demo/',
    editions: [
      { language: 'es', tag: 'es-PE', citationStyle: 'apa' },
      { language: 'en', tag: 'en-US', citationStyle: 'apa' },
      { language: 'pt', tag: 'pt-BR', citationStyle: 'tinkuy-abnt' },
    ],
    mentions: 'first-in-section',
    numberSections: true,
    allowHtml: false,
    rules: {},
  });
});

test('all that can be said is read', () => {
  const { value, diagnostics } = read(`
base: http://example.org/
editions:
  qu: { tag: qu-PE, citationStyle: chicago-author-date }
mentions: none
numberSections: false
allowHtml: true
rules: { link-resolves: off, file-is-utf8: "warning" }
`);
  expect(diagnostics).toEqual([]);
  expect(value).toMatchObject({
    base: 'http://example.org/',
    editions: [{ language: 'qu', tag: 'qu-PE', citationStyle: 'chicago-author-date' }],
    mentions: 'none',
    numberSections: false,
    allowHtml: true,
    rules: { 'link-resolves': 'off', 'file-is-utf8': 'warning' },
  });
});

test('the schema is one', () => {
  const ajv = new Ajv2020({ strict: false });
  for (const { text } of builtin) expect(ajv.validateSchema(JSON.parse(text))).toBe(true);
});

test('the defaults are those of the schema', () => {
  const schema = JSON.parse(builtin[0]?.text ?? '') as { properties: Record<string, { default?: unknown }> };
  const { value } = read('editions: {en: en-US}');
  for (const [key, property] of Object.entries(schema.properties)) {
    if ('default' in property) expect(value).toHaveProperty(key, property.default);
  }
});

test('without tinkuy.yaml there is no project', () => {
  const { diagnostics } = readConfiguration({ own: [], builtin });
  expect(diagnostics).toMatchObject([{ rule: 'project-is-configured', location: { path: 'tinkuy.yaml' } }]);
});

const editions = 'editions: {en: en-US}\n';

test.each([
  [
    'an unknown key',
    `${editions}‹mentoins›: all`,
    { context: 'misspelt', found: 'mentoins', likely: 'mentions' },
  ],
  [
    'an unknown key that resembles none',
    `${editions}‹weather›: fine`,
    { context: 'unknown', found: 'weather' },
  ],
  [
    'an unknown key of an edition',
    'editions:\n  en:\n    tag: en-US\n    ‹stile›: apa',
    { context: 'unknown' },
  ],
  ['a key from the prototype', `${editions}‹__proto__›: {allowHtml: true}`, { found: '__proto__' }],
  [
    'a value that is none of the list',
    `${editions}mentions: ‹First›`,
    { context: 'unknown', found: 'First' },
  ],
  [
    'a text where a yes or no belongs',
    `${editions}allowHtml: ‹"yes"›`,
    { context: 'boolean', found: '"yes"' },
  ],
  ['a list of editions', 'editions: ‹[en-US]›', { context: 'object' }],
  ['no edition', 'editions: ‹{}›', { context: 'empty' }],
  ['a base that is missing', '‹›editions: {en: en-US}', { context: 'missing', expected: 'base' }],
  ['editions that are missing', '‹›base: https://example.org/', { context: 'missing', expected: 'editions' }],
  ['an edition without a tag', 'editions:\n  en: ‹[]›', { context: 'stringOrObject' }],
  ['a tag with an underscore', 'editions: {en: ‹en_US›}', { context: 'tag', found: 'en_US' }],
  ['a tag in capitals', 'editions: {en: ‹EN-us›}', { context: 'tagForm', expected: 'en-US' }],
  ['a tag of another language', 'editions: {es: ‹pt-BR›}', { context: 'tagLanguage', expected: 'es' }],
  [
    'a language that Intl does not know',
    'editions: {‹xx›: xx-XX}',
    { context: 'tagUnsupported', found: 'xx' },
  ],
  ['a region that does not exist', 'editions: {en: ‹en-QX›}', { context: 'tag', found: 'en-QX' }],
  ['a language that is a path', 'editions: {‹../en›: en-US}', { context: 'tag', found: '../en' }],
  ['a tag of two editions', 'editions: {es: es-PE, es-PE: ‹es-PE›}', { context: 'tagTwice' }],
  ['a relative base', `${editions}base: ‹/demo/›`, { context: 'base' }],
  ['a base of another scheme', `${editions}base: ‹ftp://example.org/›`, { context: 'base' }],
  ['a base with a blank', `${editions}base: ‹https://example.org/a b/›`, { context: 'base' }],
  ['a base with a fragment', `${editions}base: ‹https://example.org/#x›`, { context: 'basePart' }],
  ['a base with a query', `${editions}base: ‹"https://example.org/?x=1"›`, { context: 'basePart' }],
  ['a base with a password', `${editions}base: ‹https://me:secret@example.org/›`, { context: 'basePart' }],
  [
    'an unknown rule',
    `${editions}rules: {‹link-resolved›: off}`,
    { context: 'misspeltRule', likely: 'link-resolves' },
  ],
  [
    'an unknown severity',
    `${editions}rules: {link-resolves: ‹never›}`,
    { context: 'unknown', found: 'never' },
  ],
  ['a text only', '‹hello›', { context: 'object', found: '"hello"' }],
  ['an empty file', '‹›', { context: 'object', found: 'null' }],
])('%s is told where it stands', (name, source, values) => {
  const { text, location } = marked('tinkuy.yaml', source);
  const { diagnostics } = read(name === 'a base that is missing' ? text : withBase(text));
  const { start, end } = location;
  expect(diagnostics).toMatchObject([{ rule: 'configuration-is-valid', location: { start, end }, values }]);
});

test.each([
  ['a tab', `editions:\n\ten: en-US`],
  ['an open bracket', 'editions: {en: en-US'],
  ['an alias that explodes', `a: &a [x,x]\nb: &b [*a,*a]\neditions: {en: en-US}`],
  ['a key twice', 'editions: {en: en-US, en: en-GB}'],
])('%s is a finding of the YAML', (_, text) => {
  const { diagnostics } = read(text);
  expect(diagnostics.map(({ rule }) => rule).join(' ')).toMatch(/yaml-/);
});
