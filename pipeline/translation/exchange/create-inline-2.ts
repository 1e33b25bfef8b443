import { readCodePoint } from './read-code-point.ts';
import type { ReadInline } from './read-content.ts';
import type { ReceivedPiece } from './received.ts';
import type { LocalName } from './xml-tree.ts';

/**
 * Inline elements of XLIFF 2. Markers say something about words and are passed through; a code in two halves (<sc>,
 * <ec>) is the same as one around words.
 *
 * @param data Markdown of codes by the id of their data
 */
export function createInline2(local: LocalName, data: ReadonlyMap<string, string>): ReadInline {
  return (element, location, inner) => {
    const { attributes } = element;
    // A copy is refused as what it is: the same code once more.
    const id = attributes.copyOf ?? attributes.id ?? '';
    const piece = (
      kind: 'open' | 'close' | 'whole',
      at: string,
      ref: string | null | undefined,
    ): ReceivedPiece => {
      // What a code refers to and the file does not have is not what it was.
      const markdown = ref ? (data.get(ref) ?? '') : undefined;
      return { kind, id: at, markdown, location };
    };
    switch (local(element)) {
      case 'mrk':
        return inner();
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
          ...inner(),
          piece('close', id, attributes.dataRefEnd),
        ];
      default:
        return undefined;
    }
  };
}
