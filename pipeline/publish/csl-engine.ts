import type { CitationStyle, EntityId, JsonObject } from '../model.ts';
import { addTo } from '../values/add-to.ts';
import { type Engine, prepareEngine } from './prepare-engine.ts';

/** An entry of a reference list as a style makes it, in HTML. */
export type FormattedEntry = [work: EntityId, html: string];

/** What a style makes of a bibliography before letters are given: the order, and the works that it tells apart by letters. */
export interface StyleSurvey {
  order: EntityId[];
  /** Works that are cited alike but for the letter of their year, each in the order of the list. */
  families: EntityId[][];
  /** Whether the style writes letters at all. */
  hasLetters: boolean;
}

/** A citation as the engine takes it. */
export interface CitedItem {
  id: EntityId;
  locator?: string;
  label?: string;
  suffix?: string;
}

/** A bibliography in the hands of one style. */
export interface CslEngine {
  survey: StyleSurvey;
  /** The entries, with the letters (0 is "a"); works of a family stand in the order of theirs. */
  format: (letters: ReadonlyMap<EntityId, number>) => FormattedEntry[];
  /** A citation, in HTML. */
  cite: (item: CitedItem, letters: ReadonlyMap<EntityId, number>) => string;
}

/**
 * Loads the engine for a bibliography, and gives what starts it with a style. It is kept under its name for as long as it is at work
 * (see `prepareEngine`).
 */
export async function loadCslEngine(
  items: ReadonlyMap<EntityId, JsonObject>,
): Promise<(name: string, style: () => CitationStyle) => CslEngine> {
  const start = await prepareEngine(items);
  const laid = new WeakMap<Engine, CslEngine>();
  return (name, style) => {
    const engine = start(name, style);
    const present = laid.get(engine) ?? createCslEngine(engine);
    laid.set(engine, present);
    return present;
  };
}

function createCslEngine(engine: Engine): CslEngine {
  const survey = takeSurvey(engine);
  let given: ReadonlyMap<EntityId, number> | undefined;
  const give = (letters: ReadonlyMap<EntityId, number>): void => {
    if (given === letters) return;
    if (survey.hasLetters) {
      setLetters(engine, letters);
      sortByLetters(engine, survey.families, letters);
    }
    given = letters;
  };
  return {
    survey,
    format: (letters) => {
      give(letters);
      return format(engine);
    },
    cite: (item, letters) => {
      give(letters);
      return engine.makeCitationCluster([item]);
    },
  };
}

/** Takes the letters that the style gave away, to see which works are cited alike without. */
function takeSurvey(engine: Engine): StyleSurvey {
  const { registry, reflist } = engine.registry;
  const order = reflist.map(({ id }) => id);
  const hasLetters = engine.opt['disambiguate-add-year-suffix'];
  const lettered = order.filter((id) => registry[id] && registry[id].disambig.year_suffix !== false);
  if (hasLetters) setLetters(engine, new Map());
  const families = new Map<string, EntityId[]>();
  for (const id of lettered) addTo(families, engine.makeCitationCluster([{ id }]), id);
  return { order, families: [...families.values()].filter(({ length }) => length > 1), hasLetters };
}

/** Gives each work its letter, none to the others, in the place where the engine keeps its own. */
function setLetters(engine: Engine, letters: ReadonlyMap<EntityId, number>): void {
  for (const [id, entry] of Object.entries(engine.registry.registry)) {
    const letter = letters.get(id);
    entry.disambig = { ...entry.disambig, year_suffix: letter === undefined ? false : String(letter) };
  }
}

/** Sorts the works of a family by their letters where the style lists them in a row, which is where it sorts by year. */
function sortByLetters(engine: Engine, families: EntityId[][], letters: ReadonlyMap<EntityId, number>): void {
  const { reflist } = engine.registry;
  const places = new Map(reflist.map(({ id }, index) => [id, index]));
  for (const family of families) {
    const first = Math.min(...family.map((id) => places.get(id) ?? 0));
    const row = reflist.slice(first, first + family.length);
    if (!row.every(({ id }) => family.includes(id))) continue;
    row.sort((a, b) => (letters.get(a.id) ?? 0) - (letters.get(b.id) ?? 0));
    reflist.splice(first, row.length, ...row);
  }
}

function format(engine: Engine): FormattedEntry[] {
  const bibliography = engine.makeBibliography();
  if (!bibliography) return [];
  const [{ entry_ids: all, bibliography_errors: empty }, html] = bibliography;
  // Of a work that the style prints nothing of the engine has no entry, but the id.
  const unprinted = new Set(empty.map(({ itemID }) => itemID));
  const ids = all.filter(([id]) => id !== undefined && !unprinted.has(id));
  return ids.flatMap(([id], index): FormattedEntry[] => (id === undefined ? [] : [[id, html[index] ?? '']]));
}
