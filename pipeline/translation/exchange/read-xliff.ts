import type { Element, Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import type { SourceFile, Staged } from '../../model.ts';
import { diagnose } from '../../rules/diagnose.ts';
import { readEvents } from './read-events.ts';
import { readXliff2 } from './read-xliff-2.ts';
import { readXliff12 } from './read-xliff-12.ts';
import type { ReceivedText } from './received.ts';
import { xliffNames } from './xliff-names.ts';
import { elementsOf, type LocalName, locateElement } from './xml-tree.ts';

/** How the texts of a document are read, whose root says which version of XLIFF it is in. */
interface XliffVersion {
  name: string;
  namespace: string;
  read: (root: Element, path: string, local: LocalName) => ReceivedText[];
}

const versions: readonly XliffVersion[] = [
  { name: '1.2', namespace: xliffNames.core12, read: readXliff12 },
  { name: '2.0', namespace: xliffNames.core, read: readXliff2 },
  { name: '2.1', namespace: xliffNames.core, read: readXliff2 },
];

/** Reads the texts of an XLIFF file, whichever version it says that it is in; none where it is no XLIFF. */
export function readXliff(file: SourceFile): Staged<ReceivedText[]> {
  const { value: tree, diagnostics } = readXml(file);
  const [root] = tree ? elementsOf(tree) : [];
  if (!root) return { value: [], diagnostics };
  const prefix = root.name.includes(':') ? root.name.slice(0, root.name.indexOf(':') + 1) : '';
  const local: LocalName = ({ name }) =>
    name.startsWith(prefix) && !name.slice(prefix.length).includes(':')
      ? name.slice(prefix.length)
      : undefined;
  const namespace = root.attributes[prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`];
  const { version } = root.attributes;
  const known = versions.find((one) => one.namespace === namespace && one.name === version);
  if (known && local(root) === 'xliff') {
    return { value: known.read(root, file.path, local), diagnostics };
  }
  const values = {
    expected: versions.map(({ name }) => `xliff ${name}`).join(', '),
    found: [root.name, version].filter((part) => part).join(' '),
  };
  const finding = diagnose('exchange-format-is-known', locateElement(root, file.path), values);
  return { value: [], diagnostics: [...diagnostics, finding] };
}

/** Reads a whole XML document as a tree with positions; undefined where it is none, or none that may be read. */
function readXml(file: SourceFile): Staged<Root | undefined> {
  const reader = readEvents(file.path, 'refused', {});
  reader.write(file.text);
  const diagnostics = reader.close();
  return { value: diagnostics.length > 0 ? undefined : fromXml(file.text), diagnostics };
}
