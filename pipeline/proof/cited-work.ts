import type { Entity, EntityId, Glossary, Graph, Json, JsonObject } from '../model.ts';
import { isObject } from '../values/json-value.ts';
import { plainLetters } from '../values/plain-letters.ts';

/** What a citation may say of a work. */
export interface CitedWork {
  id: EntityId;
  /** Authors, or whoever stands for them, as a finding names them. */
  authors: readonly string[];
  /** Whether all of these are persons, whose names are the same in every language. */
  isByPersons: boolean;
  /** Words of the family names of all persons. */
  families: ReadonlySet<string>;
  /** Every word of what the item says in words, and of what it is and refers to is called in any language. */
  words: ReadonlySet<string>;
  /** Years of its dates; none where it has no date. */
  years: readonly string[];
  /** The years that a finding asks for. */
  issued: readonly string[];
  /** Whether a date says that it is not certain, or is said in words. */
  hasVagueDate: boolean;
}

/** Variables of CSL that have who stands for the work, the likeliest first. */
const mainNames = [
  'author',
  'editor',
  'translator',
  'director',
  'composer',
  'interviewer',
  'container-author',
];
const dateNames = ['issued', 'original-date', 'event-date', 'submitted', 'available-date'];

/** The works of a bibliography, as far as citations can say something of them. */
export function listCitedWorks({ entities }: Graph, glossary: Glossary): Map<EntityId, CitedWork> {
  const works = new Map<EntityId, CitedWork>();
  for (const entity of entities.values())
    if (entity.csl) works.set(entity.id, describe(entity, entity.csl, glossary));
  return works;
}

function describe({ id, properties }: Entity, item: JsonObject, glossary: Glossary): CitedWork {
  const main = mainNames.map((name) => namesIn(item[name])).find((names) => names.length > 0) ?? [];
  const all = Object.values(item).flatMap(namesIn);
  const referred = [id, ...textsIn(properties).filter((text) => glossary.terms.has(text))];
  const labels = referred.flatMap((one) =>
    [...(glossary.terms.get(one)?.labels.values() ?? [])].flatMap((list) => list.map(({ text }) => text)),
  );
  const dates = dateNames.flatMap((name) => item[name] ?? []);
  const issued = yearsIn(item.issued);
  const years = [...new Set(dates.flatMap(yearsIn))];
  return {
    id,
    authors: main.map(({ shown }) => shown),
    isByPersons: main.length > 0 && main.every(({ family }) => family !== ''),
    families: new Set(all.flatMap(({ family }) => wordsIn(family))),
    words: new Set([...textsIn(item), ...labels].flatMap((text) => [...wordsIn(text), acronymOf(text)])),
    // What has no date may be cited by the year that it was looked at, or that its title has.
    years: years.length > 0 ? years : [item.accessed, item.title, item.number].flatMap(yearsIn),
    issued,
    hasVagueDate: dates.some((date) => isObject(date) && (date.circa !== undefined || !date['date-parts'])),
  };
}

/** Names of a variable of CSL; a name that is not of a person has no family. */
function namesIn(value: Json | undefined): { shown: string; family: string }[] {
  return (Array.isArray(value) ? value : []).flatMap((name) => {
    if (!isObject(name)) return [];
    const text = (key: string): string => (typeof name[key] === 'string' ? name[key] : '');
    const literal = text('literal');
    if (literal !== '') return [{ shown: literal, family: '' }];
    const family = [text('dropping-particle'), text('non-dropping-particle'), text('family')]
      .join(' ')
      .trim();
    const shown = family || text('given');
    return shown === '' ? [] : [{ shown, family: shown }];
  });
}

function textsIn(value: Json | undefined): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return isObject(value) ? Object.values(value).flatMap(textsIn) : [];
}

/** Years of a date of CSL, in figures or in words, and of the years between where it is a range. */
function yearsIn(value: Json | undefined): string[] {
  if (!isObject(value)) return textsIn(value).flatMap((text) => text.match(/(?<!\d)\d{4}(?!\d)/g) ?? []);
  const parts = value['date-parts'];
  const dated = (Array.isArray(parts) ? parts : []).flatMap((date) => (Array.isArray(date) ? [date[0]] : []));
  const [from, to] = dated.map(Number);
  const between =
    from !== undefined && to !== undefined && to > from && to - from < 100
      ? Array.from({ length: to - from + 1 }, (_, index) => String(from + index))
      : [];
  const written = dated.map((year) => String(year ?? '').padStart(4, '0'));
  return [...written, ...between, ...[value.raw, value.literal].flatMap(yearsIn)];
}

/** Words of a text without case and accents; one letter is an initial. */
export function wordsIn(text: string): string[] {
  return (plainLetters(text).match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length > 1);
}

/** First letters of the words that have a capital: "CAN" of "Comunidad Andina de Naciones". */
function acronymOf(text: string): string {
  return plainLetters((text.match(/(?<![\p{L}\p{N}])\p{Lu}/gu) ?? []).join(''));
}
