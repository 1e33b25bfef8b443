import type { EntityId, Language, OutputFile } from '../../model.ts';
import type { FileKind } from './output.ts';

/** What fills the holes of a path. */
export interface Filling {
  /** Of the publication. */
  name?: string;
  language?: Language;
  entity?: EntityId;
}

/** The file of an output that fills the holes of its path, with what it holds. */
export function placeFile(kind: FileKind, filling: Filling, text: string): OutputFile {
  return { path: pathOf(kind, filling), text, mediaType: kind.mediaType, language: filling.language };
}

/** The path of a file in dist/. Throws where a hole is left: a bug. */
export function pathOf({ path }: FileKind, { name, language, entity }: Filling): string {
  const [type, slug] = entity?.split(':') ?? [];
  const values: Record<string, string | undefined> = { name, language, type, slug };
  return path.replace(/\{(\w+)\}/g, (_, hole: string) => {
    const value = values[hole];
    if (value === undefined) throw new Error(`${path} has no ${hole}`);
    return value;
  });
}
