import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import type { JsonObject, SourceFile } from '../model.ts';
import { createEvaluator } from '../values/json-schema/evaluate.ts';
import { readSchemaDocuments } from '../values/json-schema/schema-documents.ts';
import { matchAtOnce } from '../values/patterns/create-pattern-matcher.ts';

/** A schema of ours, and all that it does not accept of a value. */
export interface SchemaCheck {
  schema: JsonObject;
  findErrors: (value: JsonObject) => ErrorObject[];
}

/** Whether a value fits; formats are not asked. */
function createTest(schema: JsonObject, values: JsonObject | undefined): (value: JsonObject) => boolean {
  const all = [schema, ...(values ? [values] : [])];
  const documents = readSchemaDocuments(new Map(all.map((each) => [String(each.$id), each])));
  const evaluate = createEvaluator(documents, { matches: matchAtOnce, hasFormat: () => true });
  const node = documents.at(String(schema.$id));
  return (value) => node !== undefined && evaluate(node, value).length === 0;
}

/** Definitions that the schemas refer to. */
const valuesPath = 'schemas/values.json';

/**
 * Reads a schema out of the files that come with the tool. What fits it the evaluator of projects' schemas tells, which is made in no time;
 * it is compiled where something does not, to say what. The schema itself is not checked here: tests do that, and it
 * would take three times as long as all the rest. Without the file everything is accepted.
 */
export function createSchemaCheck(builtin: readonly SourceFile[], path: string): SchemaCheck {
  const [schema, values] = [path, valuesPath].map((name) => {
    const file = builtin.find((candidate) => candidate.path === name);
    return file && (JSON.parse(file.text) as JsonObject);
  });
  const own = schema ?? {};
  const isValid = createTest(own, values);
  let explain: ValidateFunction | undefined;
  return {
    schema: own,
    findErrors: (value) => {
      if (isValid(value)) return [];
      explain ??= compile(own, values);
      return explain(value) ? [] : (explain.errors ?? []);
    },
  };
}

function compile(schema: JsonObject, values: JsonObject | undefined): ValidateFunction {
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
  return ajv.compile(schema);
}
