import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { expectFinding } from './expect-finding.ts';
import { runTinkuy } from './run-tinkuy.ts';

/** The schemas that the project adds: a type of its own, and a property of a built-in type. Nothing else knows of them. */
const schemas = {
  'schemas/types/lake.json': JSON.stringify({
    title: 'Lake',
    description: 'A body of still water.',
    'x-label': { pt: 'Lago' },
    'x-plural': { en: 'Lakes', pt: 'Lagos' },
    'x-jsonld-type': ['schema:LakeBodyOfWater'],
    type: 'object',
    allOf: [{ $ref: 'location.json' }],
    properties: {
      depth: {
        $ref: '../values.json#/$defs/quantity',
        title: 'Greatest depth',
        description: 'Depth at the deepest point.',
        'x-label': { pt: 'Profundidade máxima' },
        'x-units': ['m'],
      },
      inflow: {
        type: 'array',
        items: { $ref: '../values.json#/$defs/entity' },
        title: 'Inflow',
        description: 'River that flows into it.',
        'x-label': { pt: 'Afluente' },
        'x-range': ['place'],
      },
    },
  }),
  'schemas/types/country.json': JSON.stringify({
    properties: {
      independence: {
        $ref: '../values.json#/$defs/date',
        title: 'Independence',
        description: 'Day of the declaration of independence.',
        'x-label': { pt: 'Independência' },
      },
    },
  }),
};

const catalog = (sentence: string) => `msgid ""
msgstr ""
"Language: pt\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

msgid "A lake"
msgstr "Um lago"

msgid "[Lake General Carrera](lake:general-carrera) is [586 m](lake:general-carrera#depth) deep. [Chile](country:chile) is independent since [February 12, 1818](country:chile#independence)."
msgstr "${sentence}"
`;

const project = {
  'tinkuy.yaml': 'base: https://example.org/lakes/\neditions: { en: en-US, pt: pt-BR }\n',
  ...schemas,
  'source/lakes/article.md': `---
title: A lake
language: en
licence: { text: all-rights-reserved, data: all-rights-reserved }
---

[Lake General Carrera](lake:general-carrera) is [586 m](lake:general-carrera#depth) deep. [Chile](country:chile) is independent since [February 12, 1818](country:chile#independence).
`,
  'source/lakes/entities/lakes.yaml': `lake:general-carrera:
  name: { en: Lake General Carrera, pt: Lago General Carrera }
  inflow: [place:ibanez]
place:ibanez:
  name: { en: Ibáñez River, pt: Rio Ibáñez }
country:chile:
  name: { en: Chile, pt: Chile }
`,
  'locales/pt/lakes.po': catalog(
    'O [lago General Carrera](lake:general-carrera) tem [586 m](lake:general-carrera#depth) de profundidade. O [Chile](country:chile) é independente desde [12 de fevereiro de 1818](country:chile#independence).',
  ),
};

describe('a type and a property that only the project’s schemas know', () => {
  test('are read out of the text, published and defined in the context', () => {
    const folder = temporaryFolder(project);
    const read = (at: string) => readFileSync(path.join(folder, 'dist', at), 'utf8');
    expect(runTinkuy(folder, 'build', '--strict')).toMatchObject({ code: 0, err: '' });

    const { '@context': context, '@graph': graph } = JSON.parse(read('data/lakes.jsonld')) as {
      '@context': Record<string, unknown>;
      '@graph': Record<string, unknown>[];
    };
    const node = (id: string) => graph.find((found) => found['@id'] === `https://example.org/lakes/${id}`);
    expect(node('id/lake/general-carrera')).toMatchObject({
      '@type': ['schema:LakeBodyOfWater', 'Lake'],
      name: { en: 'Lake General Carrera', pt: 'Lago General Carrera' },
      inflow: ['https://example.org/lakes/id/place/ibanez'],
    });
    expect(node('id/lake/general-carrera#depth')).toMatchObject({
      'schema:value': { '@type': 'xsd:decimal', '@value': '586' },
      'qudt:hasUnit': { '@id': 'unit:M' },
    });
    expect(node('id/country/chile')).toMatchObject({
      independence: { '@type': 'xsd:date', '@value': '1818-02-12' },
    });
    const { '@context': alone } = JSON.parse(read('data/context.jsonld')) as { '@context': unknown };
    for (const terms of [context, alone]) {
      expect(terms).toMatchObject({
        Lake: 'def:Lake',
        depth: 'def:depth',
        independence: 'def:independence',
        inflow: { '@id': 'def:inflow', '@type': '@id', '@container': '@set' },
      });
    }

    expect(read('en/lakes-register.md')).toContain(
      '<span id="lake-general-carrera--depth"></span>Greatest depth: 586\u00a0m\n',
    );
    expect(read('pt/lakes-register.md')).toContain('\n## Lagos\n');
    expect(read('pt/lakes-register.md')).toContain('>Profundidade máxima: 586\u00a0m\n');
    expect(read('pt/lakes-register.md')).toContain('>Independência: 12 de fevereiro de 1818\n');
  });

  const article = 'source/lakes/article.md';
  const records = 'source/lakes/entities/lakes.yaml';
  const translation = 'locales/pt/lakes.po';
  test.each<[name: string, at: keyof typeof project, right: string, wrong: string, rule: string]>([
    ['a unit of another kind', article, '[586 m]', '‸[586 kg]', 'unit-is-known'],
    ['words that are no value', article, '[586 m]', '‸[very]', 'value-is-readable'],
    ['a day that does not exist', article, '[February 12, 1818]', '‸[February 30, 1818]', 'date-exists'],
    [
      'a misspelt property',
      article,
      '[586 m](lake:general-carrera#depth)',
      '‸[586 m](lake:general-carrera#dept)',
      'property-is-known',
    ],
    [
      'a misspelt type',
      article,
      '[Lake General Carrera](lake:',
      '‸[Lake General Carrera](lke:',
      'entity-type-is-known',
    ],
    [
      'a property of another type',
      article,
      '[586 m](lake:general-carrera#depth)',
      '‸[586 m](country:chile#depth)',
      'property-is-known',
    ],
    [
      'another value in a translation',
      translation,
      'tem [586 m]',
      'tem ‸[568 m]',
      'statement-agrees-across-editions',
    ],
    [
      'a relation to the wrong type',
      records,
      '[place:ibanez]',
      '[‸country:chile]',
      'reference-type-is-allowed',
    ],
    [
      'a value of the wrong kind',
      records,
      'inflow: [place:ibanez]',
      'depth: ‸deep',
      'value-has-the-right-type',
    ],
    ['a misspelt key', records, 'inflow:', '‸inflw:', 'property-is-known'],
  ])('are checked: %s', async (_, at, right, wrong, rule) => {
    const folder = temporaryFolder({ ...project, 'dist/en/lakes.md': 'The last good one.' });
    expect(project[at]).toContain(right);
    await expectFinding(folder, { [at]: project[at].replace(right, wrong) }, rule);
  });

  test('are in what is generated from the schemas', () => {
    const folder = temporaryFolder(project);
    const read = (at: string) => readFileSync(path.join(folder, at), 'utf8');
    expect(runTinkuy(folder, 'generate').code).toBe(0);
    const types = read('schemas/generated/entities.ts');
    expect(types).toMatch(/export interface Lake\b/);
    expect(types).toMatch(/\bdepth\?: /);
    expect(types).toMatch(/\bindependence\?: /);
    expect(JSON.parse(read('schemas/generated/context.jsonld'))).toMatchObject({
      '@context': { Lake: 'def:Lake', depth: 'def:depth', independence: 'def:independence' },
    });
    expect(read('schemas/generated/records.schema.json')).toContain('Depth at the deepest point.');
    expect(read('docs/vocabulary.md')).toContain('Greatest depth');
    expect(runTinkuy(folder, 'generate', '--check').code).toBe(0);
  });
});
