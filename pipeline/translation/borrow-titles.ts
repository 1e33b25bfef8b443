import type { Link, Nodes } from 'mdast';
import type { Vocabulary } from '../model.ts';
import { addTo } from '../values/add-to.ts';
import { isPosition } from '../values/is-position.ts';
import { kindOf } from '../values/kind-of.ts';

/**
 * Gives links of a translation the titles that the translator left out: a title that carries a value without a
 * language, or a locator, is the same in all languages. Each title of the source serves one link with the same
 * address: first those that repeat it, then the others in order.
 *
 * @param source a segment's node; @param target the translation's, which is changed
 */
export function borrowTitles(source: Nodes, target: Nodes, vocabulary: Vocabulary): void {
  const offered = new Map<string, (string | null | undefined)[]>();
  for (const link of linksOf(source)) addTo(offered, link.url, link.title);
  const links = linksOf(target);
  for (const { url, title } of links) {
    const titles = offered.get(url);
    const at = title ? (titles?.indexOf(title) ?? -1) : -1;
    if (at >= 0) titles?.splice(at, 1);
  }
  for (const link of links) {
    if (link.title || !isSameInAllLanguages(link.url, vocabulary)) continue;
    const title = offered.get(link.url)?.shift();
    if (title) link.title = title;
  }
}

function linksOf(node: Nodes): Link[] {
  const own = node.type === 'link' ? [node] : [];
  return 'children' in node ? [...own, ...node.children.flatMap(linksOf)] : own;
}

/** Whether the title of an annotation says the same in every language: all but the value of a text property. */
function isSameInAllLanguages(url: string, vocabulary: Vocabulary): boolean {
  const [address = '', path] = url.split('#', 2);
  const type = vocabulary.types.get(address.slice(0, address.indexOf(':')));
  if (!type) return false;
  if (path === undefined) return true;
  const [first = '', ...rest] = path.split('.');
  let property = type.properties.get(first);
  for (const name of rest) if (!isPosition(name)) property = property?.parts.get(name);
  return property !== undefined && !kindOf(property).isTagged;
}
