import type { PhrasingContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import type { CitationStyle, Entity, EntityId, JsonObject } from '../model.ts';
import type { BuildServices } from '../project/build-services.ts';
import type { CitationWords } from '../values/citation-words.ts';
import type { CitedPart } from '../values/cited-place.ts';
import type { TermForm } from '../values/csl-terms.ts';
import { toCitedLocator, toCitedSuffix } from './cited-locator.ts';
import { createLocatorWriter } from './create-locator-writer.ts';
import { readCslHtml } from './csl-html.ts';
import { layTerms } from './lay-terms.ts';
import { fixLabelForm } from './locator-styles.ts';
import { type Engine, prepareEngine } from './prepare-engine.ts';

/** The bibliography of an edition, formatted. */
export interface References {
  /** All works in the order of the style. */
  order: EntityId[];
  /** Entry of the reference list. */
  entries: Map<EntityId, PhrasingContent[]>;
  /** Year as the list has it, with the letter that tells works of one author and year apart: "2009b". */
  years: Map<EntityId, string>;
  /** A citation as the style writes it, brackets and all: "(Kahhat, 2007, p. 250)". */
  cite: (work: EntityId, place: readonly CitedPart[] | undefined) => PhrasingContent[];
  /** A locator as the edition abbreviates it: "p. 250", "art. 14"; behind words that the author gave a citation. */
  locate: (place: readonly CitedPart[]) => string;
}

/** An entry of a reference list as a style makes it, in HTML. */
type FormattedEntry = [work: EntityId, html: string];

/**
 * Formats every entity that has a CSL-JSON item. Works that share author and year get their letters here, whether they
 * are cited or not.
 */
export async function createReferences(
  entities: Iterable<Entity>,
  style: CitationStyle,
  words: CitationWords,
  { recall, digest }: Pick<BuildServices, 'recall' | 'digest'>,
): Promise<References> {
  const items = new Map<EntityId, JsonObject>();
  for (const { id, csl } of entities) if (csl) items.set(id, csl);
  const laid = layTerms(style, words);
  const locate = await createLocatorWriter(laid, words, { recall, basis: digest(JSON.stringify(laid)) });
  if (items.size === 0) return { order: [], entries: new Map(), years: new Map(), cite: () => [], locate };

  const engine = await prepareEngine(items);
  const basis = digest(JSON.stringify([laid, [...items]]));
  const formatted = recall('reference list', [basis], () => format(engine('style', () => laid)));
  const entries = new Map(formatted.map(([id, html]) => [id, readCslHtml(html)]));
  const writeCluster = (form: TermForm, item: CitedItem): string =>
    // A page is abbreviated as the style has it, and what the author has in full is left to the style.
    form === 'long' || item.label === undefined || item.label === 'page'
      ? engine('style', () => laid).makeCitationCluster([item])
      : engine(form, () => fixLabelForm(laid, form)).makeCitationCluster([item]);
  // The engine takes a millisecond for each, and a text cites a work again and again.
  const cited = new Map<string, string>();
  const cite: References['cite'] = (id, place = []) => {
    if (!items.has(id)) return [];
    const { form, item, fill } = toCluster(id, place, words, locate);
    const key = JSON.stringify([form, item]);
    const html = cited.get(key) ?? recall('citation', [basis, key], () => writeCluster(form, item));
    cited.set(key, html);
    return readCslHtml(fill(html));
  };
  const order = [...entries.keys()];
  const years = new Map<EntityId, string>();
  for (const id of order) {
    const words = plainText({ type: 'paragraph', children: cite(id, undefined) });
    const year = words.match(/\b\d{4}[a-z]?\b/g)?.at(-1);
    if (year !== undefined) years.set(id, year);
  }
  return { order, entries, years, cite, locate };
}

interface CitedItem {
  id: EntityId;
  locator?: string;
  label?: string;
  suffix?: string;
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

function format(engine: Engine): FormattedEntry[] {
  const bibliography = engine.makeBibliography();
  if (!bibliography) return [];
  const [{ entry_ids: ids }, html] = bibliography;
  return ids.flatMap(([id], index): FormattedEntry[] => (id === undefined ? [] : [[id, html[index] ?? '']]));
}
