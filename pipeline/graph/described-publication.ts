/** Name of the type that a project's schemas/front-matter.json gives publications; no file of schemas/types/ has it, for it has capitals. */
const describedPublication = 'DescribedPublication';

/** Name under schemas/ that a project's own file of the front matter is known by: that of the tool says something else. */
const sourceName = 'front-matter.json?';

/**
 * The name under schemas/ that a project's file of the front matter is known by; undefined for any other file. References in it
 * are read as in a file of schemas/.
 *
 * @param path of the project's own file
 */
export function frontMatterSource(path: string): string | undefined {
  const match = /^(?:source\/([^/]+)\/)?schemas\/front-matter\.json$/.exec(path);
  return match ? `${sourceName}${match[1] ?? ''}` : undefined;
}

/** The entity type that a file under schemas/ declares, or the one that it gives publications; undefined for any other file. */
export function typeOfFile(name: string): string | undefined {
  if (name.startsWith(sourceName)) return describedType(name.slice(sourceName.length));
  return /^types\/([^/]+)\.json$/.exec(name)?.[1];
}

/** The file under schemas/ that declares a type. */
export function fileOfType(type: string): string {
  if (!isDescribedType(type)) return `types/${type}.json`;
  return sourceName + type.slice(describedPublication.length + 1);
}

/** Whether a type is that of publications, of all of the project or of one. */
export function isDescribedType(type: string): boolean {
  return type === describedPublication || type.startsWith(`${describedPublication}-`);
}

/**
 * The type of what the front matter of a publication describes.
 *
 * @param publication its name; '' for what all publications of the project have
 */
export function describedType(publication: string): string {
  return publication === '' ? describedPublication : `${describedPublication}-${publication}`;
}
