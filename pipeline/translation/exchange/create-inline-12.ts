import { readCodePoint } from './read-code-point.ts';
import type { ReadInline } from './read-content.ts';
import type { ReceivedPiece } from './received.ts';
import { type LocalName, textOf } from './xml-tree.ts';

/**
 * Inline elements of XLIFF 1.2, those that we write and those that a tool makes of them: <g> for a code around words,
 * <x> for one without, <bx>, <ex> and <it> for halves. Markers, such as those of a tool's own segments, are passed through.
 */
export function createInline12(local: LocalName): ReadInline {
  return (element, location, inner) => {
    const { attributes } = element;
    const id = attributes.id ?? '';
    const markdown = textOf(element) || (attributes['equiv-text'] ?? undefined);
    const piece = (kind: 'open' | 'close' | 'whole', at = id, native = markdown): ReceivedPiece => ({
      kind,
      id: at,
      markdown: native,
      location,
    });
    const control = controlId.exec(id)?.[1];
    switch (local(element)) {
      case 'mrk':
        return inner();
      case 'x':
        return [control === undefined ? piece('whole') : { kind: 'text', text: readCodePoint(control) }];
      case 'ph':
        return [piece('whole')];
      case 'bpt':
      case 'bx':
        return [piece('open')];
      case 'ept':
      case 'ex':
        return [piece('close', attributes.rid ?? id)];
      case 'it':
        return [attributes.pos === 'close' ? piece('close', attributes.rid ?? id) : piece('open')];
      case 'g':
        return [
          { kind: 'open', id, markdown: undefined, location },
          ...inner(),
          { kind: 'close', id, markdown: undefined, location },
        ];
      default:
        return undefined;
    }
  };
}

/** What the id of an <x> is that stands for a character which XML cannot hold, with its number and its rank. */
const controlId = /^cp-([0-9A-F]{4,6})-\d+$/;
