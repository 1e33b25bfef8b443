import type { PhrasingContent } from 'mdast';
import type { CitationStyle, Entity, EntityId, JsonObject, Language } from '../model.ts';
import type { BuildServices } from '../project/build-services.ts';
import type { CitationWords } from '../values/citation-words.ts';
import type { CitedPart } from '../values/cited-place.ts';
import type { TermForm } from '../values/csl-terms.ts';
import { writeYearLetter } from '../values/year-letter.ts';
import { yearsOf } from '../values/years-of.ts';
import { toCitedLocator, toCitedSuffix } from './cited-locator.ts';
import { createLocatorWriter } from './create-locator-writer.ts';
import { type CitedItem, loadCslEngine, type StyleSurvey } from './csl-engine.ts';
import { readCslHtml } from './csl-html.ts';
import { layTerms } from './lay-terms.ts';
import { fixLabelForm } from './locator-styles.ts';
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
  cite: (work: EntityId, place: readonly CitedPart[] | undefined) => PhrasingContent[];
  /** A locator as the edition abbreviates it: "p. 250", "art. 14"; behind words that the author gave a citation. */
  locate: (place: readonly CitedPart[]) => string;
}

/** How an edition writes references: by its style, with the words that its language has for locators. */
export interface CitingEdition {
  style: CitationStyle;
  words: CitationWords;
}

type Services = Pick<BuildServices, 'recall' | 'digest' | 'keep'>;

/**
 * Formats every entity that has a CSL-JSON item, for each edition by its style. Works that share author and year get their
 * letters here, the same in all editions, whether they are cited or not.
 *
 * @param source language of the source's edition
 */
export async function createReferences(
  entities: Iterable<Entity>,
  editions: ReadonlyMap<Language, CitingEdition>,
  source: Language,
  services: Services,
): Promise<Map<Language, References>> {
  const items = new Map<EntityId, JsonObject>();
  for (const { id, csl } of entities) if (csl) items.set(id, csl);
  const formatters = new Map<Language, Formatter>();
  for (const [language, edition] of editions)
    formatters.set(language, await createFormatter(language, items, edition, services));
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
  language: Language,
  items: ReadonlyMap<EntityId, JsonObject>,
  { style, words }: CitingEdition,
  { recall, digest, keep }: Services,
): Promise<Formatter> {
  // Of the edition, not of the text: a style has a thousand terms.
  const { laid, styleDigest, locate } = await keep(
    `style of ${language}`,
    [style, words, recall],
    async () => {
      const all = layTerms(style, words);
      const basis = digest(JSON.stringify(all));
      return {
        laid: all,
        styleDigest: basis,
        locate: await createLocatorWriter(all, words, { recall, basis }),
      };
    },
  );
  if (items.size === 0) {
    const nothing = { order: [], entries: new Map(), years: new Map(), cite: () => [], locate };
    return { survey: { order: [], families: [], hasLetters: false }, format: () => nothing };
  }
  const engine = await loadCslEngine(items);
  const basis = digest(JSON.stringify([styleDigest, [...items]]));
  const survey = recall('works cited alike', [basis], () => engine('style', () => laid).survey);
  const engineFor = (form: TermForm, { label }: CitedItem) =>
    // A page is abbreviated as the style has it, and what the author has in full is left to the style.
    form === 'long' || label === undefined || label === 'page'
      ? engine('style', () => laid)
      : engine(form, () => fixLabelForm(laid, form));
  const format: Formatter['format'] = (letters) => {
    const read = [basis, survey.hasLetters ? JSON.stringify([...letters]) : ''];
    const formatted = recall('reference list', read, () => engine('style', () => laid).format(letters));
    const entries = new Map(formatted.map(([id, html]) => [id, readCslHtml(html)]));
    // The engine takes a millisecond for each, and a text cites a work again and again.
    const cited = new Map<string, string>();
    const cite: References['cite'] = (id, place = []) => {
      if (!items.has(id)) return [];
      const { form, item, fill } = toCluster(id, place, words, locate);
      const key = JSON.stringify([form, item]);
      const html =
        cited.get(key) ?? recall('citation', [...read, key], () => engineFor(form, item).cite(item, letters));
      cited.set(key, html);
      return readCslHtml(fill(html));
    };
    const years = survey.hasLetters ? listYears(items, letters) : new Map();
    return { order: [...entries.keys()], entries, years, cite, locate };
  };
  return { survey, format };
}

/** CSL has one locator for a citation: further ones stand behind it, as the edition abbreviates them. */
function toCluster(
  id: EntityId,
  place: readonly CitedPart[],
  words: CitationWords,
  locate: References['locate'],
): { form: TermForm; item: CitedItem; fill: (html: string) => string } {
  const [first] = place;
  const main = first && toCitedLocator(first, words);
  const others = main ? place.slice(1) : place;
  const behind = others.length > 0 ? toCitedSuffix(locate(others)) : undefined;
  return {
    form: first?.form ?? 'long',
    item: {
      id,
      ...(main ? { locator: main.locator, label: main.label } : {}),
      ...(behind ? { suffix: behind.suffix } : {}),
    },
    fill: (html) => {
      const filled = main ? main.fill(html) : html;
      return behind ? behind.fill(filled) : filled;
    },
  };
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
