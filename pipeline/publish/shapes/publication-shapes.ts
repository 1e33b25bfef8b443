import type { Iris } from '../../graph/iri.ts';
import { add, literal, type Node, ref } from '../../linked/rdf/nodes.ts';
import type { Json } from '../../model.ts';
import { escapePattern } from '../../values/escape-pattern.ts';
import { integer, list, type ShapeContext } from './property-shape.ts';

/** One property of what the pipeline writes about texts: its address, how many values, and what they are. */
type Demand = [path: string, least: number, most: number | undefined, more?: Record<string, Json>];

const iriNode = { 'sh:nodeKind': ref('sh:IRI') };
const plain = { 'sh:datatype': ref('xsd:string') };
const text = { 'sh:datatype': ref('rdf:langString'), 'sh:uniqueLang': literal('true', 'xsd:boolean') };
const position = { 'sh:datatype': ref('xsd:nonNegativeInteger') };

/** What is demanded of the nodes of a class. */
type ShapeOfClass = [name: string, target: string, demands: Demand[]];

/**
 * Shapes of what no schema declares, for the pipeline writes it for every publication: statements with their evidence,
 * selectors, editions, citations, measurements, the dataset and its files. Of entities that have such a
 * class, too, none of it is demanded.
 */
export function writePublicationShapes({ iris, languages = [], vocabulary, expand }: ShapeContext): Node[] {
  const shapes = [
    ...shapesOfStatements(languages),
    ...shapesOfSelectors(iris.base),
    ...shapesOfEditions(languages),
    ...(vocabulary.terms?.length === 0 ? [] : shapesOfMeasurements()),
    ...shapesOfDatasets(),
  ];
  const classes = new Set([...vocabulary.types.values()].flatMap((type) => type.classes));
  const isOfEntities = (target: string) => classes.has(expand(target));
  const entity = `${iris.base}shapes#_Entity`;
  const nodes = shapes.flatMap(([name, target, demands]) => {
    const iri = `${iris.base}shapes#_${name}`;
    const shape: Node = { '@id': iri, '@type': ['sh:NodeShape'] };
    add(shape, 'sh:targetClass', ref(target));
    const demanded: Node = isOfEntities(target)
      ? { '@id': `${iri}.demanded`, '@type': ['sh:NodeShape'] }
      : shape;
    const properties = demands.map((demand, index) => writeDemand(`${iri}.${index + 1}`, demand));
    add(demanded, 'sh:property', ...properties.map((property) => ref(property['@id'])));
    if (demanded === shape) return [shape, ...properties];
    add(shape, 'sh:or', list([ref(entity), ref(demanded['@id'])]));
    return [shape, demanded, ...properties];
  });
  return shapes.some(([, target]) => isOfEntities(target))
    ? [...nodes, writeEntityShape(entity, iris)]
    : nodes;
}

/** What has the address of an entity: its type may have a class that what is demanded here is written of, too. */
function writeEntityShape(iri: string, iris: Iris): Node {
  const shape: Node = { '@id': iri, '@type': ['sh:NodeShape'] };
  // A stroke is no special character in the patterns of XPath, and must not be escaped there.
  const start = escapePattern(`${iris.base}id/`).replaceAll('\\/', '/');
  add(shape, 'sh:pattern', literal(`^${start}[^#]*$`));
  return shape;
}

function writeDemand(iri: string, [path, least, most, more = {}]: Demand): Node {
  const node: Node = { '@id': iri, '@type': ['sh:PropertyShape'] };
  add(node, 'sh:path', ref(path));
  if (least > 0) add(node, 'sh:minCount', integer(least));
  if (most !== undefined) add(node, 'sh:maxCount', integer(most));
  for (const [term, value] of Object.entries(more)) add(node, term, value);
  return node;
}

function ofClass(iri: string): Record<string, Json> {
  return { 'sh:class': ref(iri) };
}

/** What is said, and where. */
function shapesOfStatements(languages: readonly string[]): ShapeOfClass[] {
  return [
    [
      'Statement',
      'rdf:Statement',
      [
        ['rdf:subject', 1, 1, iriNode],
        ['rdf:predicate', 1, 1, iriNode],
        ['rdf:object', 1, undefined],
        ['prov:wasQuotedFrom', 1, languages.length, ofClass('oa:SpecificResource')],
      ],
    ],
    [
      'Evidence',
      'oa:SpecificResource',
      [
        ['oa:hasSource', 1, 1, ofClass('frbr:Expression')],
        ['oa:hasSelector', 1, 1, ofClass('oa:FragmentSelector')],
      ],
    ],
    [
      'Citation',
      'cito:Citation',
      [
        ['cito:hasCitingEntity', 1, 1, iriNode],
        ['cito:hasCitedEntity', 1, 1, iriNode],
        ['prov:wasQuotedFrom', 1, languages.length, ofClass('oa:SpecificResource')],
      ],
    ],
  ];
}

/** A paragraph, and what refines it: the position of the words and the quotation. */
function shapesOfSelectors(base: string): ShapeOfClass[] {
  const refinement = {
    'sh:or': list(['Quotation', 'Position'].map((name) => ref(`${base}shapes#_${name}`))),
  };
  const typed = (iri: string) => ({ 'sh:in': list([ref(iri)]) });
  return [
    [
      'Fragment',
      'oa:FragmentSelector',
      [
        ['rdf:value', 1, 1, plain],
        ['dct:conformsTo', 1, 1, iriNode],
        ['oa:refinedBy', 0, 2, refinement],
      ],
    ],
    [
      'Quotation',
      'oa:TextQuoteSelector',
      [
        ['rdf:type', 1, 1, typed('oa:TextQuoteSelector')],
        ['oa:exact', 1, 1, { ...plain, 'sh:minLength': integer(1) }],
        ['oa:prefix', 0, 1, plain],
        ['oa:suffix', 0, 1, plain],
      ],
    ],
    [
      'Position',
      'oa:TextPositionSelector',
      [
        ['rdf:type', 1, 1, typed('oa:TextPositionSelector')],
        ['oa:start', 1, 1, position],
        ['oa:end', 1, 1, position],
      ],
    ],
  ];
}

function shapesOfEditions(languages: readonly string[]): ShapeOfClass[] {
  const language = { ...plain, 'sh:in': list(languages.map((each) => literal(each))) };
  return [
    [
      'Edition',
      'frbr:Expression',
      [
        ['schema:name', 1, 1, { 'sh:datatype': ref('rdf:langString') }],
        ['schema:inLanguage', 1, 1, language],
        ['schema:exampleOfWork', 1, 1, ofClass('frbr:Work')],
        ['schema:author', 0, undefined, iriNode],
      ],
    ],
  ];
}

function shapesOfMeasurements(): ShapeOfClass[] {
  return [
    [
      'Observation',
      'qb:Observation',
      [
        ['qb:dataSet', 1, 1, ofClass('qb:DataSet')],
        ['sdmx-m:obsValue', 1, 1, { 'sh:datatype': ref('xsd:decimal') }],
        ['sdmx-a:unitMeasure', 1, 1],
        ['sdmx-a:obsStatus', 1, 1, iriNode],
        ['tinkuy:observedEntity', 1, 1, iriNode],
        ['tinkuy:observedProperty', 1, 1, iriNode],
        ['tinkuy:observedPeriod', 1, 1],
        ['tinkuy:observationNumber', 1, 1, { 'sh:datatype': ref('xsd:integer') }],
      ],
    ],
  ];
}

function shapesOfDatasets(): ShapeOfClass[] {
  return [
    [
      'Dataset',
      'schema:Dataset',
      [
        ['dct:title', 1, undefined, text],
        [
          'dct:description',
          1,
          undefined,
          { ...text, 'sh:minLength': integer(50), 'sh:maxLength': integer(5000) },
        ],
        ['dct:identifier', 1, 1, plain],
        ['dct:language', 1, undefined, iriNode],
        ['dct:license', 0, 1, iriNode],
        ['dct:conformsTo', 1, undefined, iriNode],
        ['dcat:landingPage', 1, 1, iriNode],
        ['dct:provenance', 1, 1, ofClass('dct:ProvenanceStatement')],
        ['dcat:theme', 0, undefined, iriNode],
        ['dct:spatial', 0, undefined, iriNode],
        ['dct:temporal', 0, 1, ofClass('dct:PeriodOfTime')],
        ['dcat:contactPoint', 0, 1, ofClass('vcard:Kind')],
        ['dcat:previousVersion', 0, 1, ofClass('dcat:Dataset')],
        ['dcat:distribution', 3, undefined, ofClass('dcat:Distribution')],
        ['spdx:checksum', 1, 1, ofClass('spdx:Checksum')],
        ['prov:wasGeneratedBy', 1, 1, ofClass('prov:Activity')],
        ['void:triples', 1, 1, { 'sh:datatype': ref('xsd:integer') }],
      ],
    ],
    [
      'Distribution',
      'dcat:Distribution',
      [
        ['dcat:downloadURL', 1, 1, iriNode],
        ['dcat:mediaType', 1, 1, iriNode],
        ['dcat:byteSize', 1, 1, position],
        ['spdx:checksum', 1, 1, ofClass('spdx:Checksum')],
        ['dct:license', 0, 1, iriNode],
      ],
    ],
  ];
}
