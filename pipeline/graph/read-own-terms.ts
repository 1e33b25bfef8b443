import type { OwnTerm } from '../model.ts';
import { isObject } from '../values/json-value.ts';
import type { Iris } from './iri.ts';
import { strings } from './json-strings.ts';
import { readDefinition, readLabel } from './read-property.ts';
import type { Terms } from './read-terms.ts';
import type { SchemaSource } from './schema-source.ts';

/** The terms of schemas/terms.json: what the pipeline itself writes, and no entity type has. Sorted by name. */
export function readOwnTerms(file: SchemaSource | undefined, { expand }: Terms, iris: Iris): OwnTerm[] {
  return Object.entries(file?.value ?? {})
    .flatMap(([name, value]): OwnTerm[] => {
      if (name.startsWith('$') || !isObject(value)) return [];
      const iri = (key: string) => {
        const compact = value[key];
        return typeof compact === 'string' ? expand(compact) : undefined;
      };
      return [
        {
          name,
          iri: file?.builtin?.[name] === undefined ? iris.term(name) : iris.core(name),
          label: readLabel(value, { en: name }),
          definition: readDefinition(value, {}),
          classes: strings(value['x-jsonld-type']).map(expand),
          wider: iri('x-super'),
          range: iri('range'),
        },
      ];
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
