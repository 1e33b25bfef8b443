import type { Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import type { SourceFile, Staged } from '../../model.ts';
import { readEvents } from './read-events.ts';

/** Reads a whole XML document as a tree with positions; undefined where it is none, or none that may be read. */
export function readXml(file: SourceFile): Staged<Root | undefined> {
  const reader = readEvents(file.path, 'refused', {});
  reader.write(file.text);
  const diagnostics = reader.close();
  return { value: diagnostics.length > 0 ? undefined : fromXml(file.text), diagnostics };
}
