import type { DataSaying } from '../data-term.ts';
import { parseEntityId, slugPattern } from '../entity-id.ts';
import type { ValueKind } from '../value-kind.ts';
import { wrongType } from '../value-problem.ts';
import { readable, unread } from '../value-reader.ts';

/** Another entity, by its id (country:peru). */
export const entity: ValueKind = {
  keywords: new Set(['x-range', 'x-acyclic', 'x-unique', 'x-in-name', 'x-inverse', 'x-named-in']),
  knownUnits: (units) => units,
  instanceType: 'string',
  isTagged: false,
  refersTo: 'entity',
  composition: undefined,
  check: (value) =>
    typeof value === 'string' && value !== '' && parseEntityId(value) ? [] : wrongType('entity', value),
  same: () => false,
  isVerbatim: false,
  isReadBack: false,
  createReader: () => (words, property) =>
    unread('relation-names-its-object', { property: property.name, found: words }),
  createWriter:
    () =>
    (value, _property, { label }) =>
      label?.(String(value ?? '')) ?? String(value ?? ''),
  agrees: undefined,
  example: 'type:id',
  readTitle: (title) => (/^[^:#\s]+:[^#\s]+$/.test(title) ? readable(title) : undefined),
  fromRecord: (text) => text,
  fromVariable: ([text]) => text,
  data: (value, _property, { iris }) => (typeof value === 'string' ? [{ iri: iris.entity(value) }] : []),
  propertyClass: 'owl:ObjectProperty',
  contextTypes: ['@id'],
  contextEntry: (many) => ({ '@type': '@id', ...(many ? { '@container': '@set' } : {}) }),
  shape: ({ range }, { iri, classOf }) => [
    ['sh:nodeKind', { iri: 'sh:IRI' }],
    ...oneOfClasses(
      iri,
      range.flatMap((type) => classOf(type) ?? []),
    ),
  ],
  typescript: ({ range }, isAbstract) => {
    const types = range.filter((type) => !isAbstract(type)).map((type) => JSON.stringify(type));
    return types.length > 0 ? `Id<${types.join(' | ')}>` : 'Id';
  },
  typescriptDefinitions: () => ({}),
  editorSchema: ({ range }) => {
    const types = range.length > 0 ? range.join('|') : '[a-z][a-z0-9]*';
    return { type: 'string', pattern: `^((${types}):${slugPattern})$` };
  },
  description: 'another entity, by its id: `country:peru`',
};

function oneOfClasses(iri: string, classes: string[]): DataSaying[] {
  const [only, ...others] = classes;
  if (only === undefined) return [];
  if (others.length === 0) return [['sh:class', { iri: only }]];
  const shapes = classes.map((each, index) => ({
    node: `${iri}.range-${index + 1}`,
    classes: ['sh:NodeShape'],
    says: [['sh:class', { iri: each }]] satisfies DataSaying[],
  }));
  return [['sh:or', { list: shapes }]];
}
