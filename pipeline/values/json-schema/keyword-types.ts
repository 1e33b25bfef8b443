import type { InstanceType } from './instance.ts';

const ofNumbers = ['multipleOf', 'maximum', 'exclusiveMaximum', 'minimum', 'exclusiveMinimum'];
const ofStrings = [
  ...['maxLength', 'minLength', 'pattern', 'format'],
  ...['contentEncoding', 'contentMediaType', 'contentSchema'],
];
const ofArrays = [
  ...[
    'items',
    'prefixItems',
    'additionalItems',
    'unevaluatedItems',
    'contains',
    'minContains',
    'maxContains',
  ],
  ...['maxItems', 'minItems', 'uniqueItems'],
];
const ofObjects = [
  ...['properties', 'patternProperties', 'additionalProperties', 'unevaluatedProperties', 'propertyNames'],
  ...['maxProperties', 'minProperties', 'required', 'dependentRequired', 'dependentSchemas', 'dependencies'],
];

/** The type of instance that a keyword says something of; one that is not here says something of all, or nothing of any. */
export const keywordTypes: ReadonlyMap<string, InstanceType> = new Map(
  (
    [
      ['number', ofNumbers],
      ['string', ofStrings],
      ['array', ofArrays],
      ['object', ofObjects],
    ] as const
  ).flatMap(([type, keywords]) => keywords.map((keyword) => [keyword, type] as const)),
);
