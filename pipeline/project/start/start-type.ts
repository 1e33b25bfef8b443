import type { SourceFile } from '../../model.ts';

/**
 * The schema of a new entity type, to be filled in: a name in each language, one property, and where it belongs.
 *
 * @param name as ids have it: "station"
 * @param languages short tags of the project's editions
 * @param base address of the schema that it builds upon
 */
export function startType(name: string, languages: readonly string[], base: string): SourceFile {
  const title = name.charAt(0).toUpperCase() + name.slice(1);
  const others = languages.filter((language) => language !== 'en');
  const inOthers = (text: string) => Object.fromEntries(others.map((language) => [language, text]));
  const labels = others.length > 0 ? { 'x-label': inOthers(title) } : {};
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title,
    description: `A ${name}.`,
    ...labels,
    type: 'object',
    allOf: [{ $ref: base }],
    properties: {},
  };
  return { path: `schemas/types/${name}.json`, text: `${JSON.stringify(schema, undefined, 2)}\n` };
}
