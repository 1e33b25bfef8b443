import type { Iris } from '../../graph/iri.ts';
import { add, literal, type Node, ref, taggedAll } from '../../linked/rdf/nodes.ts';
import type { EntityType, Json, Language, Property, Vocabulary } from '../../model.ts';

/** What shapes are made for. */
export interface ShapeContext {
  vocabulary: Vocabulary;
  iris: Iris;
  /** Languages in which every required text must be. */
  complete: readonly Language[];
  /** Languages that texts may be in. */
  languages: readonly Language[];
}

/** Datatypes of a date by its precision, with their lexical forms: not every engine checks these by the datatype. */
const dates = [
  ['xsd:date', '^-?[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'],
  ['xsd:gYearMonth', '^-?[0-9]{4}-(0[1-9]|1[0-2])$'],
  ['xsd:gYear', '^-?[0-9]{4}$'],
] as const;
/** SHACL reads patterns as SPARQL does, in which \d may be any digit (https://www.w3.org/TR/xpath-functions-31/#regex-syntax). */
const asciiDigits = (pattern: string) => pattern.replaceAll('\\d', '[0-9]');

/**
 * The SHACL shape of a property of an entity type, and the shapes that it refers to
 * (https://www.w3.org/TR/shacl/). All have addresses: <base>shapes#<Type>.<property>.
 *
 * @param isShared whether another property of the type has the same address in the data: how many values there may be is
 *   not known then
 */
export function writePropertyShape(
  iri: string,
  property: Property,
  type: Pick<EntityType, 'required'>,
  isShared: boolean,
  context: ShapeContext,
): Node[] {
  const node: Node = { '@id': iri, '@type': ['sh:PropertyShape'] };
  const nodes = [node];
  const { kind, limits = {}, many } = property;
  add(node, 'sh:path', ref(property.iri));
  add(node, 'sh:name', ...taggedAll(property.label));
  const isRequired = type.required.includes(property.name);
  if (kind === 'text') {
    add(node, 'sh:datatype', ref('rdf:langString'));
    add(node, 'sh:languageIn', list(context.languages.map((language) => literal(language))));
    if (!many && !isShared) add(node, 'sh:uniqueLang', literal('true', 'xsd:boolean'));
    add(node, 'sh:minLength', integer(limits.minLength ?? 1));
    if (isRequired) add(node, 'sh:minCount', integer(Math.max(1, context.complete.length)));
    return nodes;
  }
  if (isRequired) add(node, 'sh:minCount', integer(Math.max(1, limits.minItems ?? 1)));
  const most = many ? limits.maxItems : 1;
  if (most !== undefined && !isShared) add(node, 'sh:maxCount', integer(most));
  switch (kind) {
    case 'entity':
      add(node, 'sh:nodeKind', ref('sh:IRI'));
      nodes.push(...writeRange(node, property, context));
      break;
    case 'target':
    case 'iri':
      add(node, 'sh:nodeKind', ref('sh:IRI'));
      if (kind === 'iri' && limits.pattern) add(node, 'sh:pattern', literal(asciiDigits(limits.pattern)));
      break;
    case 'quantity':
      add(node, 'sh:nodeKind', ref('sh:IRI'));
      add(node, 'sh:node', ref(`${iri}.value`));
      nodes.push(...writeQuantityShape(`${iri}.value`, property, context));
      break;
    case 'date':
    case 'period':
      nodes.push(...writeDates(node, kind === 'period'));
      break;
    default: {
      const datatype = kind === 'string' || kind === 'code' ? 'xsd:string' : `xsd:${kind}`;
      add(node, 'sh:datatype', ref(datatype));
      if (property.codes.size > 0)
        add(node, 'sh:in', list([...property.codes.keys()].map((code) => literal(code))));
      else if (limits.pattern) add(node, 'sh:pattern', literal(asciiDigits(limits.pattern)));
      if (limits.minLength) add(node, 'sh:minLength', integer(limits.minLength));
      if (limits.maxLength) add(node, 'sh:maxLength', integer(limits.maxLength));
      if (limits.minimum !== undefined)
        add(node, 'sh:minInclusive', literal(String(limits.minimum), `xsd:${kind}`));
      if (limits.maximum !== undefined)
        add(node, 'sh:maxInclusive', literal(String(limits.maximum), `xsd:${kind}`));
    }
  }
  return nodes;
}

function writeRange(node: Node, { range }: Property, { vocabulary, iris }: ShapeContext): Node[] {
  const classes = range.flatMap((name) => {
    const type = vocabulary.types.get(name);
    return type && !type.abstract ? [ownClassOf(type, iris)] : [];
  });
  if (classes.length === 0) return [];
  if (classes.length === 1) {
    add(node, 'sh:class', ref(classes[0] ?? ''));
    return [];
  }
  const shapes = classes.map((iri, index): Node => {
    const shape: Node = { '@id': `${node['@id']}.range-${index + 1}`, '@type': ['sh:NodeShape'] };
    add(shape, 'sh:class', ref(iri));
    return shape;
  });
  add(node, 'sh:or', list(shapes.map((shape) => ref(shape['@id']))));
  return shapes;
}

function writeDates(node: Node, mayBeInterval: boolean): Node[] {
  const shapes = dates.map(([datatype, pattern], index): Node => {
    const shape: Node = { '@id': `${node['@id']}.precision-${index + 1}`, '@type': ['sh:NodeShape'] };
    add(shape, 'sh:datatype', ref(datatype));
    add(shape, 'sh:pattern', literal(pattern));
    return shape;
  });
  if (mayBeInterval) {
    const shape: Node = { '@id': `${node['@id']}.interval`, '@type': ['sh:NodeShape'] };
    add(shape, 'sh:class', ref('dct:PeriodOfTime'));
    shapes.push(shape);
  }
  add(node, 'sh:or', list(shapes.map((shape) => ref(shape['@id']))));
  return shapes;
}

/** A measurement: a decimal number, one unit of those that the property has, and a qualifier of the list. */
function writeQuantityShape(iri: string, property: Property, { vocabulary }: ShapeContext): Node[] {
  const shape: Node = { '@id': iri, '@type': ['sh:NodeShape'] };
  const part = (name: string, path: string): Node => {
    const node: Node = { '@id': `${iri}.${name}`, '@type': ['sh:PropertyShape'] };
    add(node, 'sh:path', ref(path));
    add(node, 'sh:maxCount', integer(1));
    add(shape, 'sh:property', ref(node['@id']));
    return node;
  };
  const value = part('number', 'schema:value');
  add(value, 'sh:datatype', ref('xsd:decimal'));
  add(value, 'sh:minCount', integer(1));
  const unit = part('unit', 'schema:unitCode');
  add(unit, 'sh:minCount', integer(1));
  const codes = (property.units.length > 0 ? property.units : [...vocabulary.units.keys()]).flatMap(
    (code) => vocabulary.units.get(code)?.ucum ?? [],
  );
  add(unit, 'sh:in', list([...new Set(codes)].map((code) => literal(code))));
  const nodes = [shape, value, unit];
  for (const { name, codes: known, iri: path, kind } of property.parts.values()) {
    if (kind !== 'code' || known.size === 0) continue;
    const node = part(name, path);
    add(node, 'sh:in', list([...known.keys()].map((code) => literal(code))));
    nodes.push(node);
  }
  return nodes;
}

/** The class of a type that no other type has. */
export function ownClassOf(type: EntityType, iris: Iris): string {
  return type.classes.find((iri) => iri.startsWith(iris.term(''))) ?? type.classes[0] ?? '';
}

export function integer(value: number): Json {
  return literal(String(value), 'xsd:integer');
}

export function list(items: Json[]): Json {
  return { '@list': items };
}
