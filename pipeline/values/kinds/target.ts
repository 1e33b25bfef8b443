import { parseTarget, slugPattern } from '../entity-id.ts';
import type { ValueKind } from '../value-kind.ts';
import { wrongType } from '../value-problem.ts';
import { readable, unread } from '../value-reader.ts';

/** An entity (hub:andean) or one property of an entity (hub:andean#populationDensity). */
export const target: ValueKind = {
  keywords: new Set(),
  knownUnits: (units) => units,
  instanceType: 'string',
  isTagged: false,
  refersTo: 'place',
  composition: undefined,
  check: (value) =>
    typeof value === 'string' && value !== '' && parseTarget(value) ? [] : wrongType('target', value),
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
  example: 'type:id#property',
  readTitle: (title) => (/^[^:#\s]+:[^#\s]+(?:#[^#\s]+)?$/.test(title) ? readable(title) : undefined),
  fromRecord: (text) => text,
  fromVariable: ([text]) => text,
  data: (value, _property, { iris }) => (typeof value === 'string' ? [{ iri: iris.target(value) }] : []),
  propertyClass: 'owl:ObjectProperty',
  contextTypes: ['@id'],
  contextEntry: (many) => ({ '@type': '@id', ...(many ? { '@container': '@set' } : {}) }),
  shape: () => [['sh:nodeKind', { iri: 'sh:IRI' }]],
  typescript: () => 'string',
  typescriptDefinitions: () => ({}),
  editorSchema: () => ({
    type: 'string',
    pattern: `^([a-z][a-z0-9]*:${slugPattern}(#[A-Za-z0-9_$@.-]+)?)$`,
  }),
  description: 'an entity, or a property of one: `hub:andean#population`',
};
