import type { JsonObject } from '../model.ts';
import { serializeJson } from '../values/serialize-json.ts';

/** CSL-JSON (https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html): items sorted by id, each with sorted keys. */
export function serializeItems(items: JsonObject[]): string {
  const sorted = [...items].sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1));
  return serializeJson(sorted as unknown as JsonObject);
}

/** BibLaTeX (https://ctan.org/pkg/biblatex); entries are sorted by id, which are their keys. */
export async function toBiblatex(items: JsonObject[]): Promise<string> {
  const { Cite, plugins } = await import('@citation-js/core');
  await import('@citation-js/plugin-bibtex');
  const { format } = plugins.config.get('@bibtex');
  // The ids of the bibliography are its keys; letters are Unicode, which BibLaTeX reads.
  Object.assign(format, { useIdAsLabel: true, checkLabel: false, asciiOnly: false });
  const sorted = [...items].sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1));
  const text = new Cite(sorted, { generateGraph: false }).format('biblatex');
  // The library ends a word that is to keep its capitals at the first letter beyond ASCII: {Am}érica.
  return text.replaceAll(/\{(\p{Lu}\p{L}*)\}(\p{L}+)/gu, '{$1$2}');
}
