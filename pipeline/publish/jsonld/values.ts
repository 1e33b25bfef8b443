import type { Iris } from '../../graph/iri.ts';
import { type WrittenTerms, writeDataTerms } from '../../linked/rdf/term-nodes.ts';
import type { EntityId, Json, Language, PlainText, Property, PropertyPath, Vocabulary } from '../../model.ts';
import type { DataTerm } from '../../values/data-term.ts';
import { holdsList } from '../../values/holds-list.ts';
import { getKey, isObject } from '../../values/json-value.ts';
import { kindOf } from '../../values/kind-of.ts';
import { listOf } from '../look-up.ts';
import type { EvidenceLots } from './evidence-lots.ts';

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
  /** Takes the evidence where it is kept apart; the data have its targets with their classes then, and no more. */
  apart?: EvidenceLots | undefined;
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
      part: (detail, part, at) => {
        const items = valuesOf(detail, part);
        return items.flatMap((item, index) => write(item, part, itemAddress(at, part, items, index)));
      },
    });
  return writeDataTerms(
    valuesOf(value, property).flatMap((item, index, items) =>
      write(item, property, itemAddress(iris.statement(id, path), property, items, index)),
    ),
  );
}

/** The values of a property; a text is one in all its languages. */
function valuesOf(value: Json, property: Property): Json[] {
  return kindOf(property).isTagged || !holdsList(property) ? [value] : listOf(value);
}

/** The address of one of several values: that of all, with what tells it from the others. */
function itemAddress(all: string, property: Property, items: readonly Json[], index: number): string {
  return positioned(all, index, keyOf(items, index, property));
}

/**
 * The first of many values has the property's own address, so that who speaks of the property is understood; the others have their
 * number behind it. An object with a part that tells it from all others (x-unique) has that instead, wherever it stands.
 */
export function positioned(path: PropertyPath, index: number, key?: string): PropertyPath {
  if (key !== undefined) return `${path}.${key}`;
  return index === 0 ? path : `${path}.${index + 1}`;
}

/** Name and value of the part that tells an object from the others of its list; undefined without one, or where another has the same. */
export function keyOf(items: readonly Json[], index: number, { parts, many }: Property): string | undefined {
  const [name] = [...parts.values()].flatMap((part) => (part.unique === true ? [part.name] : []));
  if (name === undefined || !many) return undefined;
  const keys = items.map((item) => (isObject(item) ? getKey(item, name) : undefined));
  const own = keys[index];
  if ((typeof own !== 'string' && typeof own !== 'number') || keys.indexOf(own) !== index) return undefined;
  // A dot would begin another step.
  return `${name}=${encodeURIComponent(own).replaceAll('.', '%2E')}`;
}

/** The property by which a value stands in the data; `whole` is the property that it is a part of, if it is one. */
export function predicateOf(property: Property, value: Json, whole: Property | undefined): string {
  const composition = whole && kindOf(whole).composition;
  return composition?.partTerm(property, value) ?? property.iri;
}
