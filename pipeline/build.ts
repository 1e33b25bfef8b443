/**
 * The whole way on one screen: read → translate → state → prove → publish. Text and records go in, editions and data come
 * out. Each call takes what the one before gave; what it cannot do it reports, and the next goes on with what there is. Texts go
 * their way one after the other, so that a project may have more of them than memory.
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
import { type OpenedProject, openProject } from './project/open-project.ts';
import type { ProjectText } from './project/open-text.ts';
import { openProof } from './proof/open-proof.ts';
import { type ProvenText, prove } from './proof/prove.ts';
import { drawShared } from './publish/draw-shared.ts';
import type { Drawn } from './publish/drawing.ts';
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
  /** Empty where it is enough to know what there is to find. */
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

  const diagnostics = [...shared];
  const gathered: Gathered = {
    publications: [],
    texts: new Map(),
    drawn: [],
    shown: [],
    pages: [],
    proofs: new Map(),
  };
  let isWhole = !hasErrors(shared);
  for (const sources of project.sources) {
    const found: Diagnostic[] = [];
    const take = <T>(staged: Staged<T>): T => {
      found.push(...staged.diagnostics);
      return staged.value;
    };
    const isBlocked = (more: readonly Diagnostic[] = []) => hasErrors([...shared, ...found, ...more]);
    const tell = async (more: readonly Diagnostic[]) =>
      services.foundInTexts?.([...diagnostics, ...found, ...more], configuration);

    progress('read');
    const text = take(project.open(sources));
    if (!isBlocked() || isOfAnEdition(text, configuration)) {
      progress('editions');
      const translated = take(translate(text, project));
      progress('graph');
      const stated = take(state(translated, project));
      progress('parity');
      const proven = take(await prove(stated, room.value, { isBlocked, until, tell }));
      if (until !== 'proof' && stated.publication) gathered.publications.push(stated.publication);
      if (proven) add(proven, sources.name, gathered);
      else isWhole = false;
    } else isWhole = false;
    diagnostics.push(...found);
  }
  diagnostics.push(...room.value.conclude());

  const isBlocked = hasErrors(diagnostics);
  const { publications, texts, drawn, shown, pages, proofs } = gathered;
  const common = { opened, ...project, publications, isBlocked };
  const nothing = { outputs: [], pages: [], rewrite: new Map(), proofs: new Map() };
  if (!isWhole) {
    const causes = withoutConsequences(diagnostics, (path) => typesRestingOn(path, vocabulary));
    // What keeps a publication back is always told, also where its cause is a rule that is off.
    return { ...common, ...nothing, texts, diagnostics: hasErrors(causes) ? causes : diagnostics };
  }
  if (until === 'texts' || isBlocked) return { ...common, ...nothing, texts, diagnostics };
  const rewrite = new Map(drawn.flatMap((each) => [...each.rewrite]));
  const context = room.value.sharedContext(publications);
  const write = () => publish({ drawn, pages, proofs, shared: () => drawShared(drawn, context) }, context);
  const outputs = until === 'proof' ? shown : await write();
  return { ...common, texts, outputs, pages, rewrite, proofs, diagnostics };
}

/** What was made of the texts so far. */
interface Gathered extends Pick<Build, 'publications' | 'texts' | 'pages' | 'proofs'> {
  drawn: Drawn[];
  /** Files of dist/ that findings point into. */
  shown: OutputFile[];
}

function add({ texts, drawn, shown, pages, proof }: ProvenText, name: string, gathered: Gathered): void {
  if (texts.size > 0) gathered.texts.set(name, texts);
  if (drawn) gathered.drawn.push(drawn);
  gathered.shown.push(...shown);
  gathered.pages.push(...pages);
  if (proof) gathered.proofs.set(name, proof);
}

/** Where a text could not be read, nothing can be said about its translations and records. */
function isOfAnEdition({ language, sources }: ProjectText, { editions }: Configuration): boolean {
  return sources.page !== undefined || editions.some((edition) => edition.language === language);
}
