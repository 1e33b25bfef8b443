import { toString as textOf } from 'mdast-util-to-string';
import { describe, expect, test } from 'vitest';
import type { Build } from '../../pipeline/build.ts';
import { readVocabulary } from '../../pipeline/graph/schema.ts';
import type { Diagnostic, Json, JsonObject, Property, Publication } from '../../pipeline/model.ts';
import { resolveSeverity } from '../../pipeline/rules/resolve-severity.ts';
import { buildProject } from '../build-project.ts';
import { ownBuild as built, ownProject as project } from './own-build.ts';
import { isCommitted, readPublished } from './published.ts';

const published = readPublished();
const [publication] = built.publications as [Publication];
const { graph } = publication;

/** Diagnostics of rules that are on, as the repository's configuration has them. */
function findings(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return resolveSeverity(diagnostics, built.configuration.rules, true);
}

/** Paths of what is not, byte for byte, what lies in dist/. */
function findStale({ outputs }: Build, dist: Map<string, Buffer>): string[] {
  const committed = outputs.filter(({ path }) => isCommitted(path));
  const fresh = new Map(committed.map(({ path, text }) => [path, Buffer.from(text)]));
  const paths = new Set([...fresh.keys(), ...dist.keys()]);
  return [...paths].filter((path) => !fresh.get(path)?.equals(dist.get(path) ?? Buffer.alloc(0))).sort();
}

describe('the publication of this repository', () => {
  test('has no finding, not even a warning', () => {
    expect(findings([...project.diagnostics, ...built.diagnostics])).toEqual([]);
    expect(built.outputs.filter(({ path }) => isCommitted(path))).toHaveLength(36);
    expect(built.outputs).toHaveLength(36 + 3 + 2 * graph.entities.size);
  });

  test('is what dist/ holds; after an edit, `npm run build` makes it so', () => {
    expect(findStale(built, published)).toEqual([]);
    expect(findStale(built, new Map(published).set('manifest.json', Buffer.from('{}')))).toEqual([
      'manifest.json',
    ]);
    expect(findStale(built, new Map(published).set('old.md', Buffer.from('')))).toEqual(['old.md']);
  });

  test('is built a second time, out of files in another order, to the same bytes', async () => {
    const { own, builtin } = project.value;
    const again = await buildProject({ own: [...own].reverse(), builtin: [...builtin].reverse() });
    expect(findings(again.diagnostics)).toEqual([]);
    const texts = ({ outputs }: Build) => new Map(outputs.map(({ path, text }) => [path, text]));
    expect([...texts(again)].filter(([path, text]) => texts(built).get(path) !== text)).toEqual([]);
    expect(again.outputs.map(({ path }) => path)).toEqual(built.outputs.map(({ path }) => path));
  });
});

/** Entities by type when the publication was complete. Nothing of the article may get lost; more is welcome. */
const entityFloor: Record<string, number> = {
  agreement: 28,
  assessment: 8,
  body: 48,
  border: 8,
  commission: 24,
  concept: 192,
  country: 15,
  crossing: 4,
  event: 25,
  feature: 21,
  fund: 5,
  hub: 5,
  infrastructure: 10,
  law: 13,
  network: 10,
  note: 45,
  org: 20,
  person: 21,
  place: 110,
  programme: 34,
  work: 24,
};

/** Counts, ranks, a ratio and shares: what the article counts, what of it, and the number. */
const countsAndRanks: [string, string, string][] = [
  ['country:peru', 'neighborCount', '5'],
  ['place:eastern-peru', 'boundaryShare', '70'],
  ['concept:cross-border-cooperation-conditions', 'partCount', '3'],
  ['concept:approach-components', 'partCount', '4'],
  ['programme:iirsa', 'hubCount', '9'],
  ['hub:andean', 'corridorCount', '2'],
  ['programme:border-crossings-peru-iirsa', 'projectCount', '3'],
  ['concept:zif', 'phaseCount', '2'],
  ['concept:peruvian-community-turin', 'rank', '3'],
  ['body:italian-cooperation', 'projectCount', '2'],
  ['place:brazilian-amazon', 'areaRatio', '7'],
  ['place:amazon', 'biosphereReserveRank', '2'],
];

const figureKinds = ['integer', 'decimal', 'quantity', 'date', 'period'];

/** Numbers, dates and periods of an entity: "area", "population", "population.period". */
function listFigures(properties: Map<string, Property>, values: JsonObject, at = ''): string[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const property = properties.get(name);
    if (property === undefined || !figureKinds.includes(String(property.kind))) return [];
    return [value].flat().flatMap((item: Json) => {
      if (String(property.kind) !== 'quantity' || typeof item !== 'object' || item === null)
        return [at + name];
      // Value and unit are one figure; a period is another.
      const { value: _value, unit: _unit, ...parts } = item as JsonObject;
      return [at + name, ...listFigures(property.parts, parts, `${at + name}.`)];
    });
  });
}

function countWords(kinds: string[]): number {
  const segments = publication.editions.find(({ isSource }) => isSource)?.segments ?? [];
  const words = segments.flatMap(({ segment, node }) =>
    kinds.includes(segment.kind) ? textOf(node).split(/\s+/) : [],
  );
  return words.filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

describe('the publication does not shrink:', () => {
  test.each(Object.entries(entityFloor))('%s, at least %i', (type, floor) => {
    const entities = [...graph.entities.values()].filter((entity) => entity.type === type);
    expect(entities.length).toBeGreaterThanOrEqual(floor);
  });

  test.each(countsAndRanks)('%s is said of what was counted', (subject, path, value) => {
    const found = graph.facts.filter((fact) => fact.subject === subject && fact.path === path);
    expect(found.map((fact) => (fact.value as JsonObject).value)).toEqual([value]);
  });

  test('figures and dates', () => {
    const { types } = readVocabulary(
      project.value.builtin,
      project.value.own,
      built.configuration.base,
    ).value;
    const figures = [...graph.entities.values()].flatMap((entity) =>
      listFigures(types.get(entity.type)?.properties ?? new Map(), entity.properties),
    );
    expect(figures.length).toBeGreaterThanOrEqual(170);
    const stated = graph.facts.filter(({ kind }) => figureKinds.includes(String(kind)));
    const distinct = new Set(
      stated.map(({ subject, path, value }) => `${subject}#${path} ${JSON.stringify(value)}`),
    );
    expect(distinct.size).toBeGreaterThanOrEqual(140);
  });

  test('statements and mentions', () => {
    expect(graph.facts.length).toBeGreaterThanOrEqual(435);
    for (const { mentions } of publication.extractions) expect(mentions.length).toBeGreaterThanOrEqual(960);
  });

  test('boxes, tables, quotations, footnotes, sections', () => {
    const containers = [...publication.document.text.matchAll(/^:::(\w+)/gm)].map(([, name]) => name);
    const count = (name: string) => containers.filter((each) => each === name).length;
    expect({ box: count('box'), table: count('table'), quote: count('quote') }).toEqual({
      box: 3,
      table: 2,
      quote: 0,
    });
    const segmentsOf = (kind: string) => publication.segments.filter((segment) => segment.kind === kind);
    expect(segmentsOf('footnote').length).toBeGreaterThanOrEqual(20);
    expect(segmentsOf('heading').length).toBeGreaterThanOrEqual(16);
  });

  test('words of the English text, which is neither a summary nor longer than the article', () => {
    const text = countWords(['heading', 'paragraph', 'quotation', 'caption', 'item']);
    expect(text).toBeGreaterThan(6_000);
    expect(text).toBeLessThan(9_000);
    expect(countWords(['footnote'])).toBeGreaterThan(500);
  });
});
