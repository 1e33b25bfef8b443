import type { EntityType, Json, JsonObject, Vocabulary } from '../model.ts';
import { createEvaluator } from '../values/json-schema/evaluate.ts';
import { hasFormat } from '../values/json-schema/formats.ts';
import type { Failure } from '../values/json-schema/outcome.ts';
import { readSchemaDocuments } from '../values/json-schema/schema-documents.ts';
import { toInstance } from '../values/json-schema/to-instance.ts';
import { isObject } from '../values/json-value.ts';
import { type Matches, matchAtOnce } from '../values/patterns/create-pattern-matcher.ts';
import { fileOfType, isDescribedType, typeOfFile } from './described-publication.ts';

/** By entity type: all that its schema does not accept of the properties of an entity. */
export type Validators = (type: EntityType) => (value: JsonObject) => Failure[];

/** Address of the schema that closes a type. */
const closed = 'urn:tinkuy:closed:';

/** Reads the schemas of all types. The concrete type is closed here, for its supertypes must stay open. */
export function createValidators(vocabulary: Vocabulary, matches: Matches = matchAtOnce): Validators {
  const documents = new Map<string, Json>();
  for (const [name, schema] of vocabulary.schemas) {
    documents.set(String(schema.$id), schema);
    const type = typeOfFile(name);
    if (type !== undefined) documents.set(closed + type, closeType(type, schema, vocabulary));
  }
  const schemas = readSchemaDocuments(documents);
  const evaluate = createEvaluator(schemas, { matches, hasFormat });
  return ({ name, properties }) => {
    const node = schemas.at(closed + name);
    return (value) => (node ? evaluate(node, toInstance(value, properties)) : []);
  };
}

/** The tool's own keys of a front matter are held against its own schema elsewhere. */
function closeType(
  type: string,
  schema: JsonObject,
  { types, schemas, frontMatter }: Vocabulary,
): JsonObject {
  const $ref = `${schema.$id}${ofOne(schema)}`;
  if (!isDescribedType(type)) return { $ref, unevaluatedProperties: false };
  const wider = (types.get(type)?.supertypes ?? []).flatMap((name): JsonObject[] => {
    const schema = schemas.get(fileOfType(name));
    return schema ? [schema] : [];
  });
  return {
    allOf: [{ $ref }, ...wider.map((each) => ({ $ref: `${each.$id}${ofOne(each)}` }))],
    properties: Object.fromEntries((frontMatter?.keys ?? []).map((key) => [key, true])),
    unevaluatedProperties: false,
  };
}

/** Where the schema of one entity stands: a schema of a list of entities has it in `items`. */
function ofOne({ type, items }: JsonObject): string {
  return type === 'array' && isObject(items) ? '#/items' : '';
}
