import type { Diagnostic } from '../model.ts';
import { relevantFailures } from '../rules/relevant-failures.ts';
import { tellSchemaFailure } from '../rules/tell-schema-failure.ts';
import type { Failure } from '../values/json-schema/outcome.ts';
import { getAt } from '../values/json-value.ts';
import { propertyOf, stepsOf } from './create-across-check.ts';
import { instanceToJson } from './instance-to-json.ts';
import type { LocatedValue } from './located-value.ts';

/**
 * What a schema refuses of a value of a file, at its line.
 * Findings: as tellSchemaFailure.
 *
 * @param schema as findings name it
 * @param members names of properties that the schema knows
 */
export function tellRefusals(
  failures: readonly Failure[],
  held: LocatedValue,
  { schema, members }: { schema: string; members: ReadonlySet<string> },
): Diagnostic[] {
  if (failures.length === 0) return [];
  const value = instanceToJson(held.value);
  const told = {
    entity: held.name,
    type: schema,
    schema,
    valueAt: (path: string) => getAt(value, stepsOf(path)),
    locate: (path: string) => held.locate(stepsOf(path)),
    locateKey: (path: string, key: string) => held.locateKey(stepsOf(path), key),
    nameOf: propertyOf,
    membersOf: () => members,
    missedOf: (_: string, missing: string[]) => missing,
    help: 'file' as const,
  };
  const relevant = relevantFailures(failures, new Set(), (name) => members.has(name));
  return relevant.flatMap((failure) => tellSchemaFailure(failure, told));
}
