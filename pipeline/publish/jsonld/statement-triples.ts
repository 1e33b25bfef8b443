import { literal, ref, tagged } from '../../linked/rdf/nodes.ts';
import type { Json, JsonObject, Publication, Statement } from '../../model.ts';
import { listOf, lookUp } from '../look-up.ts';
import { partProperty, positioned, type ValueContext, writeQuantityValue, writeValues } from './values.ts';

/** A triple that a text states; the object is a node reference or a literal in expanded form. */
export interface Triple {
  subject: string;
  /** An IRI, compact where the context has its prefix. */
  predicate: string;
  object: JsonObject;
}

/**
 * What a statement of one text says in the data: the property and, of a measurement, the number and the unit that its words
 * give. Only the statement's own value counts; what it is called in the data (the first or second measurement of a
 * property) is looked up.
 */
export function statementTriples(
  statement: Pick<Statement, 'entity' | 'path' | 'value' | 'words' | 'language'>,
  publication: Publication,
  context: ValueContext,
): Triple[] {
  const { entity, path, value, words, language } = statement;
  const found = lookUp(entity, path, publication.graph, context.vocabulary);
  if (!found) return [];
  const { property } = found;
  const { iris } = context;
  const [first = '', ...rest] = path.split('.');
  const subject = rest.length === 0 ? iris.entity(entity) : iris.statement(entity, first);
  const predicate = rest.length === 0 ? property.iri : partProperty(property, value);
  const say = (object: Json): Triple => ({ subject, predicate, object: object as JsonObject });
  if (property.kind === 'text') return [say(tagged(words, language))];
  if (property.kind === 'quantity' && rest.length === 0) {
    const all = listOf(publication.graph.entities.get(entity)?.properties[path]);
    const index = Math.max(
      0,
      all.findIndex((item) => isMeasurement(item, value)),
    );
    const node = iris.statement(entity, positioned(path, index));
    return [say(ref(node)), ...writeQuantityValue(node, value, context)];
  }
  if (rest.length > 0 && property.name === 'value') return [say(literal(String(value), 'xsd:decimal'))];
  const written = writeValues(entity, path, value, property, context);
  const parts = written.nodes.flatMap(({ '@id': id, '@type': _type, ...members }) =>
    Object.entries(members).flatMap(([name, objects]) =>
      listOf(objects).map((object) => ({ subject: id, predicate: name, object: object as JsonObject })),
    ),
  );
  return [...written.objects.map(say), ...parts];
}

/** Whether a measurement of an entity is the one that a text states: same number, same unit. */
function isMeasurement(item: Json, stated: Json): boolean {
  const [a, b] = [item, stated].map((value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {},
  );
  return a?.value === b?.value && a?.unit === b?.unit;
}
