import type { Iris } from '../../graph/iri.ts';
import { add, dateLiteral, literal, type Node, ref, taggedAll } from '../../linked/rdf/nodes.ts';
import type {
  EntityId,
  Json,
  JsonObject,
  Language,
  PlainText,
  Property,
  PropertyPath,
  Unit,
  Vocabulary,
} from '../../model.ts';
import { listOf } from '../look-up.ts';

/** What a value is in the data: what the property points to, and the nodes that this needs. */
export interface WrittenValue {
  objects: Json[];
  nodes: Node[];
}

/** What writing values needs. */
export interface ValueContext {
  iris: Iris;
  vocabulary: Vocabulary;
}

/** What writing evidence needs besides. */
export interface EvidenceContext extends ValueContext {
  /** The editions as plain text. */
  texts: ReadonlyMap<Language, PlainText>;
}

/** Writes the value of an entity's property. Quantities and periods of time become nodes, parts of the entity. */
export function writeValues(
  id: EntityId,
  path: PropertyPath,
  value: Json,
  property: Property,
  context: ValueContext,
): WrittenValue {
  const { iris } = context;
  if (property.kind === 'text') return { objects: taggedAll(value), nodes: [] };
  const written = listOf(value).map((item, index): WrittenValue => {
    const iri = iris.statement(id, positioned(path, index));
    if (property.kind === 'quantity') return writeQuantity(iri, id, item, property, context);
    if (property.kind === 'period') return writePeriod(iri, item);
    return { objects: writePlain(item, property, iris), nodes: [] };
  });
  return { objects: written.flatMap(({ objects }) => objects), nodes: written.flatMap(({ nodes }) => nodes) };
}

/** The first of many values has the property's own address, so that who speaks of the property is understood. */
export function positioned(path: PropertyPath, index: number): PropertyPath {
  return index === 0 ? path : `${path}.${index + 1}`;
}

function writePlain(value: Json, { kind }: Property, iris: Iris): Json[] {
  if (typeof value === 'boolean') return [literal(String(value), 'xsd:boolean')];
  if (typeof value !== 'string') return [];
  switch (kind) {
    case 'entity':
      return [ref(iris.entity(value))];
    case 'target':
      return [ref(iris.target(value))];
    case 'iri':
      return [ref(value)];
    case 'date':
      return [dateLiteral(value)];
    case 'integer':
    case 'decimal':
      return [literal(value, `xsd:${kind}`)];
    default:
      return [literal(value)];
  }
}

/** One date is a typed literal; from … to … is a dct:PeriodOfTime with both. */
function writePeriod(iri: string, value: Json): WrittenValue {
  if (typeof value !== 'string') return { objects: [], nodes: [] };
  const [start = '', end] = value.split('/');
  if (end === undefined) return { objects: [dateLiteral(start)], nodes: [] };
  const node: Node = { '@id': iri, '@type': ['dct:PeriodOfTime'] };
  add(node, 'dcat:startDate', dateLiteral(start));
  add(node, 'dcat:endDate', dateLiteral(end));
  return { objects: [ref(iri)], nodes: [node] };
}

/**
 * A measurement, as schema.org's Observation with the unit as a QUDT IRI and as a UCUM code.
 * https://schema.org/Observation
 */
function writeQuantity(
  iri: string,
  about: EntityId,
  value: Json,
  property: Property,
  { iris, vocabulary }: ValueContext,
): WrittenValue {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { objects: [], nodes: [] };
  const parts: JsonObject = value;
  const node: Node = { '@id': iri, '@type': ['schema:Observation'] };
  const nodes = [node];
  add(node, 'schema:observationAbout', ref(iris.entity(about)));
  add(node, 'schema:measuredProperty', ref(property.iri));
  for (const { predicate, object } of writeQuantityValue(iri, value, { vocabulary }))
    add(node, predicate, object);
  const unit = typeof parts.unit === 'string' ? vocabulary.units.get(parts.unit) : undefined;
  for (const part of property.parts.values()) {
    const detail = parts[part.name];
    if (part.name === 'value' || part.name === 'unit' || detail === undefined || detail === null) continue;
    if (part.kind === 'text') {
      add(node, part.iri, ...taggedAll(detail));
    } else if (part.kind === 'period') {
      const period = writePeriod(`${iri}.${part.name}`, detail);
      add(node, partProperty(part, detail, unit), ...period.objects);
      nodes.push(...period.nodes);
    } else {
      const objects = listOf(detail).flatMap((item) => writePlain(item, part, iris));
      add(node, partProperty(part, detail, unit), ...objects);
    }
  }
  return { objects: [ref(iri)], nodes };
}

/** Number and unit of a measurement: the unit as a QUDT IRI and as a UCUM code. */
export function writeQuantityValue(
  iri: string,
  value: Json,
  { vocabulary }: Pick<ValueContext, 'vocabulary'>,
): { subject: string; predicate: string; object: JsonObject }[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const unit = typeof value.unit === 'string' ? vocabulary.units.get(value.unit) : undefined;
  const say = (predicate: string, object: Json) => ({
    subject: iri,
    predicate,
    object: object as JsonObject,
  });
  return [
    ...(typeof value.value === 'string' ? [say('schema:value', literal(value.value, 'xsd:decimal'))] : []),
    ...(unit ? [say('schema:unitCode', literal(unit.ucum))] : []),
    ...(unit?.qudt ? [say('qudt:hasUnit', ref(unit.qudt))] : []),
  ];
}

/** The property by which a measurement has one of its parts. */
export function partProperty(part: Property, value: Json, unit?: Unit): string {
  switch (part.name) {
    case 'value':
      return 'schema:value';
    case 'unit':
      return unit?.qudt ? 'qudt:hasUnit' : 'schema:unitCode';
    case 'period':
      return String(value).includes('/') ? 'dct:temporal' : 'schema:observationDate';
    case 'source':
      return 'prov:hadPrimarySource';
    default:
      return part.iri;
  }
}
