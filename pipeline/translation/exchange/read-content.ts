import type { Element, ElementContent } from 'xast';
import type { Location } from '../../model.ts';
import type { ReceivedPiece } from './received.ts';
import { locateElement } from './xml-tree.ts';

/**
 * Content of <source> or <target> as text and codes. Markers say something about words and are passed through; a code
 * in two halves (<sc>, <ec>) is the same as one around words. What XLIFF does not know is a code that nobody knows.
 *
 * @param local name of an element without its prefix; undefined for one of another namespace
 */
export function readContent(
  element: Element,
  path: string,
  local: (element: Element) => string | undefined,
): ReceivedPiece[] {
  return element.children.flatMap((child) => readNode(child, path, local));
}

function readNode(
  node: ElementContent,
  path: string,
  local: (element: Element) => string | undefined,
): ReceivedPiece[] {
  if (node.type === 'text' || node.type === 'cdata') return [{ kind: 'text', text: node.value }];
  if (node.type !== 'element') return [];
  const { attributes, name } = node;
  const location = locateElement(node, path);
  // A copy is refused as what it is: the same code once more.
  const id = attributes.copyOf ?? attributes.id ?? '';
  const piece = (
    kind: 'open' | 'close' | 'whole',
    at: string,
    data: string | null | undefined,
  ): ReceivedPiece => code(kind, at, data ?? undefined, location);
  switch (local(node)) {
    case 'mrk':
      return readContent(node, path, local);
    case 'sm':
    case 'em':
      return [];
    case 'cp':
      return [{ kind: 'text', text: readCodePoint(attributes.hex ?? '') }];
    case 'ph':
      return [piece('whole', id, attributes.dataRef)];
    case 'sc':
      return [piece('open', id, attributes.dataRef)];
    case 'ec':
      return [piece('close', attributes.startRef ?? id, attributes.dataRef)];
    case 'pc':
      return [
        piece('open', id, attributes.dataRefStart),
        ...readContent(node, path, local),
        piece('close', id, attributes.dataRefEnd),
      ];
    default:
      return [piece('whole', `<${name}>`, undefined)];
  }
}

function code(
  kind: 'open' | 'close' | 'whole',
  id: string,
  data: string | undefined,
  location: Location,
): ReceivedPiece {
  return { kind, id, data, location };
}

function readCodePoint(hex: string): string {
  const point = /^[0-9A-Fa-f]{1,6}$/.test(hex) ? Number.parseInt(hex, 16) : 0xfffd;
  return point <= 0x10ffff ? String.fromCodePoint(point) : '\uFFFD';
}
