import { ref, tagged } from '../../linked/rdf/nodes.ts';
import { writeDataTerms } from '../../linked/rdf/term-nodes.ts';
import type { Json, JsonObject, Publication, Statement } from '../../model.ts';
import type { DataSaying } from '../../values/data-term.ts';
import { getKey, isObject, sameJson } from '../../values/json-value.ts';
import { kindOf } from '../../values/kind-of.ts';
import { listOf, lookUp } from '../look-up.ts';
import { addressPath } from './addressed-path.ts';
import { positioned, predicateOf, type ValueContext, writeValues } from './values.ts';

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
  const addressed = addressPath(entity, path, publication.graph, context.vocabulary);
  const { holder } = addressed;
  const subject = holder === undefined ? iris.entity(entity) : iris.statement(entity, holder);
  const predicate = predicateOf(property, value, addressed.whole);
  const say = (object: Json): Triple => ({ subject, predicate, object: object as JsonObject });
  const { isTagged, composition } = kindOf(property);
  if (isTagged) return [say(tagged(words, language))];
  if (composition && holder === undefined) {
    const all = listOf(publication.graph.entities.get(entity)?.properties[path]);
    const index = all.findIndex((item) => statesSame(item, value, composition.stated));
    const node = iris.statement(entity, positioned(path, Math.max(0, index)));
    const says = isObject(value) ? composition.statedData(value, context.vocabulary.units) : [];
    return [say(ref(node)), ...says.flatMap((saying) => toTriples(node, saying))];
  }
  const written = writeValues(entity, addressed.path, value, property, context);
  const parts = written.nodes.flatMap(({ '@id': id, '@type': _type, ...members }) =>
    Object.entries(members).flatMap(([name, objects]) =>
      listOf(objects).map((object) => ({ subject: id, predicate: name, object: object as JsonObject })),
    ),
  );
  return [...written.objects.map(say), ...parts];
}

function toTriples(subject: string, [predicate, ...terms]: DataSaying): Triple[] {
  return writeDataTerms(terms).objects.map((object) => ({
    subject,
    predicate,
    object: object as JsonObject,
  }));
}

/** Whether a value of an entity is the one that a text states, by the parts that words state: same number, same unit. */
function statesSame(item: Json, stated: Json, names: readonly string[]): boolean {
  const [a, b] = [item, stated].map((value) => (isObject(value) ? value : {}));
  return names.every((name) => sameJson(getKey(a ?? {}, name) ?? null, getKey(b ?? {}, name) ?? null));
}
