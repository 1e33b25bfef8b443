import type { Nodes, Root } from 'mdast';
import type { Diagnostic } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { suggest } from '../rules/likely-names.ts';
import type { Locator } from './locator.ts';
import { visitNodes } from './visit-nodes.ts';

/** Ids of HTML that the project lets through. */
const htmlId = /\s(?:id|name)=(["'])([^"']+)\1/g;

/**
 * Holds links such as `#box-conditions` against the ids of containers and headings, which must be frozen already.
 * Findings: id-is-unique, cross-reference-resolves.
 */
export function checkCrossReferences(tree: Root, locator: Locator): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const owners = new Map<string, Nodes>();
  const links: { node: Nodes; target: string }[] = [];
  visitNodes(tree, (node) => {
    if (node.type === 'html') for (const [, , id = ''] of node.value.matchAll(htmlId)) owners.set(id, node);
    if (node.type === 'link' && node.url.startsWith('#')) links.push({ node, target: node.url.slice(1) });
    const id =
      node.type === 'containerDirective'
        ? node.attributes?.id
        : node.type === 'heading'
          ? node.data?.id
          : undefined;
    if (!id) return;
    const first = owners.get(id);
    if (!first) {
      owners.set(id, node);
      return;
    }
    const related = [{ location: startOf(first, locator), role: 'first' }];
    diagnostics.push(diagnose('id-is-unique', startOf(node, locator), { id }, related));
  });
  for (const { node, target } of links) {
    if (owners.has(target)) continue;
    const values = { target, ...suggest(target, owners.keys()) };
    diagnostics.push(diagnose('cross-reference-resolves', locator.node(node), values));
  }
  return diagnostics;
}

/** The first line of a node: a whole box would be too much to show. */
function startOf(node: Nodes, locator: Locator): Diagnostic['location'] {
  const start = node.position?.start.offset ?? 0;
  const line = /^[^\r\n]*/.exec(locator.text.slice(start, node.position?.end.offset))?.[0] ?? '';
  return locator.range(start, start + line.length);
}
