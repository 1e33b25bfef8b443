import type { LanguageMap, OutputFile, Proof } from '../model.ts';
import type { Translate } from '../project/furniture.ts';
import type { Drawn, PublishingContext } from './drawing.ts';
import { type LegendEntry, writeManifest } from './manifest.ts';
import type { Output } from './outputs/output.ts';
import { outputPurpose, outputTitle } from './outputs/output-words.ts';
import { outputs } from './outputs/outputs.ts';
import { pathPattern } from './outputs/path-pattern.ts';

/** What is proven, and so may be published. */
interface Publishable {
  drawn: readonly Drawn[];
  /** Writes what the publications share. */
  shared: () => Promise<OutputFile[]>;
  /** Files outside of dist/, with paths relative to the project. */
  pages: readonly OutputFile[];
  /** By publication. */
  proofs: ReadonlyMap<string, Proof>;
}

/**
 * The last of the five calls of a build: all that it writes to dist/, the manifest last. Throws where two files have one path:
 * names of publications that would do that are refused (publication-name-is-well-formed), so that two outputs are registered
 * for it, a bug.
 */
export async function publish(
  { drawn, shared, pages, proofs }: Publishable,
  context: Pick<PublishingContext, 'configuration' | 'wordsOf' | 'services'>,
): Promise<OutputFile[]> {
  context.services.progress('data');
  const files = [...(await shared()), ...drawn.flatMap(({ outputs }) => outputs)];
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
  { configuration, wordsOf }: Pick<PublishingContext, 'configuration' | 'wordsOf'>,
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
