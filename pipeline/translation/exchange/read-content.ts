import type { Element, ElementContent } from 'xast';
import type { Location } from '../../model.ts';
import type { ReceivedPiece } from './received.ts';
import { locateElement } from './xml-tree.ts';

/**
 * What an inline element is in one version of XLIFF; undefined where that version has none of its name.
 *
 * @param inner reads what is in the element
 */
export type ReadInline = (
  element: Element,
  location: Location,
  inner: () => ReceivedPiece[],
) => ReceivedPiece[] | undefined;

/** Content of <source> or <target> as text and codes. What XLIFF does not know is a code that nobody knows. */
export function readContent(element: Element, path: string, readInline: ReadInline): ReceivedPiece[] {
  return element.children.flatMap((child) => readNode(child, path, readInline));
}

function readNode(node: ElementContent, path: string, readInline: ReadInline): ReceivedPiece[] {
  if (node.type === 'text' || node.type === 'cdata') return [{ kind: 'text', text: node.value }];
  if (node.type !== 'element') return [];
  const location = locateElement(node, path);
  const known = readInline(node, location, () => readContent(node, path, readInline));
  return known ?? [{ kind: 'whole', id: `<${node.name}>`, markdown: undefined, location }];
}
