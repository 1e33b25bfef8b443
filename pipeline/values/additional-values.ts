import type { Json, JsonObject, Property } from '../model.ts';
import type { DataNode, DataSaying, DataTerm } from './data-term.ts';
import { stableJson } from './json-value.ts';

/**
 * Values that no schema has a property for, as pairs of a name and a value (https://schema.org/PropertyValue): names are data there,
 * so they make no terms. Each pair has the address of what has it, "+" and its name.
 *
 * @param iri of the entity or object
 */
export function additionalValues(
  iri: string,
  values: JsonObject,
  named: ReadonlyMap<string, Property>,
): DataSaying[] {
  const nodes = Object.keys(values)
    .filter((name) => !named.has(name) && values[name] !== null)
    .sort()
    .map(
      (name): DataNode => ({
        node: `${iri}${iri.includes('#') ? '' : '#'}+${encodeURIComponent(name)}`,
        classes: ['schema:PropertyValue'],
        says: [
          ['schema:name', { value: name }],
          ['schema:value', termOf(values[name] ?? null)],
        ],
      }),
    );
  return nodes.length === 0 ? [] : [['schema:additionalProperty', ...nodes]];
}

/** A string and a truth value as they are; anything else, numbers among them, as a literal of JSON. */
function termOf(value: Json): DataTerm {
  if (typeof value === 'string') return { value };
  if (typeof value === 'boolean') return { value: String(value), datatype: 'xsd:boolean' };
  return { value: stableJson(value), datatype: 'rdf:JSON' };
}
