import type { Element } from 'xast';
import { createInline2 } from './create-inline-2.ts';
import { type ReadInline, readContent } from './read-content.ts';
import type { ReceivedPiece, ReceivedText, ReceivedUnit } from './received.ts';
import { noteCategories, xliffNames } from './xliff-names.ts';
import { childElements, elementsOf, type LocalName, locateElement, textOf } from './xml-tree.ts';

const ownCategories: ReadonlySet<string> = new Set([
  noteCategories.location,
  noteCategories.description,
  noteCategories.previous,
]);

/** States in which a translator leaves what is done. A missing one is "initial". */
const doneStates: ReadonlySet<string> = new Set(['translated', 'reviewed', 'final']);

/** The texts of an XLIFF 2.0 or 2.1 document. */
export function readXliff2(root: Element, path: string, local: LocalName): ReceivedText[] {
  const { srcLang, trgLang } = root.attributes;
  const languages = locateElement(root, path);
  return childElements(root, 'file', local).map((element) => ({
    source: srcLang ?? '',
    target: trgLang ?? '',
    languages,
    original: element.attributes.original ?? '',
    location: locateElement(element, path),
    units: readUnits(element, path, local),
  }));
}

function readUnits(parent: Element, path: string, local: LocalName): ReceivedUnit[] {
  return elementsOf(parent).flatMap((child) => {
    const name = local(child);
    if (name === 'unit') return [readUnit(child, path, local)];
    return name === 'group' ? readUnits(child, path, local) : [];
  });
}

/** A unit as one text: segments that a tool has cut are joined in the order in which they are to be read. */
function readUnit(unit: Element, path: string, local: LocalName): ReceivedUnit {
  const find = (parent: Element, name: string): Element[] => childElements(parent, name, local);
  const parts = elementsOf(unit).filter(
    (child) => local(child) === 'segment' || local(child) === 'ignorable',
  );
  const segments = parts.filter((part) => local(part) === 'segment');
  const sources = parts.flatMap((part) => find(part, 'source'));
  const targets = parts
    .map((part, index) => ({ part, target: find(part, 'target')[0], index }))
    .sort((a, b) => orderOf(a) - orderOf(b));
  const isWhole = targets.every(({ part, target }) => target || local(part) === 'ignorable');
  const first = targets.find(({ target }) => target)?.target ?? sources[0] ?? unit;
  const readInline = createInline2(local, readData(unit, path, local));
  const read = (element: Element): ReceivedPiece[] => readContent(element, path, readInline);
  const notes = find(unit, 'notes').flatMap((element) => find(element, 'note'));
  return {
    id: unit.attributes.id ?? '',
    location: locateElement(unit, path),
    source: sources.flatMap(read),
    target:
      segments.length > 0 && isWhole
        ? targets.flatMap(({ part, target }) =>
            [target ?? find(part, 'source')[0] ?? []].flat().flatMap(read),
          )
        : undefined,
    targetLocation: locateElement(first, path),
    isDone: segments.every(({ attributes }) => doneStates.has(attributes.state ?? 'initial')),
    hasState: segments.some(({ attributes }) => attributes.state !== undefined),
    stamp: unit.attributes[xliffNames.stamp] ?? undefined,
    remarks: notes
      .filter(({ attributes }) => !ownCategories.has(attributes.category ?? ''))
      .map((note) => textOf(note).trim())
      .filter((text) => text !== ''),
  };
}

function orderOf({ target, index }: { target: Element | undefined; index: number }): number {
  return Number(target?.attributes.order ?? index + 1);
}

/** Markdown of a unit's codes by the id of their data, in which only characters that XML cannot hold are elements. */
function readData(unit: Element, path: string, local: LocalName): Map<string, string> {
  const readInline: ReadInline = createInline2(local, new Map());
  const data = childElements(unit, 'originalData', local).flatMap((element) =>
    childElements(element, 'data', local),
  );
  return new Map(
    data.map((element) => [element.attributes.id ?? '', joinText(readContent(element, path, readInline))]),
  );
}

function joinText(pieces: ReceivedPiece[]): string {
  return pieces.map((piece) => (piece.kind === 'text' ? piece.text : '')).join('');
}
