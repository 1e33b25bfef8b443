import type { PhrasingContent } from 'mdast';
import type { CitationStyle, Entity, EntityId, JsonObject, Language } from '../model.ts';
import type { BuildServices } from '../project/build-services.ts';
import { writeYearLetter } from '../values/year-letter.ts';
import { yearsOf } from '../values/years-of.ts';
import { type CslEngine, loadCslEngine, type StyleSurvey } from './csl-engine.ts';
import { readCslHtml } from './csl-html.ts';
import { assignYearLetters } from './year-letters.ts';

/** The bibliography of an edition, formatted. */
export interface References {
  /** All works in the order of the style. */
  order: EntityId[];
  /** Entry of the reference list. */
  entries: Map<EntityId, PhrasingContent[]>;
  /** Year as the list has it, with the letter that tells works of one author and year apart: "2009b". Empty for a style without letters. */
  years: Map<EntityId, string>;
  /** A citation as the style writes it, brackets and all: "(Kahhat, 2007, p. 250)". */
  cite: (work: EntityId, locator: string | undefined) => PhrasingContent[];
}

type Services = Pick<BuildServices, 'recall' | 'digest'>;

/**
 * Formats every entity that has a CSL-JSON item, for each edition by its style. Works that share author and year get their
 * letters here, the same in all editions, whether they are cited or not.
 *
 * @param source language of the source's edition
 */
export async function createReferences(
  entities: Iterable<Entity>,
  styles: ReadonlyMap<Language, CitationStyle>,
  source: Language,
  services: Services,
): Promise<Map<Language, References>> {
  const items = new Map<EntityId, JsonObject>();
  for (const { id, csl } of entities) if (csl) items.set(id, csl);
  const formatters = new Map<Language, Formatter>();
  for (const [language, style] of styles)
    formatters.set(language, await createFormatter(items, style, services));
  const surveys = new Map([...formatters].map(([language, { survey }]) => [language, survey]));
  const first = surveys.get(source) ?? [...surveys.values()][0];
  const letters = first ? assignYearLetters(items, first, [...surveys.values()]) : new Map();
  return new Map([...formatters].map(([language, formatter]) => [language, formatter.format(letters)]));
}

interface Formatter {
  survey: StyleSurvey;
  format: (letters: ReadonlyMap<EntityId, number>) => References;
}

async function createFormatter(
  items: ReadonlyMap<EntityId, JsonObject>,
  style: CitationStyle,
  { recall, digest }: Services,
): Promise<Formatter> {
  if (items.size === 0) {
    const nothing = { order: [], entries: new Map(), years: new Map(), cite: () => [] };
    return { survey: { order: [], families: [], hasLetters: false }, format: () => nothing };
  }
  const start = await loadCslEngine(items, style);
  // A second's work, and nothing asks for it where all is known. It holds some 20 MB: what is not at work is let go.
  let started: WeakRef<CslEngine> | undefined;
  const engine = (): CslEngine => {
    const present = started?.deref() ?? start();
    started = new WeakRef(present);
    return present;
  };
  const basis = digest(JSON.stringify([style, [...items]]));
  const survey = recall('works cited alike', [basis], () => engine().survey);
  const format: Formatter['format'] = (letters) => {
    const read = [basis, survey.hasLetters ? JSON.stringify([...letters]) : ''];
    const formatted = recall('reference list', read, () => engine().format(letters));
    const entries = new Map(formatted.map(([id, html]) => [id, readCslHtml(html)]));
    // The engine takes a millisecond for each, and a text cites a work again and again.
    const cited = new Map<string, string>();
    const cite: References['cite'] = (id, locator) => {
      if (!items.has(id)) return [];
      const key = `${id} ${locator ?? ''}`;
      const words =
        cited.get(key) ?? recall('citation', [...read, key], () => engine().cite(id, locator, letters));
      cited.set(key, words);
      return readCslHtml(words);
    };
    const years = survey.hasLetters ? listYears(items, letters) : new Map();
    return { order: [...entries.keys()], entries, years, cite };
  };
  return { survey, format };
}

function listYears(
  items: ReadonlyMap<EntityId, JsonObject>,
  letters: ReadonlyMap<EntityId, number>,
): Map<EntityId, string> {
  const years = new Map<EntityId, string>();
  for (const [id, item] of items) {
    const [year] = yearsOf(item);
    const letter = letters.get(id);
    if (year?.length === 4) years.set(id, year + (letter === undefined ? '' : writeYearLetter(letter)));
  }
  return years;
}
