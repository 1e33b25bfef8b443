/** What a draft of JSON Schema reads otherwise than another. */
export interface Dialect {
  /** Address of its meta-schema, without a fragment. */
  uri: string;
  /** Whether `$ref` hides what stands beside it, and `$id` may be an anchor; `items` may be a list: drafts up to 7. */
  isOld: boolean;
  /** Whether keywords of the validation vocabulary are read: a meta-schema may leave it out. */
  asserts: boolean;
}

export const draft2020: Dialect = {
  uri: 'https://json-schema.org/draft/2020-12/schema',
  isOld: false,
  asserts: true,
};

export const draft07: Dialect = { uri: 'http://json-schema.org/draft-07/schema', isOld: true, asserts: true };

/** Drafts that are read as one of the two: what they write otherwise is refused before (graph/check-schemas.ts). */
export const readAs: ReadonlyMap<string, Dialect> = new Map([
  ['http://json-schema.org/draft-04/schema', draft07],
  ['http://json-schema.org/draft-06/schema', draft07],
  ['https://json-schema.org/draft/2019-09/schema', draft2020],
]);

/** Address of the validation vocabulary, as `$vocabulary` of a meta-schema names it. */
export const validationVocabulary = 'https://json-schema.org/draft/2020-12/vocab/validation';

/** Where a draft has schemas inside a schema: alone, in a list, by name. */
export interface SchemaPositions {
  one: ReadonlySet<string>;
  list: ReadonlySet<string>;
  named: ReadonlySet<string>;
}

const both = {
  one: ['additionalProperties', 'propertyNames', 'contains', 'not', 'if', 'then', 'else', 'items'],
  list: ['allOf', 'anyOf', 'oneOf'],
  named: ['properties', 'patternProperties', 'definitions'],
};

const positions2020: SchemaPositions = {
  one: new Set([...both.one, 'unevaluatedItems', 'unevaluatedProperties', 'contentSchema']),
  list: new Set([...both.list, 'prefixItems']),
  named: new Set([...both.named, '$defs', 'dependentSchemas', 'dependencies']),
};

const positions07: SchemaPositions = {
  one: new Set([...both.one, 'additionalItems']),
  list: new Set([...both.list, 'items']),
  named: new Set([...both.named, 'dependencies']),
};

export function schemaPositions({ isOld }: Dialect): SchemaPositions {
  return isOld ? positions07 : positions2020;
}
