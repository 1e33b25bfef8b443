import type CSL from 'citeproc';
import type { CitationStyle, EntityId, JsonObject } from '../model.ts';
import { engineItem } from './engine-item.ts';

export type Engine = InstanceType<typeof CSL.Engine>;

/**
 * Loads citeproc, and gives what starts it with items of CSL-JSON and a style. Starting is up to a second's work, and the engine holds
 * some 20 MB: it is kept under its name for as long as it is at work, and let go then.
 */
export async function prepareEngine(
  items: ReadonlyMap<EntityId, JsonObject>,
): Promise<(name: string, style: () => CitationStyle) => Engine> {
  const { default: CSL } = await import('citeproc');
  const start = ({ style, locale, locales }: CitationStyle): Engine => {
    const engine = new CSL.Engine(
      {
        retrieveLocale: (tag) => locales[tag] ?? locales[locale],
        retrieveItem: (id) => ({ ...engineItem(items.get(id)), id }),
      },
      structuredClone(style),
      locale,
      true,
    );
    // https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html: addresses become <a href>.
    engine.opt.development_extensions.wrap_url_and_doi = true;
    engine.updateItems([...items.keys()].sort());
    return engine;
  };
  const started = new Map<string, WeakRef<Engine>>();
  return (name, style) => {
    const engine = started.get(name)?.deref() ?? start(style());
    started.set(name, new WeakRef(engine));
    return engine;
  };
}
