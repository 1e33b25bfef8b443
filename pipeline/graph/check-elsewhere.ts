import type { Diagnostic } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import type { SchemaSource } from './schema-source.ts';

/** What a schema says that declares a type; one that only changes another has none of it. */
const declaring = ['title', 'type', 'allOf', '$ref'];

/**
 * Finds changes of types that neither come with the tool nor stand in the project.
 * Findings: schema-is-valid.
 */
export function checkElsewhere(
  sources: readonly SchemaSource[],
  elsewhere: ReadonlyMap<string, string>,
): Diagnostic[] {
  return sources.flatMap(({ name, value, builtin, locate }) => {
    const type = /^types\/([^/]+)\.json$/.exec(name)?.[1] ?? '';
    const file = builtin ? undefined : elsewhere.get(type);
    if (file === undefined || declaring.some((keyword) => keyword in value)) return [];
    return [diagnose('schema-is-valid', locate(''), { context: 'elsewhere', keyword: type, expected: file })];
  });
}
