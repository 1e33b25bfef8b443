import type { Element, Nodes } from 'xast';
import type { Location } from '../../model.ts';

/** Place of the beginning of an element: its whole, if that is on one line, else that line. */
export function locateElement({ position }: Element, path: string): Location {
  const start = position?.start ?? { line: 1, column: 1, offset: 0 };
  const end = position?.end ?? start;
  return { path, start, end: end.line === start.line ? end : start };
}

/** The elements among the children of a node. */
export function elementsOf(node: Nodes): Element[] {
  const children: Nodes[] = 'children' in node ? node.children : [];
  return children.filter((child) => child.type === 'element');
}

/** All text in an element. */
export function textOf(node: Nodes): string {
  if (node.type === 'text' || node.type === 'cdata') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

/** Name of an element without its prefix; undefined for an element of another namespace. */
export type LocalName = (element: Element) => string | undefined;

/** The elements of a name among the children of a node. */
export function childElements(node: Nodes, name: string, local: LocalName): Element[] {
  return elementsOf(node).filter((child) => local(child) === name);
}
