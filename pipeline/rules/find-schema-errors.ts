import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import type { JsonObject } from '../model.ts';

/**
 * All that a schema of ours does not accept of a value. The schema itself is not checked here: tests do that, and it
 * would take three times as long as all the rest.
 *
 * @param definitions schemas that the schema refers to
 */
export function findSchemaErrors(
  value: JsonObject,
  schema: JsonObject,
  definitions: readonly JsonObject[],
): ErrorObject[] {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: false,
    verbose: true,
    validateFormats: false,
    validateSchema: false,
  });
  for (const definition of definitions) ajv.addSchema(definition);
  const check = ajv.compile(schema);
  return check(value) ? [] : (check.errors ?? []);
}
