import type { Nodes } from 'mdast';
import type { Diagnostic, Document, Location } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import type { BuiltAnchor } from './built-edition.ts';
import type { LocatedEdition } from './compare-built.ts';

/**
 * Finds links of a built edition that lead nowhere in it, and anchors that two places have. An anchor that is the
 * id of a container is reported where the author wrote it.
 */
export function checkAnchors({ built, locate }: LocatedEdition, document: Document): Diagnostic[] {
  const anchors = new Map<string, BuiltAnchor>();
  const diagnostics: Diagnostic[] = [];
  for (const anchor of built.sections.flatMap((section) => section.anchors)) {
    const { id, node } = anchor;
    const first = anchors.get(id);
    if (!first) anchors.set(id, anchor);
    else {
      const written = containerWith(id, document);
      const related = written ? [] : [{ location: locate(first.node), role: 'first' }];
      diagnostics.push(diagnose('anchor-is-unique', written ?? locate(node), { id }, related));
    }
  }
  for (const { url, node } of built.sections.flatMap((section) => section.links)) {
    if (!url.startsWith('#') || anchors.has(decode(url.slice(1)))) continue;
    diagnostics.push(diagnose('link-resolves', locate(node), { target: url }));
  }
  return diagnostics;
}

/** First line of the container that has the id. */
function containerWith(id: string, document: Document): Location | undefined {
  const find = (node: Nodes): Location | undefined => {
    if (node.type === 'containerDirective' && node.attributes?.id === id && node.position) {
      const { start } = node.position;
      const length = (document.text.slice(start.offset).match(/^[^\r\n]*/)?.[0] ?? '').length;
      const end = { line: start.line, column: start.column + length, offset: (start.offset ?? 0) + length };
      return { path: document.path, start, end };
    }
    if (!('children' in node)) return undefined;
    for (const child of node.children) {
      const found = find(child);
      if (found) return found;
    }
    return undefined;
  };
  return find(document.tree);
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
