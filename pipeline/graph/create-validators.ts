import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import type { EntityType, JsonObject, Vocabulary } from '../model.ts';

/** By entity type: all that its schema does not accept of the properties of an entity. */
export type Validators = (type: EntityType) => (value: JsonObject) => ErrorObject[];

/** Compiles each type's schema on first use. The concrete type is closed here, for its supertypes must stay open. */
export function createValidators(vocabulary: Vocabulary): Validators {
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    validateFormats: false,
    logger: false,
    validateSchema: false,
    // What is checked is small: to optimize the code takes a quarter of the time that it takes to make it, and saves none.
    code: { optimize: false },
  });
  const ids = new Map<string, string>();
  for (const [name, schema] of vocabulary.schemas) {
    ajv.addSchema(schema);
    const type = /^types\/([^/]+)\.json$/.exec(name)?.[1];
    if (type !== undefined) ids.set(type, String(schema.$id));
  }
  const compiled = new Map<string, (value: JsonObject) => ErrorObject[]>();
  return (type) => {
    const present = compiled.get(type.name);
    if (present) return present;
    const validate = compile(ajv, { $ref: ids.get(type.name) ?? '', unevaluatedProperties: false });
    compiled.set(type.name, validate);
    return validate;
  };
}

/** A schema that is invalid has its own finding already (schema-is-valid, schema-reference-resolves): it accepts all. */
function compile(ajv: Ajv2020, schema: JsonObject): (value: JsonObject) => ErrorObject[] {
  try {
    const validate = ajv.compile(schema);
    return (value) => (validate(value) ? [] : (validate.errors ?? []));
  } catch {
    return () => [];
  }
}
