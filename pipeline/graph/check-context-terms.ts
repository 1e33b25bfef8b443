import type { Diagnostic, EntityType, JsonObject, Property } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { suggest } from '../rules/likely-names.ts';
import { getKey, isObject, showValue } from '../values/json-value.ts';
import { kindOf } from '../values/kind-of.ts';
import { listStructures } from '../values/list-structures.ts';
import { fileOfType } from './described-publication.ts';
import type { IdentifiedSchema, SchemaSet } from './schema-set.ts';

const annotation = 'x-jsonld-context';

/** A term of a type's context as an object, and the way to say what is wrong with one of its members. */
interface DeclaredTerm {
  term: JsonObject;
  property: Property;
  refuse: (member: string, context: string, allowed: string[], found: string) => Diagnostic[];
}

/**
 * Holds what the context of a type says of properties against the data: values have no order in these, only texts have languages, and a
 * value has the datatype of its kind, so that anything else would be published and not be true. A term for what neither the type nor one
 * that builds on it has, at any depth, says nothing at all.
 * Findings: schema-annotation-is-valid.
 */
export function checkContextTerms(types: ReadonlyMap<string, EntityType>, set: SchemaSet): Diagnostic[] {
  return [...types.values()].flatMap((type) => {
    const file = set.byName.get(fileOfType(type.name));
    const terms = file?.value[annotation];
    if (!file?.isOwn || !isObject(terms ?? null)) return [];
    const properties = listProperties(type, types);
    return Object.entries(terms as JsonObject).flatMap(([name, term]) => {
      const property = type.properties.get(name);
      if (property && isObject(term)) return checkTerm(property, term, file);
      return property || properties.has(name) ? [] : refuseUnknown(name, properties, file);
    });
  });
}

/** Names of all properties of a type and of those that build on it, and of their parts. */
function listProperties(type: EntityType, types: ReadonlyMap<string, EntityType>): Set<string> {
  const own = [...types.values()].filter(
    ({ name, supertypes }) => name === type.name || supertypes.includes(type.name),
  );
  const outer = own.flatMap(({ properties }) => [...properties.values()]);
  const parts = [...outer, ...listStructures(outer)].flatMap((each) => [...each.parts.keys()]);
  return new Set([...outer.map(({ name }) => name), ...parts]);
}

function refuseUnknown(name: string, known: ReadonlySet<string>, file: IdentifiedSchema): Diagnostic[] {
  const builtin = file.builtin?.[annotation];
  // What came with the tool, a project that takes its property out need not take out.
  if (isObject(builtin ?? null) && getKey(builtin as JsonObject, name) !== undefined) return [];
  const values = { annotation, property: name, found: name, context: 'noProperty' };
  const { likely } = suggest(name, known);
  const hint = likely === '' || likely === undefined ? {} : { context: 'likelyProperty', likely };
  const location = file.locate(`${annotation}/${name}`);
  return [diagnose('schema-annotation-is-valid', location, { ...values, ...hint })];
}

function checkTerm(property: Property, term: JsonObject, file: IdentifiedSchema): Diagnostic[] {
  const refuse: DeclaredTerm['refuse'] = (member, context, allowed, found) => {
    const values = { annotation, property: property.name, found, context, expected: allowed.join(', ') };
    const location = file.locate(`${annotation}/${property.name}/${member}`);
    return [diagnose('schema-annotation-is-valid', location, values)];
  };
  const own: DeclaredTerm = { term, property, refuse };
  return [...checkContainer(own), ...checkDatatype(own)];
}

function checkContainer({ term, property, refuse }: DeclaredTerm): Diagnostic[] {
  const { '@container': own } = kindOf(property).contextEntry(property.many);
  const allowed = ['@set', ...[own ?? []].flat()].map(String);
  const strange = [term['@container'] ?? []].flat().find((each) => !allowed.includes(String(each)));
  if (strange === undefined) return [];
  return refuse('@container', 'container', [...new Set(allowed)], showValue(strange));
}

/** Of JSON, whose literals may have any datatype, and of values of several kinds nothing is said. */
function checkDatatype({ term, property, refuse }: DeclaredTerm): Diagnostic[] {
  const { instanceType, contextTypes } = kindOf(property);
  const found = term['@type'];
  if (found === undefined || instanceType === 'any' || contextTypes.includes(String(found))) return [];
  return refuse('@type', 'datatype', [...contextTypes], showValue(found));
}
