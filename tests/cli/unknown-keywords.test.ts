import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Finding } from './expect-finding.ts';
import { readMark } from './mark.ts';
import { runInProcess } from './run-in-process.ts';

const values = 'https://w3id.org/tinkuy/schemas/values.json#/$defs/';
const level = `{ "$ref": "${values}integer" }`;
const draft07 = '"$schema": "http://json-schema.org/draft-07/schema#"';

/** Checks a project whose type has these members, with marks at the places of findings, and one record. */
async function check(members: string, record = 'level: 3') {
  const folder = mkdtempSync(path.join(tmpdir(), 'tinkuy-'));
  const write = (at: string, text: string): void => {
    mkdirSync(path.dirname(path.join(folder, at)), { recursive: true });
    writeFileSync(path.join(folder, at), text);
  };
  const parent = `{ "$ref": "https://w3id.org/tinkuy/schemas/types/location.json" }`;
  const head = `"title": "Well", "description": "A hole that gives water.", "type": "object", "allOf": [${parent}]`;
  const marked = `{\n  ${head},\n  ${members}\n}\n`;
  const { text, place } = readMark(marked.includes('‸') ? marked : `‸${marked}`);
  write('schemas/types/well.json', text);
  const off = 'rules: { record-is-used: off, furniture-is-translated: off }';
  write('tinkuy.yaml', `base: https://example.org/\neditions: { en: en-US }\n${off}\n`);
  const licence = 'licence: { text: https://example.org/l, data: https://example.org/l }\n';
  write('source/t/article.md', `---\ntitle: Wells\nlanguage: en\n${licence}---\n\nWells.\n`);
  write('source/t/entities/e.yaml', `well:w1:\n  name: { en: Old Well }\n  ${record}\n`);
  const { code, out } = await runInProcess(folder, 'check', '--no-cache', '--reporter', 'json');
  rmSync(folder, { recursive: true, force: true });
  const { findings } = JSON.parse(out) as { findings: (Finding & { severity: string })[] };
  return { code, findings, place };
}

test.each([
  ['mistyped', `"properties": { "level": ${level} },\n  ‸"requierd": ["name"]`, 'Did you mean required?'],
  [
    'mistyped in a property',
    `"properties": { "level": { "$ref": "${values}integer",\n ‸"minimun": 3 } }`,
    'minimum',
  ],
  ['of another draft', `"properties": { "level": ${level} },\n  ‸"$recursiveRef": "#"`, 'x-'],
  ['of OpenAPI', `"properties": { "level": { "type": "integer", ‸"nullable": true } }`, 'x-'],
  ['of no draft', `"properties": { "level": ${level} }, ‸"propertyOrder": 3`, ''],
  [
    'of 2020-12 in draft-07',
    `${draft07}, "properties": { "level": { "type": "integer" } }, ‸"dependentRequired": {}`,
    '',
  ],
])('a keyword %s is a warning at its line', async (_, members, likely) => {
  const { code, findings, place } = await check(members);
  expect(findings).toMatchObject([
    { rule: 'schema-keyword-is-known', severity: 'warning', path: 'schemas/types/well.json', start: place },
  ]);
  expect(findings[0]?.help).toContain(likely);
  expect(code).toBe(0);
});

test('what a record lacks is told beside it', async () => {
  const { code, findings } = await check(
    `"properties": { "level": ${level} }, "required": ["level"], "propertyOrder": 3`,
    'depth: 3',
  );
  expect(findings.map(({ rule }) => rule).sort()).toEqual([
    'property-is-known',
    'required-property-is-present',
    'schema-keyword-is-known',
  ]);
  expect(code).toBe(1);
});

test('one that is nearly an annotation of Tinkuy is an error', async () => {
  const { code, findings, place } = await check(
    `"properties": { "level": { "type": "integer", ‸"x-kinds": "integer" } }`,
  );
  expect(findings).toMatchObject([{ rule: 'schema-is-valid', severity: 'error', start: place }]);
  expect(code).toBe(1);
});

test.each([
  ['of somebody else', '"x-museum": { "room": 3 }, "x-order": 1'],
  [
    'of the standard',
    '"$comment": "c", "examples": [], "deprecated": false, "readOnly": false, "writeOnly": false, "default": {}, "$defs": { "a": { "type": "string", "contentMediaType": "application/json", "contentEncoding": "base64", "contentSchema": true } }',
  ],
  [
    'of draft-07',
    `${draft07}, "definitions": { "a": { "type": "array", "additionalItems": false, "$comment": "c" } }`,
  ],
  ['that holds definitions', '"anyOf": [{ "$ref": "#/shapes/a" }], "shapes": { "a": { "type": "object" } }'],
])('an annotation %s is none', async (_, members) => {
  expect((await check(`"properties": { "level": { "type": "integer" } }, ${members}`)).findings).toEqual([]);
});
