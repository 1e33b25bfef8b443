import type { ChosenSeverity, Diagnostic, FileConfiguration, SourceFile, Staged } from '../model.ts';
import { findIdleGlobs } from '../project/find-idle-globs.ts';
import { readConfiguration } from '../project/read-configuration.ts';
import { createSchemaCheck } from '../rules/create-schema-check.ts';
import { hiddenSteps } from '../values/create-glob.ts';
import type { Matches } from '../values/patterns/create-pattern-matcher.ts';
import { type CheckedFiles, checkFiles } from './check-files.ts';
import type { FileSources } from './file-sources.ts';

/** What a repository is checked by. */
export interface RepositoryDemand {
  /** tinkuy.yaml; undefined where there is none. */
  configuration: SourceFile | undefined;
  /** schemas/configuration.json of the tool, and what it refers to. */
  builtin: SourceFile[];
  /** What the command line says in the place of tinkuy.yaml and of what files name themselves. */
  given: FileConfiguration[] | undefined;
  /** Whether a publication is built here, whose configuration is checked with it: then only `files` names files. */
  isPublication: boolean;
}

/** What the machine does for it. */
export interface RepositoryServices {
  /** Opens the repository; names with a dot in front are looked at where they are wanted. */
  open: (isHiddenWanted: (name: string) => boolean) => Staged<FileSources>;
  matchBounded: Matches;
}

export interface CheckedRepository extends CheckedFiles {
  rules: Readonly<Record<string, ChosenSeverity>>;
}

/** Holds the files of a repository against their schemas: without a publication, without moving a file. */
export async function checkRepository(
  { configuration, builtin, given, isPublication }: RepositoryDemand,
  { open, matchBounded }: RepositoryServices,
): Promise<CheckedRepository> {
  const form = () => createSchemaCheck(builtin, 'schemas/configuration.json');
  const read = configuration && readConfiguration({ own: [configuration], builtin }, form(), isPublication);
  const globs = given ?? read?.value.files ?? [];
  const hidden = globs.flatMap(({ glob }) => hiddenSteps(glob));
  const opened = open((name) => hidden.some((fits) => fits(name)));
  const ofProject: Diagnostic[] = [
    ...(isPublication ? [] : (read?.diagnostics ?? [])),
    ...opened.diagnostics,
  ];
  const isOpen = !isPublication && given === undefined;
  const idle =
    configuration && read ? findIdleGlobs(configuration, read.value.rules, opened.value.paths) : [];
  const checked = await checkFiles(opened.value, globs, { isOpen, matchBounded });
  const files = configuration ? [...checked.files, configuration] : checked.files;
  return {
    ...checked,
    files,
    diagnostics: [...ofProject, ...idle, ...checked.diagnostics],
    rules: read?.value.rules ?? {},
  };
}
