/**
 * The whole way on one screen: read → translate → state → prove → publish. Text and records go in, editions and data come
 * out. Each call takes what the one before gave; what it cannot do it reports, and the next goes on with what there is. Texts go
 * their way one after the other, so that a project may have more of them than memory.
 */
import { loadFormats } from './graph/bibliography/load-formats.ts';
import { findContradictions } from './graph/find-contradictions.ts';
import { type StatedText, state } from './graph/state.ts';
import { takeClaims } from './graph/take-claims.ts';
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
  TextSources,
  Vocabulary,
} from './model.ts';
import type { BuildServices } from './project/build-services.ts';
import type { EditionWords } from './project/edition-words.ts';
import { type OpenedProject, openProject } from './project/open-project.ts';
import type { ProjectText } from './project/open-text.ts';
import { sortByText } from './project/sort-by-text.ts';
import { openProof } from './proof/open-proof.ts';
import { type ProvenText, prove } from './proof/prove.ts';
import { layAside } from './publish/lay-aside.ts';
import { type PublishedProject, publish } from './publish/publish.ts';
import { takeWords } from './publish/take-words.ts';
import { startOutcome, type TextOutcome } from './publish/text-outcome.ts';
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
  /** Empty where it is enough to know what there is to find. */
  publications: Publication[];
  /** By publication its editions as plain text. Of texts that are held there is none, nor where everything is published. */
  texts: Map<string, Map<Language, PlainText>>;
  /** What each text came to, in their order. */
  outcomes: TextOutcome[];
  /** Names of the texts of which nothing new is published: something that is found in them is an error. */
  held: string[];
  /** Whether nothing is published: every text is held, or an error concerns all. */
  isBlocked: boolean;
  /** Of dist/, with what stays there of texts that are held. Empty where it is blocked, or nobody asked for it. */
  outputs: OutputFile[];
  /** Pages in other languages; their paths are relative to the project. Empty as outputs are. */
  pages: OutputFile[];
  /** Files of dist/ that findings point into, as they would be. */
  shown: OutputFile[];
  /** By the path of an edition or its register: writes it with another tree and other segments of that edition. */
  rewrite: Map<string, (edition: Edition) => OutputFile>;
  /** By publication. Empty where it is blocked. */
  proofs: Map<string, Proof>;
  diagnostics: Diagnostic[];
}

export interface BuildOptions {
  /**
   * 'texts' where publications and their plain texts are enough: no outputs are made then, and no pages;
   * 'proof' where it is enough to know what there is to find.
   */
  until?: 'texts' | 'proof' | 'outputs';
  /** Whether editions are to be written anew with other words: publications are held then, however many there are. */
  isForEditing?: boolean;
  /**
   * Names of the texts that are built; the others come to nothing, and nothing is published: who joins the outcomes does that. A page shares
   * the words of all publications, so that their outcomes have to be known where there are some. All are built unless given.
   */
  only?: ReadonlySet<string> | undefined;
  /** What a text among these came to elsewhere or before, of the same files by the same tool; nothing is known unless given. */
  known?: ((name: string, all: readonly TextSources[]) => TextOutcome | undefined) | undefined;
  /** Told what each text that is built here came to, before texts are held against each other. */
  made?: ((outcome: TextOutcome, all: readonly TextSources[]) => void) | undefined;
}

/**
 * Builds all publications and pages of a project. A text with a mistake does not hold back the others: it stays as it was published
 * before. Never throws for what an author wrote.
 *
 * @param unread findings on files that could not be read
 */
export async function build(
  files: ProjectFiles,
  services: BuildServices,
  { until = 'outputs', isForEditing = false, only, known, made: tellMade }: BuildOptions = {},
  unread: readonly Diagnostic[] = [],
): Promise<Build> {
  const { progress } = services;
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
  const project = opened.value;
  const { configuration, vocabulary } = project;
  const hasErrors = (found: readonly Diagnostic[]) => findErrors(found, configuration.rules).length > 0;
  const room = await openProof(project, services);
  const shared = [...opened.diagnostics, ...room.diagnostics];
  const { ofAll, ofTexts } = sortByText([...unread, ...shared], project.sources, project.shared);

  const outcomes: TextOutcome[] = [];
  const made: Made = { publications: [], texts: new Map(), shown: [], rewrite: new Map() };
  for (const [index, sources] of project.sources.entries()) {
    services.beginText?.(index + 1, project.sources.length);
    const outcome = known?.(sources.name, project.sources) ?? startOutcome(sources);
    outcomes.push(outcome);
    if (outcome.isBuilt || (only && !only.has(sources.name))) continue;
    const take = <T>(staged: Staged<T>): T => {
      for (const finding of staged.diagnostics) outcome.diagnostics.push(finding);
      return staged.value;
    };
    const given = [...ofAll, ...(ofTexts.get(sources.name) ?? [])];
    const isBlocked = (more: readonly Diagnostic[] = []) =>
      hasErrors([...given, ...outcome.diagnostics, ...more]);
    const tell = async (more: readonly Diagnostic[]) =>
      services.foundInTexts?.([...shared, ...findingsOf(outcomes), ...more], configuration);

    progress('read');
    const text = take(project.open(sources));
    let proven: ProvenText | undefined;
    if (!isBlocked() || isOfAnEdition(text, configuration)) {
      progress('editions');
      const translated = take(translate(text, project));
      progress('graph');
      const stated = take(state(translated, project));
      progress('parity');
      proven = take(await prove(stated, room.value, { isBlocked, until, tell, before: outcomes }));
      gather(made, stated, proven, { until, isForEditing });
      if (stated.publication) outcome.words = takeWords(stated.publication, configuration, vocabulary);
      if (stated.publication) outcome.claims = takeClaims(stated.publication.graph, vocabulary);
      outcome.isCompared = true;
    }
    const isHeld = !proven || isBlocked();
    if (proven && !isHeld) Object.assign(outcome, layAside(proven, services));
    Object.assign(outcome, { language: text.language, isBuilt: true, isProven: Boolean(proven), isHeld });
    tellMade?.(outcome, project.sources);
  }

  if (!only) holdContradicting(outcomes, vocabulary, (finding) => hasErrors([finding]));
  const ofTogether = only ? [] : room.value.conclude(outcomes);
  const diagnostics = [...shared, ...findingsOf(outcomes), ...ofTogether];
  const names = new Set(outcomes.map(({ name }) => name));
  const lost = [...ofTexts].filter(([name, found]) => !names.has(name) && hasErrors(found));
  const texts = [...outcomes, ...lost.map(([name]) => startOutcome({ name, page: undefined }))];
  const isBlocked = hasErrors([...ofAll, ...ofTogether]) || texts.every(({ isHeld }) => isHeld);
  const held = texts.filter(({ isHeld }) => isHeld).map(({ name }) => name);
  const common = { opened, ...project, ...made, outcomes, held, isBlocked };
  const isAsked = until === 'outputs' && !only && !isBlocked;
  const published = isAsked ? await publish(texts, room.value.sharedContext) : publishNothing();
  if (!hasErrors(shared) && outcomes.every(({ isProven }) => isProven))
    return { ...common, ...published, diagnostics };
  const causes = withoutConsequences(diagnostics, (path) => typesRestingOn(path, vocabulary));
  // What keeps a publication back is always told, also where its cause is a rule that is off.
  return { ...common, ...published, diagnostics: hasErrors(causes) ? causes : diagnostics };
}

/** Tells each contradiction in the text that comes later, which is held where the project will have no contradiction. */
function holdContradicting(
  outcomes: readonly TextOutcome[],
  vocabulary: Vocabulary,
  isError: (finding: Diagnostic) => boolean,
): void {
  for (const { name, finding } of findContradictions(outcomes, vocabulary)) {
    const told = outcomes.find((outcome) => outcome.name === name);
    told?.diagnostics.push(finding);
    if (told && isError(finding)) told.isHeld = true;
  }
}

function findingsOf(outcomes: readonly TextOutcome[]): Diagnostic[] {
  return outcomes.flatMap(({ diagnostics }) => diagnostics);
}

function publishNothing(): PublishedProject {
  return { outputs: [], pages: [], proofs: new Map() };
}

/** What is kept of the texts for those who ask for more than outputs. */
type Made = Pick<Build, 'publications' | 'texts' | 'shown' | 'rewrite'>;

function gather(
  made: Made,
  { sources, publication }: StatedText,
  proven: ProvenText | undefined,
  { until, isForEditing }: BuildOptions,
): void {
  if (publication && (until === 'texts' || isForEditing)) made.publications.push(publication);
  if (!proven) return;
  if (proven.texts.size > 0) made.texts.set(sources.name, proven.texts);
  made.shown.push(...proven.shown);
  if (isForEditing) for (const [path, write] of proven.rewrite) made.rewrite.set(path, write);
}

/** Where a text could not be read, nothing can be said about its translations and records. */
function isOfAnEdition({ language, sources }: ProjectText, { editions }: Configuration): boolean {
  return sources.page !== undefined || editions.some((edition) => edition.language === language);
}
