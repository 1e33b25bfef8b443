import type { StatedText } from '../graph/state.ts';
import { findTermUse, type TermUse, vocabularyInUse } from '../graph/vocabulary-in-use.ts';
import type { Diagnostic, Publication, SourceFile, Staged, Vocabulary } from '../model.ts';
import type { BuildServices } from '../project/build-services.ts';
import type { Project } from '../project/open-project.ts';
import { readOwnRules } from '../project/read-own-rules.ts';
import { checkFurniture } from '../publish/check-furniture.ts';
import { drawShapes } from '../publish/draw-shared.ts';
import type { PublishingContext } from '../publish/drawing.ts';
import { readStyles } from '../publish/read-styles.ts';
import type { TextOutcome } from '../publish/text-outcome.ts';
import type { TextShare } from '../publish/text-share.ts';
import { checkCanApply } from '../rules/own/check-can-apply.ts';
import { createComparison } from './create-comparison.ts';
import type { DataJudges } from './prove-publication.ts';
import { compileShapes } from './shapes/compile-shapes.ts';

/** What the proofs of all texts of a project share. */
export interface ProofRoom {
  project: Project;
  /** Findings of a text whose editions are held against each other; a page shares the words of all publications, which come before it. */
  compare: (text: StatedText, before: readonly TextOutcome[]) => Diagnostic[];
  /** What a publication is drawn and proven with; it tells of the terms that the publication uses. */
  contextOf: (publication: Publication) => { context: PublishingContext; judges: DataJudges };
  /** What all of them share is published with, the terms in use by what they share; all terms where that is not given. */
  sharedContext: (shares?: readonly TextShare[]) => PublishingContext;
  /** The text, the records and the catalogs of a publication. */
  filesOf: (name: string) => SourceFile[];
  /** What only all texts together show. Findings: furniture-is-translated, own-rule-can-apply. */
  conclude: (outcomes: readonly TextOutcome[]) => Diagnostic[];
}

/**
 * What is read once for the proofs of all texts. Of a text nothing is held.
 * Findings: those of readStyles and readOwnRules.
 */
export async function openProof(project: Project, services: BuildServices): Promise<Staged<ProofRoom>> {
  const { configuration, vocabulary, files } = project;
  const styles = await readStyles(configuration.editions, services);
  const own = await readOwnRules(files, project.published);
  const compareOne = createComparison(project, own.value, styles.value, services);
  const contextWith = (used: Vocabulary): PublishingContext => ({
    ...project,
    vocabulary: used,
    styles: styles.value,
    services,
  });
  const room: ProofRoom = {
    project,
    compare: (text, before) => compareOne(text, () => before.flatMap(({ words }) => words?.named ?? [])),
    contextOf({ graph }) {
      const { name, used } = keepInUse(vocabulary, [findTermUse(vocabulary, graph)], services);
      const context = contextWith(used);
      const read = [used, configuration.base, JSON.stringify(configuration.editions)];
      const shapes = () =>
        services.keep(`shapes of the ${name}`, read, () =>
          compileShapes(drawShapes(context), project.matches),
        );
      const basis = services.digest(JSON.stringify([project.declared, name, ...read.slice(1)]));
      return { context, judges: { shapes, basis } };
    },
    sharedContext(shares) {
      if (!shares) return contextWith(vocabulary);
      const uses = shares.map(({ use }) => use);
      return contextWith(keepInUse(vocabulary, uses, services).used);
    },
    filesOf: (name) => listFiles(name, project),
    conclude(outcomes) {
      const compared = outcomes.filter(({ isCompared }) => isCompared);
      // A text that could not be read may be the one that a rule is for.
      const isWhole = compared.length === project.sources.length;
      const spoken = [...compared, ...configuration.pages].map(({ language }) => language);
      const unused = isWhole ? checkCanApply(own.value.rules, spoken, project.published) : [];
      const lacking = outcomes.flatMap(({ words }) => words?.lacking ?? []);
      return [...unused, ...checkFurniture(files, configuration.editions, lacking)];
    },
  };
  return { value: room, diagnostics: [...styles.diagnostics, ...own.diagnostics] };
}

/** What is published tells of the terms that are in use; publications that use the same have the very same vocabulary. */
function keepInUse(
  vocabulary: Vocabulary,
  uses: readonly TermUse[],
  { keep, digest }: BuildServices,
): { name: string; used: Vocabulary } {
  const used = vocabularyInUse(vocabulary, uses);
  const named = [...used.types.values()].map(({ name, abstract, properties }) => [
    name,
    abstract,
    [...properties.values()].map((property) => [property.name, ...property.parts.keys()]),
  ]);
  const name = `vocabulary in use ${digest(JSON.stringify(named))}`;
  return { name, used: keep(name, [vocabulary], () => used) };
}

function listFiles(name: string, { files: { own } }: Project): SourceFile[] {
  const isCatalog = (path: string) => path.startsWith('locales/') && path.endsWith(`/${name}.po`);
  return own.filter(({ path }) => path.startsWith(`source/${name}/`) || isCatalog(path));
}
