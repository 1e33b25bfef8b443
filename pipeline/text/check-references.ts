import type { Definition, Nodes, Root } from 'mdast';
import type { Diagnostic } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { suggest } from '../rules/likely-names.ts';
import type { Locator } from './locator.ts';
import { visitNodes } from './visit-nodes.ts';

/** `[//]: # (words)`: what authors have for a comment. */
const commentAddress = /^#?$/;

/** Words in brackets and a label in brackets, which the parser left as text: no label that it knows. */
const undefinedReference =
  /(?<![\\\p{L}\p{N}\])}])!?\[((?:\\.|[^\\[\]\n])*)\]\[((?:\\.|[^\\[\]\n])*)\](?![[(])/gu;

/**
 * Holds links with a label (`[words][label]`, `[label][]`, `[label]`) against the definitions of the text.
 * Findings: link-definition-is-unique, link-definition-is-used, link-reference-is-defined.
 */
export function checkReferences(tree: Root, locator: Locator): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const definitions = new Map<string, Definition>();
  const used = new Set<string>();
  const texts: Nodes[] = [];
  const mayRefer = locator.text.includes('][');
  visitNodes(tree, (node) => {
    if (node.type === 'text') {
      if (mayRefer) texts.push(node);
    } else if (node.type === 'linkReference' || node.type === 'imageReference')
      used.add(node.identifier.normalize('NFC'));
    else if (node.type === 'definition' && !commentAddress.test(node.url)) {
      // Labels that look alike are one to who reads them.
      const key = node.identifier.normalize('NFC');
      const first = definitions.get(key);
      if (!first) definitions.set(key, node);
      else if (first.url !== node.url || (first.title ?? '') !== (node.title ?? '')) {
        const related = [{ location: locator.node(first), role: 'first' }];
        diagnostics.push(
          diagnose('link-definition-is-unique', locator.node(node), { label: labelOf(node) }, related),
        );
      }
    }
  });
  for (const [identifier, node] of definitions) {
    if (used.has(identifier)) continue;
    diagnostics.push(diagnose('link-definition-is-used', locator.node(node), { label: labelOf(node) }));
  }
  const labels = [...definitions.values()].map(labelOf);
  return [...diagnostics, ...texts.flatMap((node) => findUndefined(node, labels, locator))];
}

/** Figures alone, as in “shown by [1][2]”, are no words of a link. */
function findUndefined(node: Nodes, labels: readonly string[], locator: Locator): Diagnostic[] {
  const start = node.position?.start.offset ?? 0;
  const source = locator.text.slice(start, node.position?.end.offset);
  return [...source.matchAll(undefinedReference)].flatMap(
    ({ 0: found, 1: words = '', 2: label = '', index }) => {
      if (!/\p{L}/u.test(words) || label.startsWith('^') || words.startsWith('^')) return [];
      const name = label.trim() === '' ? words : label;
      const isAlike = labels.some((known) => foldLabel(known) === foldLabel(name));
      const location = locator.range(start + index, start + index + found.length);
      return [
        diagnose('link-reference-is-defined', location, {
          found,
          label: name,
          ...(isAlike ? { context: 'letters' } : suggest(name, labels)),
        }),
      ];
    },
  );
}

/** In other characters, such as a letter and its accent apart, a label is no other's to a parser. */
function foldLabel(label: string): string {
  return label.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
}

function labelOf({ label, identifier }: Definition): string {
  return (label ?? identifier).replace(/\s+/g, ' ');
}
