import { compareShortest } from './compare-shortest.ts';
import type { TermDefinition } from './read-context.ts';
import type { NodeItem, NodeObject } from './read-object.ts';

/** Finds the term of a context for something; undefined where it has none that fits. */
export interface TermChoice {
  ofProperty: (iri: string, value: NodeObject) => TermDefinition | undefined;
  ofClass: (iri: string) => TermDefinition | undefined;
}

/** What a term must be for, most wanted first: its containers, and in each the types of its values. '*' is any type. */
interface Wish {
  containers: readonly string[];
  types: readonly string[];
}

const ofReference: Wish = { containers: ['@set', ''], types: ['@id', ''] };
const ofTagged: Wish = { containers: ['@language', '@language@set', '@set', ''], types: [''] };
const ofPlain: Wish = { containers: ['@set', '', '@language', '@language@set'], types: [''] };

/**
 * Term selection of JSON-LD 1.1 (https://www.w3.org/TR/json-ld11-api/#term-selection) among terms of the known kinds: of
 * those that mean the same it is the shortest.
 */
export function createTermChoice(definitions: readonly TermDefinition[]): TermChoice {
  const byMeaning = new Map<string, TermDefinition>();
  const iris = new Set<string>();
  for (const definition of [...definitions].sort((a, b) => compareShortest(a.term, b.term))) {
    const { iri, type = '', hasLanguages, isSet } = definition;
    const container = `${hasLanguages ? '@language' : ''}${isSet ? '@set' : ''}`;
    iris.add(iri);
    for (const each of [type, '*']) {
      const meaning = `${iri} ${container} ${each}`;
      if (!byMeaning.has(meaning)) byMeaning.set(meaning, definition);
    }
  }
  const find = (iri: string, { containers, types }: Wish): TermDefinition | undefined => {
    if (!iris.has(iri)) return undefined;
    for (const container of containers) {
      for (const type of types) {
        const found = byMeaning.get(`${iri} ${container} ${type}`);
        if (found) return found;
      }
    }
    return undefined;
  };
  return { ofProperty: (iri, value) => find(iri, wishOf(value)), ofClass: (iri) => find(iri, ofReference) };
}

function wishOf(value: NodeObject): Wish {
  if ('id' in value) return ofReference;
  if ('items' in value) return { containers: [''], types: typesOf(value.items) };
  if (value.language !== undefined) return ofTagged;
  return value.type === undefined ? ofPlain : { containers: ['@set', ''], types: [value.type, ''] };
}

/** The type that all items of a list have is wanted first. */
function typesOf(items: readonly NodeItem[]): string[] {
  if (items.length === 0) return ['*'];
  const [type = '', ...others] = new Set(items.map((item) => ('id' in item ? '@id' : (item.type ?? ''))));
  return others.length === 0 ? [type, ''] : [''];
}
