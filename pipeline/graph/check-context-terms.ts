import type { Diagnostic, EntityType, Json, JsonObject, Property } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { suggest } from '../rules/likely-names.ts';
import { isObject, showValue } from '../values/json-value.ts';
import { kindOf } from '../values/kind-of.ts';
import type { Terms } from './read-terms.ts';
import type { SchemaSet } from './schema-set.ts';

const annotation = 'x-jsonld-context';

/**
 * Holds what the context of a type says of properties against the data, which the kinds of values decide: a datatype or a container
 * that these do not have would be published and not be true, and so would a term for no property.
 * Findings: schema-annotation-is-valid.
 */
export function checkContextTerms(
  types: ReadonlyMap<string, EntityType>,
  set: SchemaSet,
  { expand }: Terms,
): Diagnostic[] {
  return [...types.values()].flatMap((type) => {
    const file = set.byName.get(`types/${type.name}.json`);
    const terms = file?.value[annotation];
    if (!file?.isOwn || !isObject(terms ?? null)) return [];
    const below = [...types.values()].filter(({ supertypes }) => supertypes.includes(type.name));
    const properties = new Map([...below, type].flatMap((each) => [...each.properties]));
    return Object.entries(terms as JsonObject).flatMap(([name, term]) => {
      const report = (at: string, context: string, expected: string, found: Json) => {
        const values = { context, annotation, property: name, expected, found: showValue(found) };
        return [diagnose('schema-annotation-is-valid', file.locate(`${annotation}/${name}${at}`), values)];
      };
      const property = properties.get(name);
      if (!property) {
        const { likely } = suggest(name, properties.keys());
        return report('', 'noProperty', String(likely), name);
      }
      return isObject(term) ? checkTerm(term, property, expand, report) : [];
    });
  });
}

/** The one datatype that the shape of a property asks for; undefined where there are several, or none. */
function datatypeOf(property: Property): string | undefined {
  const nothing = { iri: '', languages: [], isShared: false, units: new Map(), classOf: () => undefined };
  return kindOf(property)
    .shape(property, nothing)
    .flatMap(([name, term]) => (name === 'sh:datatype' && term && 'iri' in term ? term.iri : []))[0];
}

function checkTerm(
  { '@type': type, '@container': container }: JsonObject,
  property: Property,
  expand: (compact: string) => string,
  report: (at: string, context: string, expected: string, found: Json) => Diagnostic[],
): Diagnostic[] {
  const { '@type': ownType, '@container': ownContainer } = kindOf(property).contextEntry(property.many);
  const written = [ownType, datatypeOf(property)].flatMap((name) =>
    typeof name === 'string' ? expand(name) : [],
  );
  const isType = type === undefined || written.includes(expand(String(type)));
  const allowed = ['@set', ...[ownContainer ?? []].flat()];
  const strange = [container ?? []].flat().find((each) => !allowed.includes(each));
  return [
    ...(isType ? [] : report('/@type', ownType === undefined ? 'noType' : 'type', showValue(ownType), type)),
    ...(strange === undefined
      ? []
      : report('/@container', 'container', [...new Set(allowed)].join(', '), strange)),
  ];
}
