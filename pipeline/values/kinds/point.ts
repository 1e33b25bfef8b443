import type { Json } from '../../model.ts';
import type { DataNode, DataSaying, DataTerm } from '../data-term.ts';
import { agreesAsPoint, degreesPattern, type GeoPoint, geoUri, misplaced, parsePoint } from '../geo-point.ts';
import { count } from '../literal-shape.ts';
import { createPointWriter } from '../point-writer.ts';
import { createPointReader } from '../read-point.ts';
import type { ValueKind } from '../value-kind.ts';
import { type ValueProblem, wrongType } from '../value-problem.ts';
import { readable, unread } from '../value-reader.ts';

/** A point of the earth by WGS 84, as a geo URI (https://www.rfc-editor.org/rfc/rfc5870): geo:-13.53,-71.97. */
export const point: ValueKind = {
  keywords: new Set(),
  knownUnits: (units) => units,
  instanceType: 'string',
  isTagged: false,
  refersTo: undefined,
  composition: undefined,
  check: checkPoint,
  same: () => false,
  isVerbatim: false,
  isReadBack: true,
  createReader: createPointReader,
  createWriter: createPointWriter,
  agrees: agreesAsPoint,
  example: 'geo:-13.53,-71.97',
  readTitle: (title) => {
    const parsed = parsePoint(title);
    const problem = parsed && misplaced(title, parsed);
    if (problem) return unread('point-is-on-the-globe', problem);
    return parsed && readable(geoUri(parsed));
  },
  fromRecord: canonicalPoint,
  fromVariable: ([text]) => canonicalPoint(text),
  data: (value, _property, { iri }) => {
    if (typeof value !== 'string') return [];
    const parsed = parsePoint(value);
    return [parsed ? pointNode(iri, parsed) : { value }];
  },
  propertyClass: 'owl:ObjectProperty',
  contextTypes: ['@id'],
  contextEntry: () => ({}),
  shape: (_property, { iri }) => [
    ['sh:nodeKind', { iri: 'sh:IRI' }],
    ['sh:node', pointShape(`${iri}.value`)],
  ],
  typescript: () => `\`geo:\${number},\${number}\``,
  typescriptDefinitions: () => ({}),
  editorSchema: () => ({
    type: 'string',
    pattern: `^((geo:)?${degreesPattern}, ?${degreesPattern})$`,
  }),
  description:
    'a point of the earth, degrees north and east by WGS 84: `geo:-13.53,-71.97`, or `-13.53, -71.97`',
};

function canonicalPoint(text: string): string {
  const parsed = parsePoint(text);
  return parsed ? geoUri(parsed) : text;
}

function checkPoint(value: Json): ValueProblem[] {
  const parsed = typeof value === 'string' && value.startsWith('geo:') ? parsePoint(value) : undefined;
  if (!parsed) return wrongType('point', value);
  const values = misplaced(String(value), parsed);
  return values ? [{ rule: 'point-is-on-the-globe', path: '', values }] : [];
}

/** https://schema.org/GeoCoordinates and a geometry of GeoSPARQL, whose literals have the longitude first (CRS 84). */
function pointNode(iri: string, { latitude, longitude }: GeoPoint): DataTerm {
  return {
    node: iri,
    classes: ['schema:GeoCoordinates', 'geo:Geometry'],
    says: [
      ['schema:latitude', { value: latitude, datatype: 'xsd:decimal' }],
      ['schema:longitude', { value: longitude, datatype: 'xsd:decimal' }],
      ['geo:asWKT', { value: `POINT(${longitude} ${latitude})`, datatype: 'geo:wktLiteral' }],
    ],
  };
}

function pointShape(iri: string): DataNode {
  const part = (name: string, path: string, says: DataSaying[]): DataSaying => [
    'sh:property',
    {
      node: `${iri}.${name}`,
      classes: ['sh:PropertyShape'],
      says: [['sh:path', { iri: path }], ['sh:minCount', count(1)], ['sh:maxCount', count(1)], ...says],
    },
  ];
  const degrees = (max: number): DataSaying[] => [
    ['sh:datatype', { iri: 'xsd:decimal' }],
    ['sh:minInclusive', { value: `-${max}`, datatype: 'xsd:decimal' }],
    ['sh:maxInclusive', { value: `${max}`, datatype: 'xsd:decimal' }],
  ];
  return {
    node: iri,
    classes: ['sh:NodeShape'],
    says: [
      part('latitude', 'schema:latitude', degrees(90)),
      part('longitude', 'schema:longitude', degrees(180)),
      part('wkt', 'geo:asWKT', [['sh:datatype', { iri: 'geo:wktLiteral' }]]),
    ],
  };
}
