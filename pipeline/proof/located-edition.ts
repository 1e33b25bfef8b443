import type { Location } from '../model.ts';
import type { BuiltEdition, BuiltLink, BuiltPlace } from './built-edition.ts';

/** A Markdown file of an edition as built, with the way to places in it. */
export interface LocatedFile {
  /** Without a folder: what links of the file beside it begin with. */
  name: string;
  built: BuiltEdition;
  locate: (node: BuiltPlace) => Location;
}

/** An edition as built: what readers get of it as Markdown. */
export interface LocatedEdition {
  text: LocatedFile;
  /** Its register of entities; undefined where there is none. */
  register: LocatedFile | undefined;
  /** Names of the two files, whether they are there or not. */
  names: readonly string[];
}

/** Where a link within an edition leads. */
export interface LinkTarget {
  /** Name of the file. */
  file: string;
  /** undefined: to its beginning. */
  anchor: string | undefined;
}

/** Follows a link of a file of an edition to the same file or the one beside it; undefined for one that leads elsewhere. */
export function followLink(
  { url }: BuiltLink,
  { name }: LocatedFile,
  { names }: LocatedEdition,
): LinkTarget | undefined {
  const [, path = '', hash, fragment = ''] = /^([^#]*)(#(.*))?$/s.exec(url) ?? [];
  const file = path === '' && hash !== undefined ? name : path;
  if (!names.includes(file)) return undefined;
  return { file, anchor: hash === undefined ? undefined : decode(fragment) };
}

/** The files of an edition that there are, the text first. */
export function filesOf({ text, register }: LocatedEdition): LocatedFile[] {
  return register ? [text, register] : [text];
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
