import type { Json, JsonObject, Vocabulary } from '../model.ts';
import { isObject } from '../values/json-value.ts';
import { typeOfFile } from './described-publication.ts';

/**
 * The entity types whose schemas rest on a file of schemas/: it is theirs, or references lead from theirs to it, over whatever other
 * files. Undefined where all may, because the file has no schema that could be read and belongs to no type.
 *
 * @param path of the file in the project
 */
export function typesRestingOn(
  path: string,
  { schemas }: Pick<Vocabulary, 'schemas'>,
): ReadonlySet<string> | undefined {
  const name = path.slice(path.indexOf('schemas/') + 'schemas/'.length);
  const own = typeOfFile(name);
  if (own === undefined && !schemas.has(name)) return undefined;
  const names = new Map([...schemas].map(([file, { $id }]) => [String($id), file]));
  const resting = new Set([name]);
  for (let before = 0; before < resting.size; ) {
    before = resting.size;
    for (const [file, schema] of schemas)
      if (!resting.has(file) && refersTo(schema, (address) => resting.has(names.get(address) ?? '')))
        resting.add(file);
  }
  return new Set([...resting].flatMap((file) => typeOfFile(file) ?? []));
}

function refersTo(value: Json | JsonObject, isWanted: (address: string) => boolean): boolean {
  if (Array.isArray(value)) return value.some((item) => refersTo(item, isWanted));
  if (!isObject(value)) return false;
  return Object.entries(value).some(([keyword, inner]) =>
    typeof inner === 'string'
      ? ['$ref', '$dynamicRef'].includes(keyword) && isWanted(inner.split('#')[0] ?? '')
      : refersTo(inner, isWanted),
  );
}
