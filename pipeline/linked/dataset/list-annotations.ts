import type { Iris } from '../../graph/iri.ts';
import type {
  Annotation,
  EntityId,
  Json,
  Language,
  Property,
  PropertyPath,
  Publication,
  Vocabulary,
} from '../../model.ts';
import { listCitations } from '../../publish/jsonld/citation-nodes.ts';
import { listStatements } from '../../publish/jsonld/statement-nodes.ts';
import { listOf, lookUp } from '../../publish/look-up.ts';
import { kindOf } from '../../values/kind-of.ts';
import type { Saying } from './explanation.ts';

/** An annotation of the text in all editions, before its words are looked up. */
export interface ListedAnnotation {
  kind: Saying['kind'];
  entity: EntityId;
  path: PropertyPath | undefined;
  property: Property | undefined;
  value: Json | undefined;
  iris: string[];
  segment: number;
  /** By language: place among the annotations of the segment. */
  orders: Map<Language, number>;
  annotations: Map<Language, Annotation>;
}

/** All annotations of a publication, each once for all editions, in the order of the source text. */
export function listAnnotations(
  publication: Publication,
  vocabulary: Vocabulary,
  iris: Iris,
): ListedAnnotation[] {
  const source = publication.editions.find(({ isSource }) => isSource)?.language ?? '';
  const annotations = indexAnnotations(publication);
  const listed = new Map<string, ListedAnnotation>();
  const add = (
    found: Omit<ListedAnnotation, 'annotations' | 'orders'>,
    orders: [Language, number][],
  ): void => {
    const [, first] = orders.find(([language]) => language === source) ?? orders[0] ?? [];
    const key = `${found.segment} ${first}`;
    const known = listed.get(key);
    const own = orders.flatMap(([language, order]): [Language, Annotation][] => {
      const annotation = annotations.get(`${language} ${found.segment} ${order}`);
      return annotation ? [[language, annotation]] : [];
    });
    if (!known) listed.set(key, { ...found, orders: new Map(orders), annotations: new Map(own) });
    // Of a text there is a statement for each language; the object of a relation is also mentioned.
    else if (found.kind === known.kind && found.entity === known.entity) {
      known.iris.push(...found.iris);
      for (const [language, order] of orders) known.orders.set(language, order);
      for (const [language, annotation] of own) known.annotations.set(language, annotation);
    }
  };

  for (const { iri, fact, property } of listStatements(publication, { iris, vocabulary })) {
    const { subject: entity, path, value, segment } = fact;
    const own = { kind: 'statement' as const, entity, path, property, value, iris: [iri], segment };
    add(own, Object.entries(fact.orders));
  }
  for (const { iri, mention, quoted } of listCitations(publication, { iris, vocabulary })) {
    const { entity, segment } = mention;
    const own = { kind: 'citation' as const, entity, path: undefined, property: undefined, value: undefined };
    add({ ...own, iris: [iri], segment }, Object.entries(quoted?.orders ?? {}));
  }
  for (const { kind, annotation, orders } of matchAcross(publication, source)) {
    const { entity, path, segment } = annotation;
    const found = path === undefined ? undefined : lookUp(entity, path, publication.graph, vocabulary);
    const { property, value } = found ?? { property: undefined, value: undefined };
    add({ kind, entity, path, property, value, iris: [], segment }, orders);
  }
  const order = ({ orders }: ListedAnnotation) => orders.get(source) ?? 0;
  return [...listed.values()].sort((a, b) => a.segment - b.segment || order(a) - order(b));
}

/** Entities that the values of an annotation are. */
export function objectsOf({ property, value }: ListedAnnotation): EntityId[] {
  if (!property || kindOf(property).refersTo !== 'entity') return [];
  return listOf(value).filter((item): item is EntityId => typeof item === 'string');
}

/** By language, segment and order. */
function indexAnnotations({ extractions }: Publication): Map<string, Annotation> {
  const indexed = new Map<string, Annotation>();
  for (const { language, mentions, statements, blanks } of extractions) {
    for (const annotation of [...mentions, ...statements, ...blanks])
      indexed.set(`${language} ${annotation.segment} ${annotation.order}`, annotation);
  }
  return indexed;
}

/** Mentions and blanks of the source text with those of the other editions: the same of the same segment, by their order. */
function matchAcross(
  { extractions }: Publication,
  source: Language,
): { kind: 'mention' | 'blank'; annotation: Annotation; orders: [Language, number][] }[] {
  return (['mention', 'blank'] as const).flatMap((kind) => {
    const matched = new Map<
      string,
      { kind: typeof kind; annotation: Annotation; orders: [Language, number][] }
    >();
    const own = extractions.filter(({ language }) => language === source);
    for (const extraction of [...own, ...extractions.filter(({ language }) => language !== source)]) {
      const counts = new Map<string, number>();
      for (const annotation of kind === 'mention' ? extraction.mentions : extraction.blanks) {
        const { segment, entity, path, order, language } = annotation;
        // Of a mention the path is that of the statement whose object it is.
        const same = `${segment} ${entity}${kind === 'blank' ? `#${path}` : ''}`;
        const count = counts.get(same) ?? 0;
        counts.set(same, count + 1);
        const key = `${same} ${count}`;
        const known = matched.get(key);
        if (known) known.orders.push([language, order]);
        else matched.set(key, { kind, annotation, orders: [[language, order]] });
      }
    }
    return [...matched.values()];
  });
}
