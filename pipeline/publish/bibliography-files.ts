import type { JsonObject } from '../model.ts';
import { slugOfKey } from '../values/citation-key.ts';
import { serializeJson } from '../values/serialize-json.ts';

/** CSL-JSON (https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html): items sorted by id, each with sorted keys. */
export function serializeItems(items: JsonObject[]): string {
  const sorted = [...items].sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1));
  return serializeJson(sorted as unknown as JsonObject);
}

/** Signs that end a key of BibLaTeX, or mean something in LaTeX. */
const keyBreakers = /[\s,"#%'(){}=~\\]/;

/**
 * BibLaTeX (https://ctan.org/pkg/biblatex); entries are sorted by id, which are their keys. One that cannot be a key is
 * written as the id that it makes in the data.
 */
export async function toBiblatex(items: JsonObject[]): Promise<string> {
  const { Cite, plugins } = await import('@citation-js/core');
  await import('@citation-js/plugin-bibtex');
  const { format } = plugins.config.get('@bibtex');
  // The ids of the bibliography are its keys; letters are Unicode, which BibLaTeX reads.
  Object.assign(format, { useIdAsLabel: true, checkLabel: false, asciiOnly: false });
  const sorted = [...items].sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1));
  const keyed = sorted.map((item) => ({ ...item, id: keyOf(String(item.id)) }));
  const text = new Cite(keyed, { generateGraph: false }).format('biblatex');
  // The library ends a word that is to keep its capitals at the first letter beyond ASCII: {Am}érica.
  return text.replaceAll(/\{(\p{Lu}\p{L}*)\}(\p{L}+)/gu, '{$1$2}');
}

function keyOf(id: string): string {
  return keyBreakers.test(id) ? slugOfKey(id) : id;
}
