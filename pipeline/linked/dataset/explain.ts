/**
 * The way from a name to what the text says of it, and back from a line to what it says: what `tinkuy explain` runs. Like
 * build.ts, a place where stages meet.
 */
import { build } from '../../build.ts';
import type { Configuration, Diagnostic, ProjectFiles, Publication, Staged } from '../../model.ts';
import type { BuildServices } from '../../project/build-services.ts';
import { resolveSeverity } from '../../rules/resolve-severity.ts';
import { explainIn } from './explain-in.ts';
import type { Explanation } from './explanation.ts';
import { type Name, parseName, splitPlace } from './parse-name.ts';
import { suggestNames } from './suggest-names.ts';

/** Why there is nothing to tell. */
export interface Unknown {
  /** Key of the sentence under "usage" in locales/<lang>/cli.json. */
  key: 'unknownName' | 'noFile' | 'emptyLine' | 'noValue';
  values: Record<string, string>;
  likely: string[];
}

export interface Explained {
  /** One for each publication that knows the name. */
  explanations: Explanation[];
  /** Where none does. */
  unknown: Unknown | undefined;
  /** Whether findings are errors: what contradicts itself cannot be explained. */
  isBlocked: boolean;
  /** Severities as the project chose them. */
  rules: Configuration['rules'];
}

/**
 * Tells what a project says of a name. What contradicts itself cannot be explained: where findings are errors, there is
 * nothing but these.
 *
 * @param asked `name` as on the command line; `prefix` of the paths of the project's files where the reader is: '' or "folder/"
 * @param unread findings about files that could not be read and are not among `files`
 */
export async function explain(
  files: ProjectFiles,
  services: BuildServices,
  asked: { name: string; prefix: string },
  unread: readonly Diagnostic[] = [],
): Promise<Staged<Explained>> {
  const { name, prefix } = asked;
  const built = await build(files, services, { publishes: false });
  const { configuration, vocabulary, publications } = built;
  const diagnostics = [...unread, ...built.diagnostics];
  const { rules } = configuration;
  const told = { isBlocked: false, rules };
  if (resolveSeverity(diagnostics, rules, false).some(({ severity }) => severity === 'error'))
    return { value: { explanations: [], unknown: undefined, isBlocked: true, rules }, diagnostics };
  const own = files.own.map(({ path }) => path);
  const paths = new Map([
    ...own.map((path) => [prefix + path, path] as const),
    ...own.map((path) => [path, path] as const),
  ]);
  const parsed = parseName(name, { vocabulary, base: configuration.base, paths });
  const explanations = parsed
    ? publications.flatMap((publication) => explainIn(publication, parsed, built, files) ?? [])
    : [];
  if (explanations.length > 0) return { value: { explanations, unknown: undefined, ...told }, diagnostics };
  const reason = reasonOf(name, parsed, publications);
  const isName = reason.key === 'unknownName' || reason.key === 'noFile';
  const likely = isName ? suggestNames(name, publications, vocabulary, paths.keys()) : [];
  const unknown: Unknown = { ...reason, likely };
  return { value: { explanations, unknown, ...told }, diagnostics };
}

function reasonOf(
  name: string,
  parsed: Name | undefined,
  publications: readonly Publication[],
): Pick<Unknown, 'key' | 'values'> {
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
