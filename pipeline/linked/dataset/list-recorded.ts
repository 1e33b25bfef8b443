import type { Build } from '../../build.ts';
import { entityNames } from '../../graph/entity-names.ts';
import { locateValue, originsOf } from '../../graph/locate-value.ts';
import type { Entity, EntityId, Json, Location, Publication } from '../../model.ts';
import { splitSentences } from '../../rules/quality/split-sentences.ts';
import { addTo } from '../../values/add-to.ts';
import { stableJson } from '../../values/json-value.ts';
import { kindOf } from '../../values/kind-of.ts';
import { nameWords } from '../../values/name-words.ts';
import type { Unknown } from './explain-name.ts';
import { suggestNames } from './suggest-names.ts';

/** A sentence of the source text, where an author edits it. */
export interface NamingSentence {
  text: string;
  location: Location;
}

/** A relation that only a record says, with the sentences that name both ends of it and could state it. */
export interface RecordedRelation {
  publication: string;
  entity: EntityId;
  property: string;
  value: EntityId;
  location: Location;
  sentences: NamingSentence[];
}

/**
 * The relations that records give and no text states, in the order of the entities; the sentences are those of the source text in
 * which both ends have a link or their name. Whether a sentence says the relation only a reader knows.
 *
 * @param only the entity whose relations are asked for; of all where it is undefined. `unknown` where no publication has it
 */
export function listRecorded(
  built: Build,
  only: EntityId | undefined,
): { relations: RecordedRelation[]; unknown: Unknown | undefined } {
  const { publications, vocabulary } = built;
  if (only !== undefined && !publications.some(({ graph }) => graph.entities.has(only))) {
    const likely = suggestNames(only, publications, vocabulary, []);
    return { relations: [], unknown: { key: 'unknownName', values: { name: only }, likely } };
  }
  const relations = publications.flatMap((publication) => listIn(publication, built, only));
  return { relations, unknown: undefined };
}

function listIn(publication: Publication, built: Build, only: EntityId | undefined): RecordedRelation[] {
  const { graph, name } = publication;
  const { types } = built.vocabulary;
  const find = createFinder(publication, built);
  const stated = new Set(graph.facts.map(({ subject, path, value }) => factKey(subject, path, value)));
  const entities = [...graph.entities.values()].filter(({ id }) => only === undefined || id === only);
  return entities.flatMap((entity) =>
    [...(types.get(entity.type)?.properties.values() ?? [])].flatMap((property) => {
      if (kindOf(property).refersTo !== 'entity') return [];
      return [entity.properties[property.name]].flat().flatMap((value, index) => {
        const at = property.many ? `${property.name}/${index}` : property.name;
        const other = typeof value === 'string' ? graph.entities.get(value) : undefined;
        const isRecorded = originsOf(entity.origins, at)[0]?.source === 'record';
        if (!other || !isRecorded || stated.has(factKey(entity.id, property.name, other.id))) return [];
        const sentences = find(entity, other);
        const location = locateValue(entity, at);
        return [
          {
            publication: name,
            entity: entity.id,
            property: property.name,
            value: other.id,
            location,
            sentences,
          },
        ];
      });
    }),
  );
}

function factKey(subject: EntityId, path: string, value: Json): string {
  return `${subject}#${path} ${stableJson(value)}`;
}

interface IndexedSentence extends NamingSentence {
  /** Words without marks and case, between spaces. */
  folded: string;
  linked: Set<EntityId>;
}

/** Makes the function that finds the sentences that name two entities. */
function createFinder(
  publication: Publication,
  built: Build,
): (one: Entity, other: Entity) => NamingSentence[] {
  const sentences = sentencesOf(publication, built);
  const byWord = new Map<string, IndexedSentence[]>();
  const byLink = new Map<EntityId, IndexedSentence[]>();
  for (const sentence of sentences) {
    for (const word of new Set(sentence.folded.trim().split(' '))) addTo(byWord, word, sentence);
    for (const id of sentence.linked) addTo(byLink, id, sentence);
  }
  const language = publication.editions.find(({ isSource }) => isSource)?.language;
  const known = new Map<EntityId, ReadonlySet<IndexedSentence>>();
  const naming = (entity: Entity): ReadonlySet<IndexedSentence> => {
    const present = known.get(entity.id);
    if (present) return present;
    const found = new Set(byLink.get(entity.id) ?? []);
    for (const name of entityNames(entity, built.vocabulary)) {
      const words = nameWords(name.text);
      if (name.language !== language || words.length === 0) continue;
      for (const sentence of byWord.get(words[0] ?? '') ?? [])
        if (sentence.folded.includes(` ${words.join(' ')} `)) found.add(sentence);
    }
    known.set(entity.id, found);
    return found;
  };
  return (one, other) => {
    const theirs = naming(other);
    return [...naming(one)]
      .filter((sentence) => theirs.has(sentence))
      .map(({ text, location }) => ({ text, location }));
  };
}

function sentencesOf(
  { name, editions, extractions, segments }: Publication,
  built: Build,
): IndexedSentence[] {
  const source = editions.find(({ isSource }) => isSource);
  const plain = source && built.texts.get(name)?.get(source.language);
  const said = extractions.find(({ language }) => language === source?.language);
  if (!source || !plain || !said) return [];
  const habits = built.wordsOf(source.language).habits;
  return [...plain.blocks].flatMap(([segment, text]) => {
    const place = segments[segment]?.location;
    if (!place) return [];
    const links = [...said.mentions, ...said.statements].filter((link) => link.segment === segment);
    return splitSentences(text, source.tag, habits).map((range): IndexedSentence => {
      const own = text.slice(range.start, range.end).trim();
      const within = links.filter(({ order }) => {
        // Passages count code points, sentences UTF-16 units.
        const passage = plain.annotation(segment, order);
        const start = passage && [...text].slice(0, passage.start).join('').length;
        return start !== undefined && start >= range.start && start < range.end;
      });
      return {
        text: own,
        location: within[0]?.location ?? place,
        folded: ` ${nameWords(own).join(' ')} `,
        linked: new Set(within.map(({ entity }) => entity)),
      };
    });
  });
}
