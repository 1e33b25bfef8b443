import { coreNamespace, createIris, type Iris } from '../../graph/iri.ts';
import { add, literal, type Node, ref, taggedAll } from '../../linked/rdf/nodes.ts';
import type { Configuration, EntityType, LanguageMap, Property, Vocabulary } from '../../model.ts';
import { addTo } from '../../values/add-to.ts';
import { kindOf } from '../../values/kind-of.ts';
import { listStructures } from '../../values/list-structures.ts';
import { codeAddresses } from './code-addresses.ts';

export interface OntologyWords {
  /** Of the vocabulary whose terms begin with an address. */
  title: (address: string) => LanguageMap;
  description: LanguageMap;
  /** What the core vocabulary is. */
  core: LanguageMap;
  version: string;
}

const licence = 'https://creativecommons.org/publicdomain/zero/1.0/';

/**
 * The terms of a project's own vocabulary and those of the core vocabulary as ontologies: every class, property and code that
 * has no address in another vocabulary, with label and definition in each language and a wider term of another vocabulary.
 * Made from the schemas.
 * https://www.w3.org/TR/owl2-overview/, https://www.w3.org/TR/skos-reference/#schemes
 */
export function writeOntology(vocabulary: Vocabulary, { base }: Configuration, words: OntologyWords): Node[] {
  const iris = createIris(base);
  const terms = [
    ...writeClasses(vocabulary, iris),
    ...writeProperties(vocabulary, iris),
    ...writeOwnTerms(vocabulary),
  ];
  const ontologies = [iris.term(''), coreNamespace].flatMap((namespace) => {
    const own = terms.filter((node) => node['@id'].startsWith(namespace));
    if (own.length === 0) return [];
    const iri = namespace.replace(/#$/, '');
    for (const node of own) if (node['rdfs:label'] !== undefined) add(node, 'rdfs:isDefinedBy', ref(iri));
    return [writeHead(iri, namespace === coreNamespace ? words.core : words.description, words)];
  });
  return [...ontologies, ...terms];
}

function writeHead(iri: string, description: LanguageMap, words: OntologyWords): Node {
  const ontology: Node = { '@id': iri, '@type': ['owl:Ontology'] };
  add(ontology, 'dct:title', ...taggedAll(words.title(iri)));
  add(ontology, 'dct:description', ...taggedAll(description));
  add(ontology, 'owl:versionInfo', literal(words.version));
  add(ontology, 'dct:license', ref(licence));
  return ontology;
}

/** Whether a term has no address in another vocabulary. */
function isOurs(iri: string, iris: Iris): boolean {
  return iri.startsWith(iris.term('')) || iri.startsWith(coreNamespace);
}

function describe(node: Node, label: LanguageMap, definition: LanguageMap | undefined): void {
  add(node, 'rdfs:label', ...taggedAll(label));
  add(node, 'skos:definition', ...taggedAll(definition));
}

function writeClasses({ types }: Vocabulary, iris: Iris): Node[] {
  return [...types.values()].flatMap((type) => {
    const [own, ...wider] = type.classes;
    if (own === undefined || !isOurs(own, iris)) return [];
    const node: Node = { '@id': own, '@type': ['owl:Class', 'rdfs:Class'] };
    describe(node, type.label, type.definition);
    const parents = type.supertypes.flatMap((name) => types.get(name)?.classes[0] ?? []);
    for (const parent of [...wider, ...parents]) add(node, 'rdfs:subClassOf', ref(parent));
    return [node];
  });
}

/** A type that has a property, or values with a part of its address. */
interface PropertyUse {
  type: EntityType;
  property: Property;
  isPart: boolean;
  /** The object that has the part; undefined of parts of measurements, which are the same everywhere. */
  owner?: string;
}

/** A property that several types have is one term: the first type by name defines it, the others note what it is there. */
function writeProperties(vocabulary: Vocabulary, iris: Iris): Node[] {
  const uses = new Map<string, PropertyUse[]>();
  for (const type of vocabulary.types.values()) {
    for (const property of type.properties.values()) {
      const inherited = type.supertypes.some(
        (name) => vocabulary.types.get(name)?.properties.get(property.name) === property,
      );
      if (!inherited) addTo(uses, property.iri, { type, property, isPart: false });
      if (!property.structure)
        for (const part of property.parts.values())
          addTo(uses, part.iri, { type, property: part, isPart: !type.properties.has(part.name) });
    }
    for (const { structure, parts } of listStructures(type.properties.values()))
      for (const part of parts.values())
        addTo(uses, part.iri, { type, property: part, isPart: true, owner: structure.name });
  }
  return [...uses].flatMap(([iri, all]) => {
    const [first] = all;
    if (!first || !isOurs(iri, iris)) return [];
    const { propertyClass } = kindOf(first.property);
    const node: Node = { '@id': iri, '@type': [...new Set(['rdf:Property', propertyClass])] };
    describe(node, first.property.label, first.property.definition);
    if (first.property.wider) add(node, 'rdfs:subPropertyOf', ref(first.property.wider));
    const definitions = new Set<string>([JSON.stringify(first.property.definition)]);
    const codes: Node[] = [];
    for (const use of all) {
      const { type, property, isPart } = use;
      if (!isPart) add(node, 'schema:domainIncludes', ref(type.classes[0] ?? ''));
      const classes = property.range.flatMap((name) => vocabulary.types.get(name)?.classes[0] ?? []);
      add(node, 'schema:rangeIncludes', ...classes.map(ref));
      const key = JSON.stringify(property.definition);
      if (!definitions.has(key) && !isPart) add(node, 'skos:scopeNote', ...taggedAll(noteOf(type, property)));
      definitions.add(key);
      if (property.codes.size > 0 && (!isPart || use.owner !== undefined || codes.length === 0))
        codes.push(...writeCodes(use, iris));
    }
    for (const term of ['schema:domainIncludes', 'schema:rangeIncludes'])
      if (node[term] !== undefined) node[term] = unique(node[term]);
    return [node, ...codes];
  });
}

/**
 * The codes of a property as concepts; their notation is the code that the data has. A list that a project made, be it for a type
 * that comes with the tool, is of the project's vocabulary.
 */
function writeCodes({ type, property, isPart, owner: whole }: PropertyUse, iris: Iris): Node[] {
  const place = isPart ? property.iri : (type.classes[0] ?? '');
  const owner = isPart ? [whole, property.name].filter((name) => name !== undefined).join('.') : undefined;
  const addresses = codeAddresses(type, property, iris, owner && { owner, place });
  const scheme: Node = { '@id': addresses.scheme, '@type': ['skos:ConceptScheme'] };
  add(scheme, 'rdfs:label', ...taggedAll(isPart ? property.label : labelWithin(type, property)));
  add(scheme, 'skos:definition', ...taggedAll(property.definition));
  const concepts = [...property.codes].map(([code, labels]): Node => {
    const node: Node = { '@id': addresses.code(code), '@type': ['skos:Concept'] };
    add(node, 'skos:prefLabel', ...taggedAll(labels));
    add(node, 'skos:notation', literal(code));
    add(node, 'skos:inScheme', ref(scheme['@id']));
    add(scheme, 'skos:hasTopConcept', ref(node['@id']));
    return node;
  });
  return [scheme, ...concepts];
}

function labelWithin(type: EntityType, property: Property): LanguageMap {
  return mapLanguages(property.label, (label, language) => `${type.label[language] ?? type.name}: ${label}`);
}

function noteOf(type: EntityType, property: Property): LanguageMap {
  return mapLanguages(
    property.definition ?? {},
    (text, language) => `${type.label[language] ?? type.name}: ${text}`,
  );
}

function mapLanguages(map: LanguageMap, change: (text: string, language: string) => string): LanguageMap {
  return Object.fromEntries(
    Object.entries(map).map(([language, text]) => [language, change(text, language)]),
  );
}

function writeOwnTerms({ terms = [] }: Vocabulary): Node[] {
  return terms.map(({ iri, label, definition, classes, wider, range }) => {
    const isConcept = classes.includes('http://www.w3.org/2004/02/skos/core#Concept');
    const node: Node = {
      '@id': iri,
      '@type': [...(isConcept ? [] : ['rdf:Property']), ...classes],
    };
    describe(node, label, definition);
    if (isConcept) add(node, 'skos:prefLabel', ...taggedAll(label));
    if (wider) add(node, 'rdfs:subPropertyOf', ref(wider));
    if (range) add(node, 'rdfs:range', ref(range));
    return node;
  });
}

function unique(values: Node[string]): Node[string] {
  if (!Array.isArray(values)) return values;
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
