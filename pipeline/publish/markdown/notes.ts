import type { EntityId, Graph, PropertyPath, Vocabulary } from '../../model.ts';
import type { Translate } from '../../project/furniture.ts';
import { addTo } from '../../values/add-to.ts';

/** Editorial notes of an edition; they are numbered as the text comes to what they speak about. */
export interface Notes {
  /** Notes on an entity, or on a value of it, that were not called yet; they count as called then. */
  callAt: (entity: EntityId, path: PropertyPath | undefined) => EntityId[];
  /** Notes on exactly this, called before or not. */
  about: (target: string) => EntityId[];
  /** Every note: those that were called, in that order, then the others by id. */
  all: () => EntityId[];
  /** What stands at the place where a note is called: "N1". */
  marker: (note: EntityId) => string;
}

export function createNotes(graph: Graph, vocabulary: Vocabulary, t: Translate): Notes {
  const numbers = new Map<EntityId, number>();
  const number = (note: EntityId): number => {
    const known = numbers.get(note) ?? numbers.size + 1;
    numbers.set(note, known);
    return known;
  };
  const targets = [...graph.notes].map(([target, notes]) => {
    const [entity = '', path] = target.split('#');
    return { entity, path, notes: [...notes].sort(), called: false };
  });
  const byEntity = new Map<EntityId, typeof targets>();
  for (const target of targets) addTo(byEntity, target.entity, target);
  const rest = (): EntityId[] =>
    [...graph.entities.values()]
      .filter(({ id, type }) => vocabulary.types.get(type)?.role === 'note' && !numbers.has(id))
      .map(({ id }) => id)
      .sort();

  return {
    callAt(entity, path) {
      const met = (byEntity.get(entity) ?? []).filter(
        (target) => !target.called && (target.path === undefined || covers(target.path, path)),
      );
      for (const target of met) target.called = true;
      const notes = [...new Set(met.flatMap((target) => target.notes))];
      notes.forEach(number);
      return notes;
    },
    about: (target) => [...(graph.notes.get(target) ?? [])].sort(),
    all() {
      rest().forEach(number);
      return [...numbers.keys()];
    },
    marker: (note) => t('edition:noteMarker', { number: number(note) }),
  };
}

/** A note on "population" is called by "population.period" too, and the other way round. */
function covers(about: PropertyPath, stated: PropertyPath | undefined): boolean {
  if (stated === undefined) return false;
  return about === stated || stated.startsWith(`${about}.`) || about.startsWith(`${stated}.`);
}
