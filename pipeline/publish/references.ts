import type CSL from 'citeproc';
import type { PhrasingContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import type { CitationStyle, Entity, EntityId, JsonObject } from '../model.ts';
import type { BuildServices } from '../project/build-services.ts';
import { readCslHtml } from './csl-html.ts';

/** The bibliography of an edition, formatted. */
export interface References {
  /** All works in the order of the style. */
  order: EntityId[];
  /** Entry of the reference list. */
  entries: Map<EntityId, PhrasingContent[]>;
  /** Year as the list has it, with the letter that tells works of one author and year apart: "2009b". */
  years: Map<EntityId, string>;
  /** A citation as the style writes it, brackets and all: "(Kahhat, 2007, p. 250)". */
  cite: (work: EntityId, locator: string | undefined) => PhrasingContent[];
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
  { recall, digest }: Pick<BuildServices, 'recall' | 'digest'>,
): Promise<References> {
  const items = new Map<EntityId, JsonObject>();
  for (const { id, csl } of entities) if (csl) items.set(id, csl);
  if (items.size === 0) return { order: [], entries: new Map(), years: new Map(), cite: () => [] };

  const start = await prepareEngine(items, style);
  // A second's work, and nothing asks for it where all is known. It holds some 20 MB: what is not at work is let go.
  let started: WeakRef<Engine> | undefined;
  const engine = (): Engine => {
    const present = started?.deref() ?? start();
    started = new WeakRef(present);
    return present;
  };
  const basis = digest(JSON.stringify([style, [...items]]));
  const formatted = recall('reference list', [basis], () => format(engine()));
  const entries = new Map(formatted.map(([id, html]) => [id, readCslHtml(html)]));
  // The engine takes a millisecond for each, and a text cites a work again and again.
  const cited = new Map<string, string>();
  const cite: References['cite'] = (id, locator) => {
    if (!items.has(id)) return [];
    const key = `${id} ${locator ?? ''}`;
    const words =
      cited.get(key) ??
      recall('citation', [basis, key], () =>
        engine().makeCitationCluster([{ id, ...(locator ? { locator } : {}) }]),
      );
    cited.set(key, words);
    return readCslHtml(words);
  };
  const order = [...entries.keys()];
  const years = new Map<EntityId, string>();
  for (const id of order) {
    const words = plainText({ type: 'paragraph', children: cite(id, undefined) });
    const year = words.match(/\b\d{4}[a-z]?\b/g)?.at(-1);
    if (year !== undefined) years.set(id, year);
  }
  return { order, entries, years, cite };
}

type Engine = InstanceType<typeof CSL.Engine>;

async function prepareEngine(
  items: ReadonlyMap<EntityId, JsonObject>,
  style: CitationStyle,
): Promise<() => Engine> {
  const { default: CSL } = await import('citeproc');
  return () => {
    const engine = new CSL.Engine(
      {
        retrieveLocale: (tag) => style.locales[tag] ?? style.locales[style.locale],
        // citeproc writes into items.
        retrieveItem: (id) => ({ ...structuredClone(items.get(id)), id }),
      },
      structuredClone(style.style),
      style.locale,
      true,
    );
    // https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html: addresses become <a href>.
    engine.opt.development_extensions.wrap_url_and_doi = true;
    engine.updateItems([...items.keys()].sort());
    return engine;
  };
}

function format(engine: Engine): FormattedEntry[] {
  const bibliography = engine.makeBibliography();
  if (!bibliography) return [];
  const [{ entry_ids: ids }, html] = bibliography;
  return ids.flatMap(([id], index): FormattedEntry[] => (id === undefined ? [] : [[id, html[index] ?? '']]));
}
