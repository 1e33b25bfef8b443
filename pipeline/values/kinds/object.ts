import type { Property } from '../../model.ts';
import { additionalValues } from '../additional-values.ts';
import type { DataNode, DataSaying } from '../data-term.ts';
import { isObject } from '../json-value.ts';
import { structureShape } from '../structure-shape.ts';
import type { AsksKind, ValueKind } from '../value-kind.ts';
import { wrongType } from '../value-problem.ts';
import { unread } from '../value-reader.ts';

/** An object with parts of its own, as schemas of the world have them: { family-names, given-names }. */
export const createObject = (kindOf: AsksKind): ValueKind => ({
  keywords: new Set(['properties']),
  knownUnits: (units) => units,
  instanceType: 'object',
  isTagged: false,
  refersTo: undefined,
  composition: undefined,
  // Its parts are checked by themselves.
  check: (value) => (isObject(value) ? [] : wrongType('object', value)),
  same: () => false,
  isVerbatim: false,
  isReadBack: false,
  createReader: () => (words, property) =>
    unread('value-is-readable', { context: 'object', found: words, property: firstPart(property) }),
  createWriter:
    ({ write }) =>
    (value, property, options) =>
      [...property.parts.values()]
        .flatMap((part) => {
          const detail = isObject(value) ? value[part.name] : undefined;
          const words = detail === undefined || detail === null ? '' : write(detail, part, options);
          return words === '' ? [] : [words];
        })
        .join(', '),
  agrees: undefined,
  example: '',
  readTitle: () => undefined,
  fromRecord: (text) => text,
  fromVariable: (texts) => texts.join('; '),
  data: (value, property, { iri, part: writePart }) => {
    if (!isObject(value)) return [];
    const says: DataSaying[] = [...property.parts.values()].flatMap((part): DataSaying[] => {
      const detail = Object.hasOwn(value, part.name) ? value[part.name] : undefined;
      if (detail === undefined || detail === null) return [];
      return [[part.iri, ...writePart(detail, part, `${iri}.${part.name}`)]];
    });
    const node: DataNode = { node: iri, classes: property.structure?.classes ?? [], says };
    return [{ ...node, says: [...says, ...additionalValues(iri, value, property.parts)] }];
  },
  propertyClass: 'owl:ObjectProperty',
  contextTypes: ['@id'],
  contextEntry: (many) => ({ '@type': '@id', ...(many ? { '@container': '@set' } : {}) }),
  shape: (property, context) => structureShape(property, context, kindOf),
  typescript: ({ structure }) => structure?.name ?? 'object',
  typescriptDefinitions: () => ({}),
  editorSchema: ({ structure }) => ({ $ref: `#/definitions/${structure?.name ?? ''}` }),
  description: 'an object with parts: `{family: Paz, given: Ana}`',
});

function firstPart({ name, parts }: Property): string {
  const [first = ''] = parts.keys();
  return `${name}.${first}`;
}
