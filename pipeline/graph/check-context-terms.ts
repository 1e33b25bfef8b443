import type { Diagnostic, EntityType, JsonObject } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { getKey, isObject, showValue } from '../values/json-value.ts';
import { kindOf } from '../values/kind-of.ts';
import { fileOfType } from './described-publication.ts';
import type { SchemaSet } from './schema-set.ts';

const annotation = 'x-jsonld-context';

/**
 * Holds the containers that the context of a type gives properties against the data: values have no order in these, and only texts
 * have languages, so that anything else would be published and not be true. A datatype is no matter: values say their own.
 * Findings: schema-annotation-is-valid.
 */
export function checkContextTerms(types: ReadonlyMap<string, EntityType>, set: SchemaSet): Diagnostic[] {
  return [...types.values()].flatMap((type) => {
    const file = set.byName.get(fileOfType(type.name));
    const terms = file?.value[annotation];
    if (!file?.isOwn || !isObject(terms ?? null)) return [];
    return [...type.properties.values()].flatMap((property) => {
      const term = getKey(terms as JsonObject, property.name) ?? null;
      if (!isObject(term)) return [];
      const { '@container': own } = kindOf(property).contextEntry(property.many);
      const allowed = [...new Set(['@set', ...[own ?? []].flat()])];
      const strange = [term['@container'] ?? []].flat().find((each) => !allowed.includes(each));
      if (strange === undefined) return [];
      const values = { annotation, property: property.name, found: showValue(strange) };
      const location = file.locate(`${annotation}/${property.name}/@container`);
      const expected = allowed.join(', ');
      return [
        diagnose('schema-annotation-is-valid', location, { ...values, context: 'container', expected }),
      ];
    });
  });
}
