import type { EntityType, Json, JsonObject, Vocabulary } from '../model.ts';
import { createEvaluator } from '../values/json-schema/evaluate.ts';
import { hasFormat } from '../values/json-schema/formats.ts';
import type { Failure } from '../values/json-schema/outcome.ts';
import { readSchemaDocuments } from '../values/json-schema/schema-documents.ts';
import { toInstance } from '../values/json-schema/to-instance.ts';
import { isObject } from '../values/json-value.ts';
import { type Matches, matchAtOnce } from '../values/patterns/create-pattern-matcher.ts';

/** By entity type: all that its schema does not accept of the properties of an entity. */
export type Validators = (type: EntityType) => (value: JsonObject) => Failure[];

/** Address of the schema that closes a type. */
const closed = 'urn:tinkuy:closed:';

/** Reads the schemas of all types. The concrete type is closed here, for its supertypes must stay open. */
export function createValidators(vocabulary: Vocabulary, matches: Matches = matchAtOnce): Validators {
  const documents = new Map<string, Json>();
  for (const [name, schema] of vocabulary.schemas) {
    documents.set(String(schema.$id), schema);
    const type = /^types\/([^/]+)\.json$/.exec(name)?.[1];
    if (type !== undefined)
      documents.set(closed + type, { $ref: `${schema.$id}${ofOne(schema)}`, unevaluatedProperties: false });
  }
  const schemas = readSchemaDocuments(documents);
  const evaluate = createEvaluator(schemas, { matches, hasFormat });
  return ({ name, properties }) => {
    const node = schemas.at(closed + name);
    return (value) => (node ? evaluate(node, toInstance(value, properties)) : []);
  };
}

/** Where the schema of one entity stands: a schema of a list of entities has it in `items`. */
function ofOne({ type, items }: JsonObject): string {
  return type === 'array' && isObject(items) ? '#/items' : '';
}
