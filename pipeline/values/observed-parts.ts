import type { Json, JsonObject, Property } from '../model.ts';
import type { DataContext, DataNode, DataSaying } from './data-term.ts';
import { count, listCodes } from './literal-shape.ts';

/** Properties that parts of the name have in the data, whatever the value that they are parts of. */
const shared: Record<string, string> = { value: 'schema:value', source: 'prov:hadPrimarySource' };

/** The property by which an observed value has a part; `own` are those of its kind. */
export function observedPart(part: Property, value: Json, own: Record<string, string>): string {
  if (part.name === 'period') return String(value).includes('/') ? 'dct:temporal' : 'schema:observationDate';
  return own[part.name] ?? shared[part.name] ?? part.iri;
}

/**
 * A value with parts as something that was observed (https://schema.org/Observation): what of, what it states, and its other
 * parts.
 */
export function observation(
  classes: string[],
  value: JsonObject,
  property: Property,
  states: { says: DataSaying[]; parts: readonly string[]; term: (part: Property, value: Json) => string },
  { iri, about, iris, part: writePart }: DataContext,
): DataNode {
  const says: DataSaying[] = [
    ['schema:observationAbout', { iri: iris.entity(about) }],
    ['schema:measuredProperty', { iri: property.iri }],
    ...states.says,
  ];
  for (const part of property.parts.values()) {
    const detail = value[part.name];
    if (states.parts.includes(part.name) || detail === undefined || detail === null) continue;
    says.push([states.term(part, detail), ...writePart(detail, part, `${iri}.${part.name}`)]);
  }
  return { node: iri, classes: [...classes, 'schema:Observation'], says };
}

/** The shape of an observed value: a decimal number, what it is in, and for other parts a code of their list. */
export function observationShape(
  iri: string,
  property: Property,
  unit: { name: string; path: string; codes: Iterable<string> },
): DataNode {
  const part = (name: string, path: string, says: DataSaying[]): DataSaying => [
    'sh:property',
    {
      node: `${iri}.${name}`,
      classes: ['sh:PropertyShape'],
      says: [['sh:path', { iri: path }], ['sh:maxCount', count(1)], ...says],
    },
  ];
  const says: DataSaying[] = [
    part('number', 'schema:value', [
      ['sh:datatype', { iri: 'xsd:decimal' }],
      ['sh:minCount', count(1)],
    ]),
    part(unit.name, unit.path, [
      ['sh:minCount', count(1)],
      ['sh:in', listCodes(unit.codes)],
    ]),
  ];
  for (const { name, codes, iri: path } of property.parts.values())
    if (codes.size > 0) says.push(part(name, path, [['sh:in', listCodes(codes.keys())]]));
  return { node: iri, classes: ['sh:NodeShape'], says };
}
