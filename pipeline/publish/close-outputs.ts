import type { LanguageMap, OutputFile, Proof } from '../model.ts';
import type { Translate } from '../project/furniture.ts';
import type { PublishingContext } from './drawing.ts';
import { type LegendEntry, writeManifest } from './manifest.ts';
import type { Output } from './outputs/output.ts';
import { outputPurpose, outputTitle } from './outputs/output-words.ts';
import { outputs } from './outputs/outputs.ts';
import { pathPattern } from './outputs/path-pattern.ts';

/**
 * All that a build writes to dist/, the manifest last. Throws where two files have one path: names of publications that
 * would do that are refused (publication-name-is-well-formed), so that two outputs are registered for it, a bug.
 *
 * @param pages files outside of dist/, with paths relative to the project
 */
export function closeOutputs(
  files: OutputFile[],
  pages: OutputFile[],
  proofs: ReadonlyMap<string, Proof>,
  context: PublishingContext,
): OutputFile[] {
  refuseDoublePaths(files);
  const legend = writeLegend(files, context);
  return [...files, writeManifest({ files, pages, proofs, legend }, context.services.digest)];
}

function refuseDoublePaths(files: readonly OutputFile[]): void {
  const paths = new Set<string>();
  for (const { path } of files) {
    if (paths.has(path)) {
      const names = outputs.filter((output) => createTest(output)(path)).map(({ name }) => name);
      throw new Error(`Two files of dist/ are ${path}: see the outputs ${names.join(', ')}`);
    }
    paths.add(path);
  }
}

/** What each output that has files is, in every language of the project. */
function writeLegend(
  written: readonly OutputFile[],
  { configuration, wordsOf }: PublishingContext,
): LegendEntry[] {
  const inEveryLanguage = (words: (t: Translate) => string): LanguageMap =>
    Object.fromEntries(configuration.editions.map(({ language }) => [language, words(wordsOf(language).t)]));
  return outputs
    .filter((output) => {
      const isOf = createTest(output);
      return written.some(({ path }) => isOf(path));
    })
    .map((output) => ({
      name: output.name,
      paths: output.files.map(({ path }) => path),
      title: inEveryLanguage((t) => outputTitle(output, t)),
      purpose: inEveryLanguage((t) => outputPurpose(output, t)),
    }));
}

/** Tells whether a path is one that an output is registered for. */
function createTest({ files }: Output): (path: string) => boolean {
  const patterns = files.map(({ path }) => pathPattern(path));
  return (path) => patterns.some((pattern) => pattern.test(path));
}
