import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Parser } from 'n3';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../package-root.ts';
import { readPublished } from '../publication/published.ts';
import { lookedUp } from './terms.ts';
import { namespaceOf, readDefinitions } from './vocabularies/definitions.ts';
import { type Fault, findMisuse, type Misuse } from './vocabularies/find-misuse.ts';
import { readVocabularies } from './vocabularies/read-vocabularies.ts';

// Whether the data use each term as its vocabulary defines it: domains, ranges, classes, by the files of the vocabularies
// themselves (@zazuko/vocabularies), and by those of our own through the wider terms that data/vocabulary.ttl gives.
const published = readPublished();
const read = (at: string) => new Parser().parse(published.get(at)?.toString('utf8') ?? '');
const vocabularies = [...readVocabularies(), ...read('data/vocabulary.ttl')];
const definitions = readDefinitions(vocabularies, 'https://w3id.org/tinkuy/');
const defined = new Set(vocabularies.map(({ subject }) => subject.value));
/** No file is packaged of these; `terms.ts` says where their terms were looked up, and what they demand of things is not judged. */
const elsewhere = new Set(Object.keys(lookedUp));
const isKnown = (term: string) => defined.has(term) || elsewhere.has(namespaceOf(term));

const folder = path.join(packageRoot, 'tests/fixtures/vocabulary-misuse');
const readFixture = (name: string) =>
  new Parser().parse(readFileSync(path.join(folder, `${name}.ttl`), 'utf8'));
const judge = (name: string): Misuse[] => findMisuse(readFixture(name), definitions, isKnown);

/** Equal misuses as one, with how often and one place. */
function listed(misuses: readonly Misuse[]): string[] {
  const kinds = new Map<string, string[]>();
  for (const { fault, what, where } of misuses)
    kinds.set(`${fault}: ${what}`, [...(kinds.get(`${fault}: ${what}`) ?? []), where]);
  return [...kinds].map(([kind, places]) => `${places.length} × ${kind}, as ${places[0]}`);
}

const graphs = [...published.keys()].filter((at) => at.endsWith('.ttl'));
test.each(graphs)('%s uses terms as their vocabularies define them', (at) => {
  const quads = read(at);
  expect(quads.length).toBeGreaterThan(300);
  expect(listed(findMisuse(quads, definitions, isKnown))).toEqual([]);
});

describe('what is wrong is found, and nothing else', () => {
  const rows: Record<string, Fault[]> = {
    'class-of-a-misspelt-name': ['unknown term'],
    'property-that-does-not-exist': ['unknown term'],
    'superseded-property': ['deprecated term'],
    'class-for-a-property': ['class as property'],
    'property-for-a-class': ['property as class'],
    'affiliation-to-a-country': ['outside the range'],
    'participant-of-an-event': ['outside the domain'],
    'issue-of-a-book': ['outside the domain'],
    'period-without-class': ['outside the domain'],
    'member-that-is-no-agent': ['outside the range'],
    'author-as-words': ['outside the range'],
    'order-of-another-datatype': ['outside the range'],
    'by-way-of-a-term-of-ours': ['outside the domain'],
    'words-where-a-thing-belongs': ['literal for a thing'],
    'thing-where-a-literal-belongs': ['thing for a literal'],
    'activity-that-is-derived': ['outside the domain'],
    'scheme-that-is-a-concept': ['disjoint classes'],
    'broader-than-no-concept': ['outside the range'],
    'related-and-broader': ['disjoint properties'],
    'label-of-two-sorts': ['labels'],
    'two-preferred-labels': ['labels'],
    'used-as-defined': [],
  };

  test.each(Object.entries(rows))('%s', (name, faults) => {
    expect(judge(name).map(({ fault }) => fault)).toEqual(faults);
  });

  test('every fixture has its row', () => {
    expect(readdirSync(folder).sort()).toEqual(
      Object.keys(rows)
        .map((name) => `${name}.ttl`)
        .sort(),
    );
  });
});
