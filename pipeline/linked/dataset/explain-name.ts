import type { Build } from '../../build.ts';
import type { ProjectFiles } from '../../model.ts';
import { explainIn } from './explain-in.ts';
import type { Explanation } from './explanation.ts';
import { type Name, parseName, splitPlace } from './parse-name.ts';
import { suggestNames } from './suggest-names.ts';

/** Why there is nothing to tell. */
export interface Unknown {
  /** Key of the sentence under "usage" in locales/<lang>/cli.json. */
  key: 'unknownName' | 'noFile' | 'emptyLine' | 'noValue' | 'unspokenOf';
  values: Record<string, string>;
  likely: string[];
}

export interface Explained {
  /** One for each publication that knows the name. */
  explanations: Explanation[];
  /** Where none does. */
  unknown: Unknown | undefined;
}

/**
 * Tells what a project says of a name, and back from a line what that says.
 *
 * @param built without an error: what contradicts itself cannot be explained
 * @param asked `name` as on the command line; `prefix` of the paths of the project's files where the reader is: '' or "folder/"
 */
export function explainName(
  built: Build,
  files: ProjectFiles,
  { name, prefix }: { name: string; prefix: string },
): Explained {
  const { configuration, vocabulary, publications } = built;
  const own = files.own.map(({ path }) => path);
  const paths = new Map([
    ...own.map((path) => [prefix + path, path] as const),
    ...own.map((path) => [path, path] as const),
  ]);
  const parsed = parseName(name, { vocabulary, base: configuration.base, paths });
  const explanations = parsed
    ? publications.flatMap((publication) => explainIn(publication, parsed, built, files) ?? [])
    : [];
  if (explanations.length > 0) return { explanations, unknown: undefined };
  const reason = reasonOf(name, parsed, built);
  const isName = reason.key === 'unknownName' || reason.key === 'noFile';
  const likely = isName ? suggestNames(name, publications, vocabulary, paths.keys()) : [];
  return { explanations, unknown: { ...reason, likely } };
}

function reasonOf(
  name: string,
  parsed: Name | undefined,
  { publications, opened }: Pick<Build, 'publications' | 'opened'>,
): Pick<Unknown, 'key' | 'values'> {
  const { shared } = opened.value;
  const isUnspokenOf =
    parsed?.kind === 'line'
      ? shared.idAt(parsed.path, parsed.line) !== undefined
      : parsed?.kind === 'entity' &&
        shared.recordsOf(parsed.entity).length > 0 &&
        !publications.some(({ graph }) => graph.entities.has(parsed.entity));
  if (isUnspokenOf) return { key: 'unspokenOf', values: { name } };
  if (parsed?.kind === 'line') return { key: 'emptyLine', values: { name } };
  if (parsed?.kind === 'entity' && parsed.path !== undefined) {
    const { entity } = parsed;
    if (publications.some(({ graph }) => graph.entities.has(entity)))
      return { key: 'noValue', values: { name } };
  }
  const place = splitPlace(name);
  return place && /[/.]/.test(place.path)
    ? { key: 'noFile', values: { path: place.path } }
    : { key: 'unknownName', values: { name } };
}
