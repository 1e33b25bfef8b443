import type { Nodes } from 'mdast';
import type { Diagnostic, Document, Location } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { filesOf, followLink, type LocatedEdition } from './located-edition.ts';

/**
 * Finds links of a built edition and its register that lead nowhere in the file that they name, and anchors that two places
 * have: in both files together, for the edition is one page, too. An anchor that is the id of a container is reported where
 * the author wrote it.
 */
export function checkAnchors(edition: LocatedEdition, document: Document): Diagnostic[] {
  const anchors = new Map<string, { first: Location; files: Set<string> }>();
  const diagnostics: Diagnostic[] = [];
  for (const { name, built, locate } of filesOf(edition)) {
    for (const { id, node } of built.sections.flatMap((section) => section.anchors)) {
      const known = anchors.get(id);
      if (!known) anchors.set(id, { first: locate(node), files: new Set([name]) });
      else {
        known.files.add(name);
        const written = containerWith(id, document);
        const related = written ? [] : [{ location: known.first, role: 'first' }];
        diagnostics.push(diagnose('anchor-is-unique', written ?? locate(node), { id }, related));
      }
    }
  }
  const names = filesOf(edition).map(({ name }) => name);
  for (const file of filesOf(edition)) {
    for (const link of file.built.sections.flatMap((section) => section.links)) {
      const target = followLink(link, file, edition);
      if (!target) continue;
      const isThere =
        target.anchor === undefined
          ? names.includes(target.file)
          : anchors.get(target.anchor)?.files.has(target.file);
      if (!isThere) diagnostics.push(diagnose('link-resolves', file.locate(link.node), { target: link.url }));
    }
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
