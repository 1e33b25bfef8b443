import type { Diagnostic, Entity, Graph, Language, Property, Vocabulary } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { addTo } from '../values/add-to.ts';
import { nameWords } from '../values/name-words.ts';
import { type EntityName, entityNames } from './entity-names.ts';
import { labelProperty } from './label-property.ts';
import { locateValue } from './locate-value.ts';

/** Languages in which a name has to name the same entity: in one it may be a word like another. */
const languagesMin = 2;

/** Entities by the words of what they are called, in a language. */
type NamedEntities = Map<string, Entity[]>;

/**
 * The name of an entity names what it stands in relation to ("Ecuador–Peru border"): where a schema says so of a property
 * (x-in-name), the entities that the name names, of the types that the values have, are among the values. Of several values
 * one has to be named; a name that names none of them speaks of something else.
 * Findings: name-agrees-with-relations.
 */
export function checkNamedRelations(graph: Graph, vocabulary: Vocabulary): Diagnostic[] {
  const subjects = [...graph.entities.values()].flatMap((entity) => {
    const properties = [...(vocabulary.types.get(entity.type)?.properties.values() ?? [])];
    const held = properties.filter(({ inName, name }) => inName && name in entity.properties);
    return held.length > 0 ? [{ entity, held }] : [];
  });
  if (subjects.length === 0) return [];
  const known = indexNames(graph, vocabulary);
  return subjects.flatMap(({ entity, held }) => {
    const names = entityNames(entity, vocabulary).filter(({ role }) => role === 'name');
    return held.flatMap((property) =>
      checkRelation(entity, property, { names, known }, { graph, vocabulary }),
    );
  });
}

function checkRelation(
  entity: Entity,
  property: Property,
  holding: { names: readonly EntityName[]; known: ReadonlyMap<Language, NamedEntities> },
  { graph, vocabulary }: { graph: Graph; vocabulary: Vocabulary },
): Diagnostic[] {
  const values = [entity.properties[property.name]].flat().flatMap((id) => {
    const value = typeof id === 'string' ? graph.entities.get(id) : undefined;
    return value ? [value] : [];
  });
  const named = findNamed(entity, values, holding);
  const rivals = [...named];
  const missing = rivals.filter(
    (one) => !values.includes(one) && !values.some((value) => isLongerName(value, one, vocabulary)),
  );
  if (missing.length === 0 || (property.many && missing.length === rivals.length)) return [];
  const strange = values.findIndex((value) => !named.has(value));
  const path = property.many && strange >= 0 ? `${property.name}/${strange}` : property.name;
  const found = {
    entity: entity.id,
    property: property.name,
    expected: missing.map(({ id }) => id).join(', '),
    found: values.map(({ id }) => id).join(', '),
  };
  const related = [{ location: locateValue(entity, labelProperty), role: 'name' }];
  return [diagnose('name-agrees-with-relations', locateValue(entity, path), found, related)];
}

function indexNames(graph: Graph, vocabulary: Vocabulary): Map<Language, NamedEntities> {
  const index = new Map<Language, NamedEntities>();
  for (const entity of graph.entities.values())
    for (const { text, language } of entityNames(entity, vocabulary).filter(isName)) {
      const names: NamedEntities = index.get(language) ?? new Map();
      index.set(language, names);
      const words = nameWords(text).join(' ');
      if (words !== '') addTo(names, words, entity);
    }
  return index;
}

/**
 * The entities of the types of some values that the name of one names in several languages, the longest names where they overlap.
 * Of several with one name it is the value that is named, if it is one of them.
 */
function findNamed(
  entity: Entity,
  values: readonly Entity[],
  { names, known }: { names: readonly EntityName[]; known: ReadonlyMap<Language, NamedEntities> },
): Set<Entity> {
  const isMeant = (one: Entity): boolean => one !== entity && values.some(({ type }) => type === one.type);
  const counts = new Map<Entity, number>();
  for (const { text, language } of names) {
    const found = namesWithin(nameWords(text), (words) => {
      const here = (known.get(language)?.get(words) ?? []).filter(isMeant);
      const own = here.filter((one) => values.includes(one));
      return own.length > 0 ? own : here;
    });
    for (const one of new Set(found)) counts.set(one, (counts.get(one) ?? 0) + 1);
  }
  const needed = Math.min(languagesMin, names.length);
  return new Set([...counts].filter(([, count]) => count >= needed).map(([one]) => one));
}

/** What stands in some words, from left to right, a longer name before a shorter; not all of the words themselves. */
function namesWithin(words: readonly string[], called: (words: string) => Entity[]): Entity[] {
  const found: Entity[] = [];
  for (let start = 0; start < words.length; start++) {
    for (let end = words.length; end > start; end--) {
      const here = end - start === words.length ? [] : called(words.slice(start, end).join(' '));
      if (here.length === 0) continue;
      found.push(...here);
      start = end - 1;
      break;
    }
  }
  return found;
}

/** Whether a name of one entity holds one of another in a language: “Tumbes” in a name may be the region as well as the town. */
function isLongerName(long: Entity, short: Entity, vocabulary: Vocabulary): boolean {
  const shorter = entityNames(short, vocabulary).filter(isName);
  return entityNames(long, vocabulary).some(({ text, language }) =>
    shorter.some((name) => {
      const words = nameWords(text);
      return name.language === language && nameWords(name.text).every((word) => words.includes(word));
    }),
  );
}

function isName({ role }: EntityName): boolean {
  return role === 'name' || role === 'alternate';
}
