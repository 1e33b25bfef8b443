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
  const others = outputs.flatMap((output) => output.files.map((file) => ({ output: output.name, ...file })));
  for (const output of publicationOutputs) {
    for (const file of output.files) {
      const path = file.path.replace('{name}', name);
      const other = others.find((each) => {
        const match = pathPattern(stemOf(each.path)).exec(stemOf(path.replace('{language}', 'en')));
        // Of the same output it is the whole name, and of one with a shorter ending more than that.
        return match !== null && (match.groups?.name ?? '').length < name.length;
      });
      if (other) return { output: output.name, path, other: other.output, otherPath: other.path };
    }
  }
  return undefined;
}

/** A path without what its last part has from the first dot on. */
function stemOf(path: string): string {
  return path.replace(/\.[^/]*$/, '');
}
