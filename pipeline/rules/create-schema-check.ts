import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import type { JsonObject, SourceFile } from '../model.ts';

/** A schema of ours, and all that it does not accept of a value. */
export interface SchemaCheck {
  schema: JsonObject;
  findErrors: (value: JsonObject) => ErrorObject[];
}

/** Definitions that the schemas refer to. */
const valuesPath = 'schemas/values.json';

/**
 * Compiles a schema out of the files that come with the tool. The schema itself is not checked here: tests do that, and it
 * would take three times as long as all the rest. Without the file everything is accepted.
 */
export function createSchemaCheck(builtin: readonly SourceFile[], path: string): SchemaCheck {
  const [schema, values] = [path, valuesPath].map((name) => {
    const file = builtin.find((candidate) => candidate.path === name);
    return file && (JSON.parse(file.text) as JsonObject);
  });
  const ajv = new Ajv2020({
    allErrors: true,
    strict: false,
    verbose: true,
    validateFormats: false,
    validateSchema: false,
    // What is checked is small: to optimize the code takes a quarter of the time that it takes to make it, and saves none.
    code: { optimize: false },
  });
  if (values) ajv.addSchema(values);
  const check = ajv.compile(schema ?? {});
  return { schema: schema ?? {}, findErrors: (value) => (check(value) ? [] : (check.errors ?? [])) };
}
