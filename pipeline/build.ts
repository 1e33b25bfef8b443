/**
 * The whole way on one screen: text and records in, editions and data out. Every stage is called here and calls
 * no other; what a stage cannot do it reports, and the next one goes on with what there is.
 */
import { buildPublication, composeEditions, writePlainTexts } from './build-publication.ts';
import { state } from './graph/state.ts';
import { nodesToQuads } from './linked/rdf/nodes-to-quads.ts';
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
  SourceFile,
  Staged,
  Vocabulary,
} from './model.ts';
import type { BuildServices } from './project/build-services.ts';
import type { EditionWords } from './project/edition-words.ts';
import { type OpenedProject, openProject, type ProjectText } from './project/open-project.ts';
import { compareTexts } from './proof/compare-texts.ts';
import { readPageBack } from './proof/read-page-back.ts';
import { checkFurniture } from './publish/check-furniture.ts';
import { checkTables } from './publish/check-tables.ts';
import { writeDataContext, writeSharedFile } from './publish/data/serialize-dataset.ts';
import { drawPages } from './publish/draw-pages.ts';
import { ontologyPath, shapesPath } from './publish/files.ts';
import { writeManifest } from './publish/manifest.ts';
import { writeOntology } from './publish/ontology/write-ontology.ts';
import { writeTermsPage } from './publish/ontology/write-terms-page.ts';
import { readStyles } from './publish/read-styles.ts';
import { writeShapes } from './publish/shapes/write-shapes.ts';
import { resolveSeverity } from './rules/resolve-severity.ts';
import { withoutConsequences } from './rules/without-consequences.ts';
import { translate } from './translation/translate.ts';

export interface Build {
  /** The project that was built. */
  opened: OpenedProject;
  configuration: Configuration;
  vocabulary: Vocabulary;
  wordsOf: (language: Language) => EditionWords;
  publications: Publication[];
  /** By publication its editions as plain text. Empty where a finding is an error, or everything is published. */
  texts: Map<string, Map<Language, PlainText>>;
  /** Empty where a finding is an error: nothing is published then. */
  outputs: OutputFile[];
  /** Pages in other languages; their paths are relative to the project. Empty where a finding is an error. */
  pages: OutputFile[];
  /** By the path of an edition: writes the same publication with another tree and other segments of that edition. */
  rewrite: Map<string, (edition: Edition) => OutputFile>;
  /** By publication. Empty where a finding is an error. */
  proofs: Map<string, Proof>;
  diagnostics: Diagnostic[];
}

/**
 * Builds all publications of a project in memory. Never throws for what an author wrote.
 *
 * @param publishes false where publications and their plain texts are enough: no outputs are made then
 */
export async function build(
  files: ProjectFiles,
  services: BuildServices,
  { publishes = true }: { publishes?: boolean } = {},
): Promise<Build> {
  const { progress } = services;
  const diagnostics: Diagnostic[] = [];
  const take = <T>(staged: Staged<T>): T => {
    diagnostics.push(...staged.diagnostics);
    return staged.value;
  };

  progress('read');
  const opened = openProject(files, { withPages: publishes });
  const project = take(opened);
  const { configuration, vocabulary, wordsOf } = project;
  const hasErrors = (found = diagnostics) =>
    resolveSeverity(found, configuration.rules, false).some(({ severity }) => severity === 'error');
  const inEveryLanguage = (key: string) =>
    Object.fromEntries(
      configuration.editions.map(({ language }) => [
        language,
        wordsOf(language).t(`edition:${key}`, { base: configuration.base }),
      ]),
    );
  // Where a text could not be read, nothing can be said about its translations and records.
  const isUnread = diagnostics.length > 0 && hasErrors();
  const isKnown = ({ language, sources }: ProjectText) =>
    sources.page || !isUnread || configuration.editions.some((edition) => edition.language === language);

  progress('editions');
  const translated = project.texts.filter(isKnown).map((text) => take(translate(text, project)));

  progress('graph');
  const stated = translated.map((text) => take(state(text, project)));
  const publications = stated.flatMap(({ publication }) => publication ?? []);

  progress('parity');
  const styles = take(await readStyles(configuration.editions, services));
  diagnostics.push(...compareTexts(stated, project));
  for (const publication of publications) diagnostics.push(...checkTables(publication, vocabulary));
  const graphs = publications.map(({ graph }) => graph);
  for (const edition of configuration.editions) {
    diagnostics.push(...checkFurniture(files, edition, graphs, vocabulary));
  }

  const texts: Build['texts'] = new Map();
  const nothing = {
    opened,
    configuration,
    vocabulary,
    wordsOf,
    publications,
    texts,
    outputs: [],
    pages: [],
    rewrite: new Map(),
    proofs: new Map(),
  };
  if (hasErrors()) {
    const causes = withoutConsequences(diagnostics);
    // What keeps a publication back is always told, also where its cause is a rule that is off.
    return { ...nothing, diagnostics: hasErrors(causes) ? causes : diagnostics };
  }

  if (!publishes) {
    progress('outputs');
    for (const publication of publications) {
      const composed = await composeEditions(publication, { configuration, vocabulary, wordsOf, styles });
      const own = composed.map((edition) => edition.own);
      texts.set(publication.name, writePlainTexts(own, publication.segments));
    }
    return { ...nothing, diagnostics };
  }

  progress('data');
  const shapes = nodesToQuads(writeShapes(vocabulary, configuration), vocabulary.context);
  const ontology = writeOntology(vocabulary, configuration, {
    title: inEveryLanguage('ontology.title'),
    description: inEveryLanguage('ontology.description'),
    version: services.tool.version,
  });
  const shared = [
    writeDataContext(vocabulary),
    writeSharedFile(shapesPath, shapes, vocabulary),
    writeSharedFile(ontologyPath, nodesToQuads(ontology, vocabulary.context), vocabulary),
    ...configuration.editions.map(({ language }) =>
      writeTermsPage(vocabulary, language, wordsOf(language).t),
    ),
  ];
  const outputs: OutputFile[] = publications.length === 0 ? [] : shared;
  const rewrite: Build['rewrite'] = new Map();
  const proofs: Build['proofs'] = new Map();
  for (const publication of publications) {
    const sources = sourcesOf(publication.name, files);
    const context = { configuration, vocabulary, wordsOf, styles, services, shapes, sources };
    const built = await buildPublication(publication, context);
    diagnostics.push(...built.diagnostics);
    outputs.push(...built.outputs);
    proofs.set(publication.name, built.proof);
    for (const [path, write] of built.rewrite) rewrite.set(path, write);
  }
  const pages = stated.flatMap((text) => drawPages(text, project));
  for (const { output, edition } of pages) diagnostics.push(...readPageBack(output, edition));
  if (hasErrors()) return { ...nothing, diagnostics };
  const builtPages = pages.map(({ output }) => output);
  outputs.push(writeManifest(outputs, builtPages, proofs, services.digest));
  return { ...nothing, outputs, pages: builtPages, rewrite, proofs, diagnostics };
}

/** The text, the records and the catalogs of a publication. */
function sourcesOf(name: string, { own }: ProjectFiles): SourceFile[] {
  const isCatalog = (path: string) => path.startsWith('locales/') && path.endsWith(`/${name}.po`);
  return own.filter(({ path }) => path.startsWith(`source/${name}/`) || isCatalog(path));
}
