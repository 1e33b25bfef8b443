/** The way of `tinkuy reconcile`: from a project to questions for a service, and from its answers to candidates for review. */
import { build } from '../../build.ts';
import type { Diagnostic, Language, ProjectFiles } from '../../model.ts';
import type { BuildServices } from '../../project/build-services.ts';
import { planQuestions, type Question } from '../reconcile/plan-questions.ts';

export { addressBeginnings } from '../reconcile/entity-address.ts';
export type { Question } from '../reconcile/plan-questions.ts';
export { type Answers, type EntityCandidate, readAnswers, writeQueries } from '../reconcile/read-answers.ts';
export { type Manifest, readManifest } from '../reconcile/read-manifest.ts';
export { writeReview } from '../reconcile/write-review.ts';

export interface ReconcileOptions {
  /** Of the labels; the source's of each publication unless given. */
  language: Language | undefined;
  /** How the addresses of the dataset begin. */
  beginnings: readonly string[];
  types: readonly string[];
}

/** What to ask about a project's entities. Where the project has errors there is nothing to ask, and the findings say why. */
export async function listQuestions(
  files: ProjectFiles,
  services: BuildServices,
  { language, beginnings, types }: ReconcileOptions,
): Promise<{
  questions: Question[];
  diagnostics: Diagnostic[];
  rules: Record<string, 'error' | 'warning' | 'off'>;
}> {
  const { publications, vocabulary, diagnostics, configuration } = await build(files, services, {
    publishes: false,
  });
  const questions = publications.flatMap(({ graph, editions }) => {
    const own = editions.find(({ isSource }) => isSource)?.language ?? 'en';
    return planQuestions(graph, vocabulary, { language: language ?? own, beginnings, types });
  });
  return { questions, diagnostics, rules: configuration.rules };
}
