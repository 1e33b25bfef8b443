/**
 * The whole way on one screen: read → translate → state → prove → publish. Text and records go in, editions and data come
 * out. Each call takes what the one before gave; what it cannot do it reports, and the next goes on with what there is.
 */
import { loadFormats } from './graph/bibliography/load-formats.ts';
import { state } from './graph/state.ts';
import { typesRestingOn } from './graph/types-resting-on.ts';
import type {
  Configuration,
  Diagnostic,
  Edition,
  Language,
  OutputFile,
  PlainText,
  ProjectFiles,
  Proof,
  Publication,
  Staged,
  Vocabulary,
} from './model.ts';
import type { BuildServices } from './project/build-services.ts';
import type { EditionWords } from './project/edition-words.ts';
import { type OpenedProject, openProject, type ProjectText } from './project/open-project.ts';
import { prove } from './proof/prove.ts';
import { publish } from './publish/publish.ts';
import { findErrors } from './rules/find-errors.ts';
import { withoutConsequences } from './rules/without-consequences.ts';
import { translate } from './translation/translate.ts';
import { loadMatcher } from './values/patterns/load-matcher.ts';

export interface Build {
  /** The project that was built. */
  opened: OpenedProject;
  configuration: Configuration;
  vocabulary: Vocabulary;
  wordsOf: (language: Language) => EditionWords;
  publications: Publication[];
  /** By publication its editions as plain text. Empty where a finding is an error, or everything is published. */
  texts: Map<string, Map<Language, PlainText>>;
  /** Whether a finding is an error, so that nothing is published. */
  isBlocked: boolean;
  /** Empty where it is blocked. */
  outputs: OutputFile[];
  /** Pages in other languages; their paths are relative to the project. Empty where a finding is an error. */
  pages: OutputFile[];
  /** By the path of an edition or its register: writes it with another tree and other segments of that edition. */
  rewrite: Map<string, (edition: Edition) => OutputFile>;
  /** By publication. Empty where a finding is an error. */
  proofs: Map<string, Proof>;
  diagnostics: Diagnostic[];
}

/**
 * Builds all publications and pages of a project in memory. Never throws for what an author wrote.
 *
 * @param until 'texts' where publications and their plain texts are enough: no outputs are made then, and no pages;
 * 'proof' where it is enough to know what there is to find: of the outputs those are kept that findings point into
 */
export async function build(
  files: ProjectFiles,
  services: BuildServices,
  { until = 'outputs' }: { until?: 'texts' | 'proof' | 'outputs' } = {},
): Promise<Build> {
  const { progress } = services;
  const diagnostics: Diagnostic[] = [];
  const take = <T>(staged: Staged<T>): T => {
    diagnostics.push(...staged.diagnostics);
    return staged.value;
  };

  progress('read');
  const opened = openProject(files, {
    withPages: until !== 'texts',
    keep: services.keep,
    recall: services.recall,
    digest: services.digest,
    cldr: services.readCldr,
    formats: await loadFormats(files),
    matches: await loadMatcher(files.own, services.matchBounded),
  });
  const project = take(opened);
  const { configuration } = project;
  const isBlocked = (found: readonly Diagnostic[] = []) =>
    findErrors([...diagnostics, ...found], configuration.rules).length > 0;
  const tell = async (found: readonly Diagnostic[]) =>
    services.foundInTexts?.([...diagnostics, ...found], configuration);

  progress('editions');
  const readable = isBlocked()
    ? project.texts.filter((text) => isOfAnEdition(text, configuration))
    : project.texts;
  const translated = readable.map((text) => take(translate(text, project)));

  progress('graph');
  const stated = translated.map((text) => take(state(text, project)));

  progress('parity');
  const proven = take(await prove(stated, project, { services, isBlocked, until, tell }));

  const publications = stated.flatMap(({ publication }) => publication ?? []);
  const built = { opened, ...project, publications, texts: proven?.texts ?? new Map(), diagnostics };
  const nothing = { isBlocked: isBlocked(), outputs: [], pages: [], rewrite: new Map(), proofs: new Map() };
  if (!proven) {
    const causes = withoutConsequences(diagnostics, (path) => typesRestingOn(path, project.vocabulary));
    // What keeps a publication back is always told, also where its cause is a rule that is off.
    const isTold = findErrors(causes, configuration.rules).length > 0;
    return { ...built, ...nothing, diagnostics: isTold ? causes : diagnostics };
  }
  if (until === 'texts' || isBlocked()) return { ...built, ...nothing };
  const { pages, proofs, drawn, shown } = proven;
  const rewrite = new Map(drawn.flatMap((each) => [...each.rewrite]));
  const outputs = until === 'proof' ? shown : await publish(proven, { ...project, services });
  return { ...built, isBlocked: false, outputs, pages, rewrite, proofs };
}

/** Where a text could not be read, nothing can be said about its translations and records. */
function isOfAnEdition({ language, sources }: ProjectText, { editions }: Configuration): boolean {
  return sources.page !== undefined || editions.some((edition) => edition.language === language);
}
