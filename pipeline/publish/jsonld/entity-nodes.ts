import { classesOf } from '../../graph/classes-of.ts';
import { add, literal, type Node } from '../../linked/rdf/nodes.ts';
import { addSayings } from '../../linked/rdf/term-nodes.ts';
import type { Entity, Json, JsonObject } from '../../model.ts';
import { additionalValues } from '../../values/additional-values.ts';
import { kindOf } from '../../values/kind-of.ts';
import { inTitleLanguage } from './title-language.ts';
import { type ValueContext, writeValues } from './values.ts';

/** An entity with all its values, and the nodes that these need. What a note speaks about is not written here. */
export function writeEntity(entity: Entity, context: ValueContext): Node[] {
  const type = context.vocabulary.types.get(entity.type);
  if (!type) return [];
  const node: Node = { '@id': context.iris.entity(entity.id), '@type': classesOf(entity, type) };
  const nodes = [node];
  for (const property of type.properties.values()) {
    const value = Object.hasOwn(entity.properties, property.name)
      ? entity.properties[property.name]
      : undefined;
    const isAbout = type.role === 'note' && kindOf(property).refersTo === 'place';
    if (value === undefined || value === null || isAbout) continue;
    const written = writeValues(
      entity.id,
      property.name,
      inTitleLanguage(value, entity, property),
      property,
      context,
    );
    add(node, property.iri, ...written.objects);
    nodes.push(...written.nodes);
  }
  nodes.push(...addSayings(node, additionalValues(node['@id'], entity.properties, type.properties)));
  // Graphs have no order, and the order of authors matters.
  const authors = entity.csl ? authorsOf(entity.csl) : [];
  if (authors.length > 0) add(node, 'bibo:authorList', { '@list': authors.map((name) => literal(name)) });
  return nodes;
}

/** "Given Family" or the name of an institution, of each author of a CSL-JSON item. */
export function authorsOf(csl: JsonObject): string[] {
  const authors = Array.isArray(csl.author) ? csl.author : [];
  return authors.flatMap((author: Json) => {
    if (typeof author !== 'object' || author === null || Array.isArray(author)) return [];
    const parts = ['literal', 'given', 'dropping-particle', 'non-dropping-particle', 'family', 'suffix'];
    const name = parts.flatMap((part) => (typeof author[part] === 'string' ? [author[part]] : [])).join(' ');
    return name ? [name] : [];
  });
}
