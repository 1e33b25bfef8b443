import type { Quad } from '@rdfjs/types';
import { createIris } from '../../graph/iri.ts';
import { labelProperty } from '../../graph/label-property.ts';
import { readVocabulary } from '../../graph/schema.ts';
import type { ProjectFiles, Vocabulary } from '../../model.ts';
import { isObject } from '../../values/json-value.ts';
import { readLabels } from '../rdf/read-labels.ts';
import { readPrefixes } from '../rdf/read-prefixes.ts';

/** How the data of a project is spoken of on the command line. */
export interface DataWords {
  /** Those of the vocabulary, and `id` for entities. */
  prefixes: Map<string, string>;
  /** What resources and terms are called in a language, by IRI. */
  labels: (graphs: readonly (readonly Quad[])[], language: string) => Map<string, string>;
}

/** Properties of other vocabularies that say what something is called, the usual ones first. */
const otherLabels = [
  'http://www.w3.org/2004/02/skos/core#prefLabel',
  'http://www.w3.org/2000/01/rdf-schema#label',
  'http://purl.org/dc/terms/title',
];

/** @param base of the project's addresses; undefined for that of the tool's own vocabulary */
export function readDataWords(files: ProjectFiles, base: string | undefined): DataWords {
  const vocabulary = readVocabulary(files.builtin, files.own, base).value;
  const prefixes = readPrefixes(vocabulary.context);
  const def = prefixes.get('def');
  const root = base ?? def?.replace(/def#$/, '');
  if (root !== undefined) prefixes.set('id', createIris(root).entities);
  const properties = [labelIri(vocabulary, prefixes), ...otherLabels].filter((iri) => iri !== undefined);
  return {
    prefixes: new Map([...prefixes].sort(([a], [b]) => (a < b ? -1 : 1))),
    labels: (graphs, language) => {
      const labels = termLabels(vocabulary, prefixes, language);
      for (const quads of graphs) {
        for (const [iri, label] of readLabels(quads, properties, language)) labels.set(iri, label);
      }
      return labels;
    },
  };
}

function labelIri({ context }: Vocabulary, prefixes: ReadonlyMap<string, string>): string | undefined {
  const term = context[labelProperty];
  const id = isObject(term) ? term['@id'] : term;
  return typeof id === 'string' ? expand(id, prefixes) : undefined;
}

function expand(name: string, prefixes: ReadonlyMap<string, string>): string {
  const [prefix = '', ...rest] = name.split(':');
  const namespace = prefixes.get(prefix);
  return namespace === undefined ? name : namespace + rest.join(':');
}

/** Labels of the vocabulary's classes and properties: what the schemas call them. */
function termLabels(
  { types }: Vocabulary,
  prefixes: ReadonlyMap<string, string>,
  language: string,
): Map<string, string> {
  const labels = new Map<string, string>();
  const put = (iri: string, label: string | undefined): void => {
    const full = expand(iri, prefixes);
    if (label !== undefined && !labels.has(full)) labels.set(full, label);
  };
  for (const type of types.values()) {
    const [own] = type.classes;
    if (own !== undefined) put(own, type.label[language]);
    for (const property of type.properties.values()) put(property.iri, property.label[language]);
  }
  return labels;
}
