import { outputs, publicationOutputs } from './outputs.ts';
import { pathPattern } from './path-pattern.ts';

/** Two outputs that the name of a publication would give one name. */
export interface NameClash {
  /** The publication's own output, and the path that it would have in dist/. */
  output: string;
  path: string;
  /** The output that has this name already, or has it for another publication; with its path in dist/, holes and all. */
  other: string;
  otherPath: string;
}

/**
 * What keeps a name from being that of a publication: one of its files would be named as a file of the project is
 * ("context", "shapes"), or as another publication's ("borders-dataset" as the description of "borders"). Files that
 * differ in their ending only are forms of one thing, so that endings do not tell them apart.
 */
export function findNameClash(name: string): NameClash | undefined {
  const others = outputs.flatMap((output) =>
    output.files.map(({ path }) => ({ other: output.name, path, pattern: pathPattern(stemOf(path)) })),
  );
  for (const { name: output, files } of publicationOutputs) {
    for (const file of files) {
      const path = file.path.replace('{name}', name);
      const stem = stemOf(path.replace('{language}', 'en'));
      // Another output takes the end of the name for a part of its own path, or all of it where it has no names.
      const found = others.find(({ pattern }) => {
        const match = pattern.exec(stem);
        return match !== null && (match.groups?.name ?? '').length < name.length;
      });
      if (found) return { output, path, other: found.other, otherPath: found.path };
    }
  }
  return undefined;
}

/** A path without what its last part has from the first dot on. */
function stemOf(path: string): string {
  return path.replace(/\.[^/]*$/, '');
}
