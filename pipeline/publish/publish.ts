import type { LanguageMap, OutputFile, Proof } from '../model.ts';
import type { Translate } from '../project/furniture.ts';
import { drawShared } from './draw-shared.ts';
import type { PublishingContext } from './drawing.ts';
import { keepPublished } from './keep-published.ts';
import { type LegendEntry, writeManifest } from './manifest.ts';
import { createPathTest } from './outputs/create-path-test.ts';
import { outputPurpose, outputTitle } from './outputs/output-words.ts';
import { outputs } from './outputs/outputs.ts';
import type { TextOutcome } from './text-outcome.ts';
import type { TextShare } from './text-share.ts';

/** What a build leaves in its project. */
export interface PublishedProject {
  /** In dist/. */
  outputs: OutputFile[];
  /** Paths are relative to the project. */
  pages: OutputFile[];
  /** By publication. */
  proofs: Map<string, Proof>;
}

/**
 * The last of the five calls of a build: all that is in dist/ after it, the manifest last, out of what the texts came to and of what is
 * published already of those that are held. Throws where two files have one path: names of publications that would do that are refused
 * (publication-name-is-well-formed), so that two outputs are registered for it, a bug.
 *
 * @param contextOf what outputs are written with: the terms that are in use by what is shared, or all
 */
export async function publish(
  outcomes: readonly TextOutcome[],
  contextOf: (shares?: readonly TextShare[]) => PublishingContext,
): Promise<PublishedProject> {
  const whole = contextOf();
  const isAnyHeld = outcomes.some(({ isHeld }) => isHeld);
  const before = isAnyHeld ? whole.services.published() : undefined;
  const texts: TextOutcome[] = [];
  for (const text of outcomes)
    texts.push(text.isHeld && before ? await keepPublished(text, before, whole) : text);
  const shares = texts.flatMap(({ share }) => share ?? []);
  const context = contextOf(shares);
  const { services } = context;
  services.progress('data');
  const files = [...(await drawShared(shares, context)), ...texts.flatMap(({ outputs }) => outputs)];
  refuseDoublePaths(files);
  const legend = writeLegend(files, context);
  const pages = texts.flatMap((text) => text.pages);
  const proofs = new Map(
    texts.flatMap(({ name, proof }): [string, Proof][] => (proof ? [[name, proof]] : [])),
  );
  const held = texts
    .filter(({ isHeld }) => isHeld)
    .map((text) => ({ name: text.name, isPublished: text.outputs.length + text.pages.length > 0 }));
  const manifest = writeManifest({ files, pages, proofs, legend, held }, services.digest);
  return { outputs: [...files, services.lay(manifest)], pages, proofs };
}

function refuseDoublePaths(files: readonly OutputFile[]): void {
  const paths = new Set<string>();
  for (const { path } of files) {
    if (paths.has(path)) {
      const names = outputs.filter((output) => createPathTest([output])(path)).map(({ name }) => name);
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
      const isOf = createPathTest([output]);
      return written.some(({ path }) => isOf(path));
    })
    .map((output) => ({
      name: output.name,
      paths: output.files.map(({ path }) => path),
      title: inEveryLanguage((t) => outputTitle(output, t)),
      purpose: inEveryLanguage((t) => outputPurpose(output, t)),
    }));
}
