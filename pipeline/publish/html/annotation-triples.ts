import { ref } from '../../linked/rdf/nodes.ts';
import type { Annotation, Edition, EntityId, Extraction, JsonObject, Publication } from '../../model.ts';
import { addTo } from '../../values/add-to.ts';
import { kindOf } from '../../values/kind-of.ts';
import { statementTriples, type Triple } from '../jsonld/statement-triples.ts';
import type { ValueContext } from '../jsonld/values.ts';

/** What the words of an annotation say in the data, by number of the segment and place among its annotations: "12 0". */
export type AnnotationTriples = ReadonlyMap<string, readonly Triple[]>;

/**
 * The triples of one edition's annotations, as that edition's own words give them: its statements; that the publication
 * mentions an entity or cites a work; and of a blank, whose words the pipeline writes, the value that it writes.
 */
export function createAnnotationTriples(
  publication: Publication,
  edition: Edition,
  context: ValueContext,
): AnnotationTriples {
  const { graph } = publication;
  const byPlace = new Map<string, Triple[]>();
  const put = ({ segment, order }: { segment: number; order: number }, triples: Triple[]): void => {
    const key = `${segment} ${order}`;
    addTo(byPlace, key, ...triples);
  };
  const { mentions, statements, blanks } = readShown(publication, edition);
  for (const statement of statements) put(statement, statementTriples(statement, publication, context));
  for (const blank of blanks) {
    const value = graph.entities.get(blank.entity)?.properties[blank.path];
    const property = context.vocabulary.types
      .get(graph.entities.get(blank.entity)?.type ?? '')
      ?.properties.get(blank.path);
    if (value === undefined || !property || property.many || kindOf(property).isTagged) continue;
    put(blank, statementTriples({ ...blank, value }, publication, context));
  }
  for (const mention of mentions) {
    const predicate = predicateOf(mention.entity);
    if (predicate)
      put(mention, [
        { subject: context.iris.publication(publication.name), predicate, object: to(mention.entity) },
      ]);
  }
  return byPlace;

  function predicateOf(entity: EntityId): string | undefined {
    const role = context.vocabulary.types.get(graph.entities.get(entity)?.type ?? '')?.role;
    if (role === 'entity') return 'schema:mentions';
    return role === 'bibliography' ? 'cito:cites' : undefined;
  }

  function to(entity: EntityId): JsonObject {
    return ref(context.iris.entity(entity)) as JsonObject;
  }
}

/** The annotations of the words that the edition shows: in a gap these are the source's, and so is what they state. */
function readShown({ extractions, editions }: Publication, edition: Edition): Omit<Extraction, 'language'> {
  const source = editions.find(({ isSource }) => isSource)?.language;
  const of = (language: string | undefined) =>
    extractions.find((extraction) => extraction.language === language);
  const [own, original] = [of(edition.language), of(source)];
  const gaps = new Set(
    edition.segments.flatMap(({ state, segment }) =>
      state === 'fuzzy' || state === 'untranslated' ? [segment.index] : [],
    ),
  );
  const merge = <T extends Annotation>(ours: T[] = [], theirs: T[] = []): T[] => [
    ...ours.filter(({ segment }) => !gaps.has(segment)),
    ...theirs.filter(({ segment }) => gaps.has(segment)),
  ];
  return {
    mentions: merge(own?.mentions, original?.mentions),
    statements: merge(own?.statements, original?.statements),
    blanks: merge(own?.blanks, original?.blanks),
  };
}
