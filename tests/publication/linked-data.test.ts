import { describe, expect, test } from 'vitest';
import { splitSections } from './marks.ts';
import { readEditions, readPublished, readRegisters } from './published.ts';
import { readCards, readNumbers } from './read-cards.ts';
import {
  parseQuads,
  type Quad,
  readWithJsonld,
  readWithStreamingParser,
  refuseToLoad,
} from './read-quads.ts';
import { readWithMarkdownIt } from './read-with-markdown-it.ts';

const published = readPublished();
const editions = readEditions(published);
const languages = editions.map(({ language }) => language);
const textOf = (path: string): string => published.get(path)?.toString('utf8') ?? '';
const data = textOf('data/peru-borders.jsonld');
const canonical = await readWithJsonld(data);
const quads = parseQuads(canonical);

const base = 'https://w3id.org/tinkuy/';
const xsd = 'http://www.w3.org/2001/XMLSchema#';
const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const oa = 'http://www.w3.org/ns/oa#';
const prov = 'http://www.w3.org/ns/prov#';
const schema = 'http://schema.org/';

/** The lexical forms of https://www.w3.org/TR/xmlschema11-2/, in their strict sense. */
const lexicalForms: Record<string, (value: string) => boolean> = {
  [`${xsd}string`]: () => true,
  [`${rdf}langString`]: () => true,
  [`${xsd}nonNegativeInteger`]: (value) => /^\+?\d+$/.test(value),
  [`${xsd}boolean`]: (value) => value === 'true' || value === 'false',
  [`${xsd}int`]: (value) => /^[+-]?\d+$/.test(value),
  [`${xsd}integer`]: (value) => /^[+-]?\d+$/.test(value),
  [`${xsd}decimal`]: (value) => /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(value),
  [`${xsd}gYear`]: (value) => /^-?\d{4}$/.test(value),
  [`${xsd}gYearMonth`]: (value) => /^-?\d{4}-(?:0[1-9]|1[0-2])$/.test(value),
  [`${xsd}date`]: (value) =>
    /^\d{4}-\d\d-\d\d$/.test(value) &&
    !Number.isNaN(Date.parse(value)) &&
    new Date(value).toISOString().startsWith(value),
};

function findIllTyped(all: Quad[]): string[] {
  return all.flatMap(({ object: { kind, value, datatype = '' } }) =>
    kind === 'literal' && !lexicalForms[datatype]?.(value) ? [`${value}^^${datatype}`] : [],
  );
}

/** Addresses of ours that are spoken of and not described; the terms of our vocabulary are in the context. */
function findUndescribed(all: Quad[], context: string): string[] {
  const subjects = new Set(all.map(({ subject }) => subject));
  const namespaces: Record<string, string> = { def: `${base}def#`, tinkuy: `${base}core#` };
  const terms = new Set(
    [...context.matchAll(/"(def|tinkuy):([A-Za-z][\w.-]*)"/g)].map(
      ([, prefix = '', name]) => `${namespaces[prefix]}${name}`,
    ),
  );
  const spokenOf = all.flatMap(({ predicate, object }) => [
    predicate,
    ...(object.kind === 'node' ? [object.value] : []),
  ]);
  return [...new Set(spokenOf)].filter(
    (iri) => iri.startsWith(base) && !subjects.has(iri) && !terms.has(iri),
  );
}

/** Entities without a name in one of the languages; editorial notes, which have no names, without their words. */
function findUnnamed(all: Quad[]): string[] {
  const get = index(all);
  const names = new Map<string, Set<string>>();
  for (const { subject } of all) {
    if (!subject.startsWith(`${base}id/`) || subject.includes('#') || names.has(subject)) continue;
    const bodies = get(subject, `${oa}hasBody`).flatMap(({ value }) => get(value, `${rdf}value`));
    const isNote = get(subject, `${rdf}type`).some(({ value }) => value === `${oa}Annotation`);
    const words = (isNote ? bodies : get(subject, `${schema}name`)).filter(({ value }) => value !== '');
    // A work has its title in its own language.
    const isWork = get(subject, `${rdf}type`).some(({ value }) => value === `${base}core#Work`);
    const known = isWork && words.length > 0 ? languages : words.map(({ language = '' }) => language);
    names.set(subject, new Set(known));
  }
  return [...names]
    .filter(([, known]) => !languages.every((language) => known.has(language)))
    .map(([id]) => id);
}

interface Evidence {
  edition: string;
  section: string;
  /** The words that are quoted; undefined where the pipeline wrote them. */
  quote: string | undefined;
}

/** Objects by subject and predicate. */
function index(all: Quad[]): (subject: string, predicate: string) => Quad['object'][] {
  const objects = new Map<string, Quad['object'][]>();
  for (const { subject, predicate, object } of all) {
    const key = `${subject} ${predicate}`;
    objects.set(key, [...(objects.get(key) ?? []), object]);
  }
  return (subject, predicate) => objects.get(`${subject} ${predicate}`) ?? [];
}

/** The evidence of each statement: of a text, what its language says; of all else, what every language says. */
function readEvidence(all: Quad[]): Map<string, { wanted: string[]; found: Evidence[] }> {
  const get = index(all);
  const one = (subject: string, predicate: string) => get(subject, predicate)[0]?.value ?? '';
  const statements = all.filter(
    ({ predicate, object }) => predicate === `${rdf}type` && object.value === `${rdf}Statement`,
  );
  return new Map(
    statements.map(({ subject }) => {
      const said = get(subject, `${rdf}object`).flatMap(({ language }) => language ?? []);
      const found = get(subject, `${prov}wasQuotedFrom`).map(({ value }): Evidence => {
        const selectors = get(value, `${oa}hasSelector`).map((selector) => selector.value);
        const fragment = selectors.find((selector) => get(selector, `${rdf}value`).length > 0) ?? '';
        return {
          edition: one(value, `${oa}hasSource`),
          section: one(fragment, `${rdf}value`).split('.', 1)[0] ?? '',
          quote: get(fragment, `${oa}refinedBy`).flatMap(({ value: by }) => get(by, `${oa}exact`))[0]?.value,
        };
      });
      return [subject, { wanted: said.length > 0 ? said : languages, found }];
    }),
  );
}

/** Address of the edition in the version that is published. */
function editionOf(language: string): string {
  const version = editions.find((edition) => edition.language === language)?.frontMatter.version;
  return `${base}edition/peru-borders/${language}/${version}`;
}

function findUnproven(all: Quad[]): string[] {
  return [...readEvidence(all)].flatMap(([statement, { wanted, found }]) => {
    const expected = wanted.map((language) => editionOf(language)).sort();
    const sources = found.map(({ edition }) => edition).sort();
    return sources.join() === expected.join() ? [] : [`${statement}: ${sources.join() || 'none'}`];
  });
}

/** Statements that the graph speaks of, with evidence, and does not make. */
function findUnasserted(all: Quad[]): string[] {
  const get = index(all);
  const isSame = (a: Quad['object']) => (b: Quad['object']) =>
    a.value === b.value && a.language === b.language && a.datatype === b.datatype;
  return [...readEvidence(all).keys()].filter((statement) => {
    const subject = get(statement, `${rdf}subject`)[0]?.value ?? '';
    const predicate = get(statement, `${rdf}predicate`)[0]?.value ?? '';
    const objects = get(statement, `${rdf}object`);
    return objects.length === 0 || !objects.every((object) => get(subject, predicate).some(isSame(object)));
  });
}

/** Everything in a JSON document that is a number. */
function findNumbers(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(findNumbers) : [];
}

const sample = (object: string) => parseQuads(`<${base}id/a/b> <${base}def#c> ${object} .`);

describe('data/peru-borders.jsonld', () => {
  test('is the same graph to an independent parser, which finds nothing said twice', async () => {
    const other = await readWithStreamingParser(data);
    expect(other.canonical).toBe(canonical);
    expect(other.count).toBe(quads.length);
    expect(quads.length).toBeGreaterThan(20_000);
  });

  test('has literals as their types demand', () => {
    expect(findIllTyped(quads)).toEqual([]);
    const typed = quads.filter(
      ({ object }) => object.datatype?.startsWith(xsd) && object.datatype !== `${xsd}string`,
    );
    expect(typed.length).toBeGreaterThanOrEqual(200);
    for (const bad of [
      '"5.441E1"^^<xsd:decimal>',
      '"1,528"^^<xsd:decimal>',
      '"12.0"^^<xsd:integer>',
      '"2011-02-29"^^<xsd:date>',
      '"1998-10"^^<xsd:date>',
      '"1998-13"^^<xsd:gYearMonth>',
      '"98"^^<xsd:gYear>',
      '"yes"^^<xsd:boolean>',
    ])
      expect(findIllTyped(sample(bad.replace('xsd:', xsd)))).toHaveLength(1);
  });

  test('describes every address of ours that it speaks of', () => {
    const context =
      textOf('data/context.jsonld') +
      textOf('data/vocabulary.ttl').replace(/^((?:def|tinkuy):\w[\w.-]*) a /gm, '"$1"');
    expect(findUndescribed(quads, context)).toEqual([]);
    expect(findUndescribed(sample(`<${base}id/country/preu>`), context)).toEqual([
      `${base}def#c`,
      `${base}id/country/preu`,
    ]);
  });

  test('names every entity in three languages', () => {
    expect(findUnnamed(quads)).toEqual([]);
    const names = languages.map((language) => `<${base}id/a/b> <${schema}name> "A"@${language} .`);
    expect(findUnnamed(parseQuads(names.join('\n')))).toEqual([]);
    expect(findUnnamed(parseQuads(names.slice(1).join('\n')))).toEqual([`${base}id/a/b`]);
    const note = [`<${base}id/a/b> <${rdf}type> <${oa}Annotation> .`, ...names];
    expect(findUnnamed(parseQuads(note.join('\n')))).toEqual([`${base}id/a/b`]);
  });

  test('gives evidence of every statement in three languages', () => {
    expect(findUnproven(quads)).toEqual([]);
    const less = quads.filter(
      ({ subject, predicate }) => !(predicate === `${oa}hasSource` && subject.endsWith('#pt')),
    );
    expect(findUnproven(less).length).toBeGreaterThan(300);
  });

  test('makes every statement that it has evidence of', () => {
    expect(findUnasserted(quads)).toEqual([]);
    const less = quads.filter(({ predicate }) => predicate !== `${base}core#area`);
    expect(findUnasserted(less).length).toBeGreaterThan(3);
  });

  test('quotes what the editions say, where they say it', () => {
    const sections = new Map(
      editions.flatMap(({ language, markdown }) =>
        splitSections(readWithMarkdownIt(markdown)).map(({ id, marks }) => [
          `${editionOf(language)} ${id}`,
          marks.map(({ kind, value }) => (kind === 'text' ? value : '')).join(''),
        ]),
      ),
    );
    const isSaid = ({ edition, section, quote = '' }: Evidence) =>
      sections.get(`${edition} ${section}`)?.includes(quote) === true;
    const evidence = [...readEvidence(quads).values()].flatMap(({ found }) => found);
    expect(evidence.filter((each) => !isSaid(each))).toEqual([]);
    expect(evidence.filter(({ quote }) => quote !== undefined).length).toBeGreaterThan(1_000);
    const [first] = evidence as [Evidence];
    expect(isSaid({ ...first, quote: 'Atlantis' })).toBe(false);
    expect(isSaid({ ...first, section: 's-nowhere' })).toBe(false);
  });

  test('has the numbers that are on the cards of the registers', () => {
    // What was computed is on no card: the text does not say it.
    const values = quads.filter(
      ({ subject, predicate }) => predicate === `${schema}value` && !subject.endsWith('.computed'),
    );
    expect(values.length).toBeGreaterThanOrEqual(55);
    for (const { language, markdown } of readRegisters(published)) {
      const cards = readCards(readWithMarkdownIt(markdown));
      const missing = values.filter(({ subject, object }) => {
        const [type, slug, path] = subject.slice(`${base}id/`.length).split(/[/#]/);
        const card = cards.get(`${type}-${slug}--${path}`) ?? '';
        return !readNumbers(card, language).includes(object.value);
      });
      expect(missing).toEqual([]);
    }
  });

  test('has no numbers of JSON, which become doubles', () => {
    const { '@graph': graph } = JSON.parse(data) as { '@graph': unknown };
    expect(findNumbers(graph)).toEqual([]);
    expect(findNumbers([{ value: { '@value': 54.41 } }])).toEqual([54.41]);
  });

  test('carries the context that is published beside it', () => {
    const contexts = [data, textOf('data/context.jsonld')].map(
      (text) => (JSON.parse(text) as { '@context': unknown })['@context'],
    );
    expect(contexts[0]).toEqual(contexts[1]);
  });
});

test.each(editions)(
  'the description in $language loses nothing in the words of schema.org',
  async ({ language }) => {
    // schema.org is never fetched: its context gives each word its own address.
    const load = (url: string) =>
      url === 'https://schema.org'
        ? Promise.resolve({ documentUrl: url, document: { '@context': { '@vocab': schema } } })
        : refuseToLoad(url);
    const flat = parseQuads(await readWithJsonld(textOf(`${language}/peru-borders.jsonld`), load as never));
    expect(flat.length).toBeGreaterThan(500);
    expect(findIllTyped(flat)).toEqual([]);
  },
);

describe('both readers refuse', () => {
  test('to fetch a context', async () => {
    const remote = '{"@context": "https://example.org/context.jsonld", "@id": "https://example.org/a"}';
    await expect(readWithJsonld(remote)).rejects.toThrow();
    await expect(readWithStreamingParser(remote)).rejects.toThrow();
  });
});

test('jsonld refuses a key without an address, and an address that is none', async () => {
  const context = '"@context": {"name": "http://schema.org/name"}';
  await expect(readWithJsonld(`{${context}, "name": "a", "nmae": "b"}`)).rejects.toThrow();
  await expect(readWithJsonld(`{${context}, "@id": "a b", "name": "a"}`)).rejects.toThrow();
});

test('another graph is not the same graph', async () => {
  const [one, other] = await Promise.all(
    ['a', 'b'].map((name) => readWithStreamingParser(`{"http://schema.org/name": "${name}"}`)),
  );
  expect(one?.canonical).not.toBe(other?.canonical);
});
