import type { Iris } from '../../graph/iri.ts';
import { type WrittenTerms, writeDataTerms } from '../../linked/rdf/term-nodes.ts';
import type { EntityId, Json, Language, PlainText, Property, PropertyPath, Vocabulary } from '../../model.ts';
import type { DataTerm } from '../../values/data-term.ts';
import { kindOf } from '../../values/kind-of.ts';
import { listOf } from '../look-up.ts';

/** What writing values needs. */
export interface ValueContext {
  iris: Iris;
  vocabulary: Vocabulary;
}

/** What writing evidence needs besides. */
export interface EvidenceContext extends ValueContext {
  /** The editions as plain text. */
  texts: ReadonlyMap<Language, PlainText>;
  /** Ids of the blocks that segments are, by the number of the segment (segmentIds). */
  blocks: ReadonlyMap<number, string>;
}

/** Writes the value of an entity's property. Values with parts and periods of time become nodes, parts of the entity. */
export function writeValues(
  id: EntityId,
  path: PropertyPath,
  value: Json,
  property: Property,
  { iris, vocabulary }: ValueContext,
): WrittenTerms {
  const write = (each: Json, of: Property, iri: string): DataTerm[] =>
    kindOf(of).data(each, of, {
      iri,
      about: id,
      iris,
      units: vocabulary.units,
      part: (detail, part, at) => valuesOf(detail, part).flatMap((item) => write(item, part, at)),
    });
  return writeDataTerms(
    valuesOf(value, property).flatMap((item, index) =>
      write(item, property, iris.statement(id, positioned(path, index))),
    ),
  );
}

/** The values of a property; a text is one in all its languages. */
function valuesOf(value: Json, property: Property): Json[] {
  return kindOf(property).isTagged ? [value] : listOf(value);
}

/** The first of many values has the property's own address, so that who speaks of the property is understood. */
export function positioned(path: PropertyPath, index: number): PropertyPath {
  return index === 0 ? path : `${path}.${index + 1}`;
}

/** The property by which a value stands in the data; `whole` is the property that it is a part of, if it is one. */
export function predicateOf(property: Property, value: Json, whole: Property | undefined): string {
  const composition = whole && kindOf(whole).composition;
  return composition?.partTerm(property, value) ?? property.iri;
}
