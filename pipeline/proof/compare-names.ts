import { listRecordNames, type RecordName } from '../graph/list-record-names.ts';
import type { Diagnostic, EntityId, Glossary, Language, Mention, Publication, Vocabulary } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import type { KnownWordings } from '../rules/quality/quality-rule.ts';
import { addTo } from '../values/add-to.ts';
import { isSlip } from '../values/is-slip.ts';
import { nameWords } from '../values/name-words.ts';
import { findForeignNames } from './find-foreign-names.ts';

/** Mentions of entities by language. */
type Mentions = ReadonlyMap<Language, ReadonlyMap<EntityId, Mention[]>>;

/**
 * Holds the names that records give against the words of the links to the entity, and against the names in other languages. The
 * finding stands in the record, where a name is wrong that every sentence has right.
 * Findings: label-agrees-with-text, label-is-of-its-entity.
 *
 * @param known answers under all that names are held against
 */
export function compareNames(
  { graph, editions, extractions }: Publication,
  vocabulary: Vocabulary,
  glossary: Glossary,
  known: KnownWordings,
): Diagnostic[] {
  const names = listRecordNames(graph, vocabulary);
  const mentions = new Map(
    extractions.map(({ language, mentions: all }) => {
      const byEntity = new Map<EntityId, Mention[]>();
      for (const mention of all) if (mention.words !== '') addTo(byEntity, mention.entity, mention);
      return [language, byEntity];
    }),
  );
  const foreign = findForeignNames(names, known.recall);
  const source = editions.find(({ isSource }) => isSource)?.language;
  const holding = { mentions, glossary, source, called: callersOf(names) };
  const spoken = [...mentions].map(([language, byEntity]) => [
    language,
    [...byEntity].map(([entity, all]) => [entity, all.map(({ words }) => words)]),
  ]);
  const given = names.map(({ location, ...name }) => name);
  let found: Diagnostic[] | undefined;
  const look = () => {
    found ??= findContraries(names, foreign, holding);
    return found;
  };
  const read = [known.basis, JSON.stringify([source, given, spoken])];
  return known.recall('names agree', read, () => look().length === 0) ? [] : look();
}

function findContraries(
  names: readonly RecordName[],
  foreign: ReturnType<typeof findForeignNames>,
  holding: Holding,
): Diagnostic[] {
  return names.flatMap((name) => {
    const own = foreign.get(name);
    if (own) {
      const values = { entity: name.entity, language: name.language, found: name.text, other: own.entity };
      const related = [{ location: own.location, role: 'other' }];
      return [diagnose('label-is-of-its-entity', name.location, values, related)];
    }
    const contrary = findContrary(name, holding);
    if (!contrary) return [];
    const { entity, language, text } = name;
    const values = { entity, language, expected: contrary.words, found: text };
    const related = [{ location: contrary.location, role: 'sentence' }];
    return [diagnose('label-agrees-with-text', name.location, values, related)];
  });
}

interface Holding {
  mentions: Mentions;
  glossary: Glossary;
  /** Language of the text that is translated. */
  source: Language | undefined;
  /** Entities of one type by a name in a language. */
  called: ReadonlyMap<string, ReadonlySet<EntityId>>;
}

/**
 * A mention that shows the name to be wrong: its words are the name but for a slip; or no mention in that language has the name,
 * where another language has its own in all of the same places. Authors have words of their own where translators write names: of
 * the source text that counts only where the name is that of another entity of the type. Where all mentions have the name of
 * another one that no mention calls so, names have changed places.
 */
function findContrary(
  name: RecordName,
  { mentions, glossary, source, called }: Holding,
): Mention | undefined {
  const { entity, language, text, type } = name;
  const own = mentions.get(language)?.get(entity) ?? [];
  const isNamed = (mention: Mention): boolean =>
    glossary.match(mention.words, mention.entity, mention.language) !== undefined;
  // A part of the name is a short form of it.
  const isPart = ({ words }: Mention): boolean =>
    nameWords(words).every((word) => nameWords(text).includes(word));
  const free = own.filter((mention) => !isNamed(mention) && !isPart(mention));
  const slip = free.find(({ words }) => isSlip(words, text));
  if (slip || free.length < own.length) return slip;
  const isNamedElsewhere = [...mentions].some(([other, byEntity]) => {
    const theirs = byEntity.get(entity) ?? [];
    return other !== language && theirs.length === own.length && theirs.every(isNamed);
  });
  const isAnothers = (words: string): boolean =>
    [...(called.get(nameKey(type, language, words)) ?? [])].some((one) => one !== entity);
  const isLost = (one: EntityId): boolean => !(mentions.get(language)?.get(one) ?? []).some(isNamed);
  const isExchanged = ({ words }: Mention): boolean =>
    [...(called.get(nameKey(type, language, words)) ?? [])].some((one) => one !== entity && isLost(one));
  if (own.every(isExchanged)) return own[0];
  // Of a single mention the words may be wrong as well: mention-uses-a-known-name says so at the link, where it can be allowed.
  const isOften = own.length > 1 || isAnothers(text);
  return isNamedElsewhere && isOften && (language !== source || isAnothers(text)) ? own[0] : undefined;
}

function callersOf(names: readonly RecordName[]): Map<string, Set<EntityId>> {
  const called = new Map<string, Set<EntityId>>();
  for (const { entity, type, language, text } of names) {
    const key = nameKey(type, language, text);
    called.set(key, (called.get(key) ?? new Set()).add(entity));
  }
  return called;
}

function nameKey(type: string, language: Language, name: string): string {
  return `${type} ${language} ${nameWords(name).join(' ')}`;
}
