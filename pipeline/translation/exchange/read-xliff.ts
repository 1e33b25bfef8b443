import type { Element, Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import type { SourceFile, Staged } from '../../model.ts';
import { diagnose } from '../../rules/diagnose.ts';
import { startOfFile } from '../../rules/start-of-file.ts';
import { readContent } from './read-content.ts';
import { readEvents } from './read-events.ts';
import type { ReceivedFile, ReceivedPiece, ReceivedText, ReceivedUnit } from './received.ts';
import { noteCategories, xliffNames } from './xliff-names.ts';
import { elementsOf, locateElement, textOf } from './xml-tree.ts';

const ownCategories: ReadonlySet<string> = new Set([
  noteCategories.location,
  noteCategories.description,
  noteCategories.previous,
]);

/** States in which a translator leaves what is done. A missing one is "initial". */
const doneStates: ReadonlySet<string> = new Set(['translated', 'reviewed', 'final']);

/** Name of an element of XLIFF without its prefix; undefined for an element of another namespace. */
type Local = (element: Element) => string | undefined;

/** Reads an XLIFF 2.0 or 2.1 file; undefined where it is none. */
export function readXliff(file: SourceFile): Staged<ReceivedFile | undefined> {
  const { value: tree, diagnostics } = readXml(file);
  const [root] = tree ? elementsOf(tree) : [];
  if (!root) return { value: undefined, diagnostics };
  const prefix = root.name.includes(':') ? root.name.slice(0, root.name.indexOf(':') + 1) : '';
  const local: Local = ({ name }) =>
    name.startsWith(prefix) && !name.slice(prefix.length).includes(':')
      ? name.slice(prefix.length)
      : undefined;
  const namespace = root.attributes[prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`];
  const { version = '', srcLang = '', trgLang = '' } = root.attributes;
  const location = startTag(root, file.path);
  if (namespace !== xliffNames.core || local(root) !== 'xliff' || !/^2\.[01]$/.test(version ?? '')) {
    const found = [root.name, version].filter((part) => part).join(' ');
    const values = { expected: 'xliff 2.0, xliff 2.1', found };
    return {
      value: undefined,
      diagnostics: [...diagnostics, diagnose('exchange-format-is-known', location, values)],
    };
  }
  const texts = elementsOf(root)
    .filter((element) => local(element) === 'file')
    .map((element) => readText(element, file.path, local));
  return { value: { source: srcLang ?? '', target: trgLang ?? '', location, texts }, diagnostics };
}

function readText(element: Element, path: string, local: Local): ReceivedText {
  const units = (parent: Element): ReceivedUnit[] =>
    elementsOf(parent).flatMap((child) => {
      const name = local(child);
      if (name === 'unit') return [readUnit(child, path, local)];
      return name === 'group' ? units(child) : [];
    });
  return {
    original: element.attributes.original ?? '',
    location: startTag(element, path),
    units: units(element),
  };
}

/** A unit as one text: segments that a tool has cut are joined in the order in which they are to be read. */
function readUnit(unit: Element, path: string, local: Local): ReceivedUnit {
  const children = elementsOf(unit);
  const find = (parent: Element, name: string): Element[] =>
    elementsOf(parent).filter((child) => local(child) === name);
  const parts = children.filter((child) => local(child) === 'segment' || local(child) === 'ignorable');
  const segments = parts.filter((part) => local(part) === 'segment');
  const sources = parts.flatMap((part) => find(part, 'source'));
  const targets = parts
    .map((part, index) => ({ part, target: find(part, 'target')[0], index }))
    .sort((a, b) => orderOf(a) - orderOf(b));
  const isWhole = targets.every(({ part, target }) => target || local(part) === 'ignorable');
  const first = targets.find(({ target }) => target)?.target ?? sources[0] ?? unit;
  const read = (element: Element): ReceivedPiece[] => readContent(element, path, local);
  const notes = find(unit, 'notes').flatMap((element) => find(element, 'note'));
  const data = find(unit, 'originalData').flatMap((element) => find(element, 'data'));
  return {
    id: unit.attributes.id ?? '',
    location: startTag(unit, path),
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
    data: new Map(data.map((element) => [element.attributes.id ?? '', joinText(read(element))])),
    remarks: notes
      .filter(({ attributes }) => !ownCategories.has(attributes.category ?? ''))
      .map((note) => textOf(note).trim())
      .filter((text) => text !== ''),
  };
}

function orderOf({ target, index }: { target: Element | undefined; index: number }): number {
  return Number(target?.attributes.order ?? index + 1);
}

function joinText(pieces: ReceivedPiece[]): string {
  return pieces.map((piece) => (piece.kind === 'text' ? piece.text : '')).join('');
}

/** Place of an element's beginning. */
function startTag(element: Element, path: string) {
  return element.position ? locateElement(element, path) : startOfFile(path);
}

/** Reads a whole XML document as a tree with positions; undefined where it is none, or none that may be read. */
function readXml(file: SourceFile): Staged<Root | undefined> {
  const reader = readEvents(file.path, 'refused', {});
  reader.write(file.text);
  const diagnostics = reader.close();
  return { value: diagnostics.length > 0 ? undefined : fromXml(file.text), diagnostics };
}
