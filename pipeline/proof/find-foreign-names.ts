import type { RecordName } from '../graph/list-record-names.ts';
import type { EntityId, Language, Recall } from '../model.ts';
import { addTo } from '../values/add-to.ts';
import { nameWords } from '../values/name-words.ts';

/** Likeness, from 0 to 1, that names of one thing in two languages have where they are alike. */
const alike = 0.6;
/** By how much a name has to be more like another entity's names than like those of its own. */
const margin = 0.3;
/** Letters of a word that names of one thing share in several languages: "front" of "fronteira" and "frontera". */
const stem = 4;
/** Words that more names than these begin with tell nothing apart. */
const sharedMost = 60;

/**
 * Names that stand under a language of an entity and are those of another one of its type, as when two names changed places: each
 * by the name of that other entity that it is like. A name is compared with the names in the other languages, its own entity's
 * and others', letter by letter: names of people and places are alike in all of them, and many words are in Spanish, Portuguese
 * and English. Where an entity's own names are unlike each other, nothing is known.
 */
export function findForeignNames(names: readonly RecordName[], recall: Recall): Map<RecordName, RecordName> {
  const read = names.map(({ entity, type, language, text }) => [entity, type, language, text]);
  const places = new Map(names.map((name, index) => [name, index]));
  const found = recall('names of other entities', [JSON.stringify(read)], () =>
    [...compareAll(names)].map((pair) => pair.map((name) => places.get(name) ?? -1)),
  );
  return new Map(found.map((pair) => pair.map((place) => names[place]) as [RecordName, RecordName]));
}

function compareAll(names: readonly RecordName[]): Map<RecordName, RecordName> {
  const byEntity = new Map<EntityId, RecordName[]>();
  const byStem = new Map<string, RecordName[]>();
  for (const name of names) {
    addTo(byEntity, name.entity, name);
    for (const key of stemsOf(name)) addTo(byStem, key, name);
  }
  const found = new Map<RecordName, RecordName>();
  for (const name of names) {
    const own = (byEntity.get(name.entity) ?? []).filter(({ language }) => language !== name.language);
    const mine = Math.max(0, ...own.map((one) => likeness(name.text, one.text)));
    if (own.length === 0 || mine >= 1 - margin) continue;
    const others = [...new Set(stemsOf(name).flatMap((key) => nearby(key, byStem)))].filter(
      (one) => one.entity !== name.entity && (one.language !== name.language || isCopy(name, one)),
    );
    const [best] = rank(name, others);
    if (!best || best.likeness < alike || best.likeness - mine < margin) continue;
    if (isTold(name, best.name, own, byEntity)) found.set(name, best.name);
  }
  return found;
}

/** Whether the other names of the two entities are at home where they stand: each more like its own than like the other's. */
function isTold(
  name: RecordName,
  other: RecordName,
  own: readonly RecordName[],
  byEntity: ReadonlyMap<EntityId, RecordName[]>,
): boolean {
  const theirs = (byEntity.get(other.entity) ?? []).filter(({ language }) => language !== name.language);
  const inLanguage = (list: readonly RecordName[], language: Language) =>
    list.filter((one) => one.language !== language);
  const most = (text: string, list: readonly RecordName[]) =>
    Math.max(0, ...list.map((one) => likeness(text, one.text)));
  return own.every((one) => {
    const atHome = inLanguage(own, one.language);
    const away = inLanguage(theirs, one.language);
    return atHome.length === 0 || most(one.text, atHome) > most(one.text, away);
  });
}

/** Whether two entities have one name in a language. */
function isCopy(name: RecordName, other: RecordName): boolean {
  return nameWords(name.text).join(' ') === nameWords(other.text).join(' ');
}

function rank(name: RecordName, others: readonly RecordName[]): { name: RecordName; likeness: number }[] {
  return others
    .map((one) => ({ name: one, likeness: likeness(name.text, one.text) }))
    .sort((a, b) => b.likeness - a.likeness);
}

function nearby(key: string, byStem: ReadonlyMap<string, RecordName[]>): RecordName[] {
  const found = byStem.get(key) ?? [];
  return found.length > sharedMost ? [] : found;
}

/** Beginnings of the words, with the type: only entities of one type are compared. */
function stemsOf({ text, type }: RecordName): string[] {
  const words = nameWords(text).filter((word) => word.length >= stem);
  return [...new Set(words.map((word) => `${type} ${word.slice(0, stem)}`))];
}

/** Share of the pairs of neighbouring letters that two texts have in common (Dice’s coefficient). */
function likeness(a: string, b: string): number {
  const [one, two] = [pairsOf(a), pairsOf(b)];
  const counts = new Map<string, number>();
  for (const pair of one) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  let common = 0;
  for (const pair of two) {
    const left = counts.get(pair) ?? 0;
    if (left > 0) common += 1;
    counts.set(pair, left - 1);
  }
  return one.length + two.length === 0 ? 1 : (2 * common) / (one.length + two.length);
}

function pairsOf(text: string): string[] {
  const folded = ` ${nameWords(text).join(' ')} `;
  return [...folded].slice(1).map((letter, index) => folded.slice(index, index + 1) + letter);
}
