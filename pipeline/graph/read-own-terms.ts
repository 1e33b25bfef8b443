import type { JsonObject, OwnTerm } from '../model.ts';
import { isObject } from '../values/json-value.ts';
import { strings } from './json-strings.ts';
import { readDefinition, readLabel } from './read-property.ts';
import type { Terms } from './read-terms.ts';

/** The terms of schemas/terms.json: what the pipeline itself writes, and no entity type has. Sorted by name. */
export function readOwnTerms(file: JsonObject, { expand }: Terms): OwnTerm[] {
  return Object.entries(file)
    .flatMap(([name, value]): OwnTerm[] => {
      if (name.startsWith('$') || !isObject(value)) return [];
      const iri = (key: string) => {
        const compact = value[key];
        return typeof compact === 'string' ? expand(compact) : undefined;
      };
      return [
        {
          name,
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
