import type { Staged } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { typeOfFile } from './described-publication.ts';
import type { SchemaSource } from './schema-source.ts';

/** What a schema says that declares a type; one that only changes another has none of it. */
const declaring = ['title', 'type', 'allOf', '$ref'];

/**
 * Takes out changes of types that neither come with the tool nor stand in the project.
 * Findings: schema-is-valid.
 */
export function takeDeclared(
  sources: readonly SchemaSource[],
  elsewhere: ReadonlyMap<string, string>,
): Staged<SchemaSource[]> {
  const staged: Staged<SchemaSource[]> = { value: [], diagnostics: [] };
  for (const source of sources) {
    const keyword = typeOfFile(source.name) ?? '';
    const expected = source.builtin ? undefined : elsewhere.get(keyword);
    if (expected === undefined || declaring.some((each) => each in source.value)) staged.value.push(source);
    else {
      const values = { context: 'elsewhere', keyword, expected };
      staged.diagnostics.push(diagnose('schema-is-valid', source.locate(''), values));
    }
  }
  return staged;
}
