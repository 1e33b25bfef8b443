import type { EntityId, Graph, Language, Location, Vocabulary } from '../model.ts';
import { entityNames } from './entity-names.ts';
import { locateValue, originsOf } from './locate-value.ts';

/** What a record calls an entity in a language: the name, not what else it is called. */
export interface RecordName {
  entity: EntityId;
  type: string;
  language: Language;
  text: string;
  location: Location;
}

/** The names that records of entities/*.yaml give, in every language; none that a text or a bibliography gives. */
export function listRecordNames(graph: Graph, vocabulary: Vocabulary): RecordName[] {
  return [...graph.entities.values()].flatMap((entity) =>
    entityNames(entity, vocabulary).flatMap(({ text, language, role, path }) => {
      const isRecord = originsOf(entity.origins, path).every(({ source }) => source === 'record');
      if (role !== 'name' || !isRecord) return [];
      const { id, type } = entity;
      return [{ entity: id, type, language, text, location: locateValue(entity, path) }];
    }),
  );
}
