import { computeFollows } from '../../graph/compute-follows.ts';
import { groundOf } from '../../graph/ground-of.ts';
import type { Entity, EntityId, Json, PropertyPath } from '../../model.ts';
import { textIn } from '../../publish/labels.ts';
import { kindOf } from '../../values/kind-of.ts';
import { type DescribedPublication, placeOf } from './describe.ts';
import type { Card, CardNote, CardProperty } from './explanation.ts';

/** What is known of an entity; with a path, only of that property. */
export function writeCard(
  entity: Entity,
  path: PropertyPath | undefined,
  described: DescribedPublication,
): Card {
  const { vocabulary, iris, inLanguages, label } = described;
  const type = vocabulary.types.get(entity.type);
  return {
    id: entity.id,
    iri: path === undefined ? iris.entity(entity.id) : iris.statement(entity.id, path),
    type: inLanguages((language) => textIn(type?.label, language)),
    label: label(entity.id),
    properties: [...listProperties(entity, path, described), ...listInferred(entity, path, described)],
    notes: listNotes(entity.id, path, described),
  };
}

function listProperties(
  entity: Entity,
  path: PropertyPath | undefined,
  { vocabulary, inLanguages, valueWords }: DescribedPublication,
): CardProperty[] {
  const [only] = path?.split('.') ?? [];
  return [...(vocabulary.types.get(entity.type)?.properties.values() ?? [])].flatMap((property) => {
    const { name } = property;
    const value = Object.hasOwn(entity.properties, name) ? entity.properties[name] : undefined;
    if (value === undefined || value === null || (only !== undefined && name !== only)) return [];
    const origins = [...entity.origins].flatMap(([at, found]) =>
      at === name || at.startsWith(`${name}/`) ? found : [],
    );
    const [record] = origins.filter(({ source }) => source !== 'statement');
    return [
      {
        path: name,
        label: inLanguages((language) => textIn(property.label, language)),
        value,
        words: valueWords(value, property),
        ground: groundOf(entity, property),
        places: record ? [placeOf(record.location)] : [],
      },
    ];
  });
}

/** Numbers that follow from others by the schema; which date is the later is no value. */
function listInferred(
  entity: Entity,
  path: PropertyPath | undefined,
  { vocabulary, inLanguages, valueWords }: DescribedPublication,
): CardProperty[] {
  const [only] = path?.split('.') ?? [];
  return computeFollows(entity, vocabulary).flatMap(({ path: at, operation, operands, computed, unit }) => {
    const property = vocabulary.types.get(entity.type)?.properties.get(at);
    if (!property || operation === 'after' || (only !== undefined && at !== only)) return [];
    const value: Json = unit === undefined ? computed : { value: computed, unit };
    return [
      {
        path: at,
        label: inLanguages((language) => textIn(property.label, language)),
        value,
        words: valueWords(value, property),
        ground: 'inferred' as const,
        from: operands,
        places: [],
      },
    ];
  });
}

/** Notes on the entity and its properties; with a path, on that property and its parts. */
function listNotes(
  id: EntityId,
  path: PropertyPath | undefined,
  described: DescribedPublication,
): CardNote[] {
  const { graph } = described.publication;
  const isAbout = (target: string): boolean => {
    const own = path === undefined ? id : `${id}#${path}`;
    return target === own || target.startsWith(path === undefined ? `${own}#` : `${own}.`);
  };
  return [...graph.notes].flatMap(([about, notes]) =>
    isAbout(about)
      ? notes.flatMap((note) => {
          const entity = graph.entities.get(note);
          if (!entity) return [];
          const known = described.vocabulary.types.get(entity.type)?.properties;
          const isTarget = ({ path: name }: CardProperty) => {
            const property = known?.get(name);
            return property !== undefined && kindOf(property).refersTo === 'place';
          };
          const properties = listProperties(entity, undefined, described).filter((item) => !isTarget(item));
          return [{ id: note, iri: described.iris.entity(note), about, properties }];
        })
      : [],
  );
}
