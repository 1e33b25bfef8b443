import type { Element } from 'xast';
import { createInline12 } from './create-inline-12.ts';
import { readContent } from './read-content.ts';
import type { ReceivedPiece, ReceivedText, ReceivedUnit } from './received.ts';
import { noteAuthors } from './xliff-names.ts';
import { childElements, elementsOf, type LocalName, locateElement, textOf } from './xml-tree.ts';

const ownAuthors: ReadonlySet<string> = new Set([noteAuthors.description, noteAuthors.previous]);

/** States in which a translator leaves what is done. */
const doneStates: ReadonlySet<string> = new Set(['translated', 'signed-off', 'final']);

/** States of what nobody has translated, whatever is in it. */
const newStates: ReadonlySet<string> = new Set(['new', 'needs-translation']);

/** What `extradata` is where no other tool has put its own there. */
const stampForm = /^(?:untranslated|fuzzy|translated):[0-9a-f]{16}$/;

/** The texts of an XLIFF 1.2 document. */
export function readXliff12(root: Element, path: string, local: LocalName): ReceivedText[] {
  return childElements(root, 'file', local).map((element) => ({
    source: element.attributes['source-language'] ?? '',
    target: element.attributes['target-language'] ?? '',
    languages: locateElement(element, path),
    original: element.attributes.original ?? '',
    location: locateElement(element, path),
    units: childElements(element, 'body', local).flatMap((body) => readUnits(body, path, local)),
  }));
}

function readUnits(parent: Element, path: string, local: LocalName): ReceivedUnit[] {
  return elementsOf(parent).flatMap((child) => {
    const name = local(child);
    if (name === 'trans-unit') return [readUnit(child, path, local)];
    return name === 'group' ? readUnits(child, path, local) : [];
  });
}

function readUnit(unit: Element, path: string, local: LocalName): ReceivedUnit {
  const find = (name: string): Element | undefined => childElements(unit, name, local)[0];
  const readInline = createInline12(local);
  const read = (element: Element): ReceivedPiece[] => readContent(element, path, readInline);
  const [source, target, cut] = [find('source'), find('target'), find('seg-source')];
  const { approved, id, extradata } = unit.attributes;
  const state = target?.attributes.state ?? undefined;
  const sourcePieces = source ? read(source) : [];
  const targetPieces = target && isWhole(target, cut, local) ? read(target) : undefined;
  const isNew = state === undefined ? extradata?.startsWith('untranslated:') : newStates.has(state);
  // A file is filled with the source's words where there is no translation: nobody has said that they are one.
  const isCopy = isNew && wordsOf(targetPieces ?? []) === wordsOf(sourcePieces);
  return {
    id: id ?? '',
    location: locateElement(unit, path),
    source: sourcePieces,
    target: isCopy ? undefined : targetPieces,
    targetLocation: locateElement(target ?? source ?? unit, path),
    isDone: state === undefined ? approved === 'yes' : doneStates.has(state),
    hasState: state !== undefined || (approved ?? undefined) !== undefined,
    stamp: stampForm.test(extradata ?? '') ? (extradata ?? undefined) : undefined,
    remarks: childElements(unit, 'note', local)
      .filter(({ attributes }) => !ownAuthors.has(attributes.from ?? ''))
      .map((note) => textOf(note).trim())
      .filter((text) => text !== ''),
  };
}

/** Whether a target has words for each segment that a tool has cut the source into. */
function isWhole(target: Element, cut: Element | undefined, local: LocalName): boolean {
  const segments = (element: Element): Element[] =>
    [...childElements(element, 'mrk', local)].filter(({ attributes }) => attributes.mtype === 'seg');
  const filled = new Set(
    segments(target)
      .filter((mark) => textOf(mark).trim() !== '')
      .map(({ attributes }) => attributes.mid),
  );
  const wanted = cut ? segments(cut).filter((mark) => textOf(mark).trim() !== '') : [];
  return filled.size === 0 || wanted.every(({ attributes }) => filled.has(attributes.mid));
}

/** What a text says, with its codes by name. */
function wordsOf(pieces: readonly ReceivedPiece[]): string {
  return pieces
    .map((piece) => (piece.kind === 'text' ? piece.text : `\u0000${piece.kind} ${piece.id}\u0000`))
    .join('');
}
