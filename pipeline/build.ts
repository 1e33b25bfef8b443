/**
 * The whole way on one screen: text and records in, editions and data out. Every stage is called here and calls
 * no other; what a stage cannot do it reports, and the next one goes on with what there is.
 */
import { buildPage } from './build-page.ts';
import { buildPublication, composeEditions, writePlainTexts } from './build-publication.ts';
import { readBibliography } from './graph/bibliography.ts';
import { checkCycles } from './graph/check-cycles.ts';
import { checkNamedEntities } from './graph/check-named-entities.ts';
import { checkSameAs } from './graph/check-same-as.ts';
import { findMissingTexts } from './graph/find-missing-texts.ts';
import { checkFollows } from './graph/follow.ts';
import { mergeGraph } from './graph/merge.ts';
import { readRegister } from './graph/read-register.ts';
import { readRecords } from './graph/records.ts';
import { readVocabulary } from './graph/schema.ts';
import { validateGraph } from './graph/validate.ts';
import { nodesToQuads } from './linked/rdf/nodes-to-quads.ts';
import type {
  Configuration,
  Diagnostic,
  Edition,
  EditionConfiguration,
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
import { createEditionWords, type EditionWords } from './project/edition-words.ts';
import { checkLanguageFiles } from './project/language-files.ts';
import { listSources } from './project/list-sources.ts';
import { readConfiguration } from './project/read-configuration.ts';
import { compareEditions } from './proof/compare-editions.ts';
import { readPageBack } from './proof/read-page-back.ts';
import { checkFurniture } from './publish/check-furniture.ts';
import { checkTables } from './publish/check-tables.ts';
import { writeDataContext, writeSharedFile } from './publish/data/serialize-dataset.ts';
import { ontologyPath, shapesPath } from './publish/files.ts';
import { writeManifest } from './publish/manifest.ts';
import { writeOntology } from './publish/ontology/write-ontology.ts';
import { writeTermsPage } from './publish/ontology/write-terms-page.ts';
import type { CitationStyle } from './publish/references.ts';
import { writeShapes } from './publish/shapes/write-shapes.ts';
import { checkQuality } from './rules/check-quality.ts';
import { diagnose } from './rules/diagnose.ts';
import { resolveSeverity } from './rules/resolve-severity.ts';
import { withoutConsequences } from './rules/without-consequences.ts';
import { checkFrontMatter } from './text/check-front-matter.ts';
import { extract } from './text/extract.ts';
import { readText } from './text/read-text.ts';
import { createGlossary } from './translation/glossary.ts';
import { localize } from './translation/localize.ts';
import { readCatalog } from './translation/po.ts';
import { createStandings } from './translation/standings.ts';

export interface Build {
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

  progress('configuration');
  const configuration = take(readConfiguration(files));
  const { allowHtml } = configuration;
  // Of a configuration with mistakes editions may be missing: whether a language has one is not known then.
  const published = diagnostics.length > 0 ? [] : configuration.editions.map(({ language }) => language);
  const hasErrors = (found = diagnostics) =>
    resolveSeverity(found, configuration.rules, false).some(({ severity }) => severity === 'error');
  progress('vocabulary');
  const vocabulary = take(readVocabulary(files.builtin, files.own, configuration.base));
  diagnostics.push(...checkLanguageFiles(files));
  const words = new Map<Language, EditionWords>();
  for (const edition of configuration.editions) {
    words.set(edition.language, createEditionWords(files, edition, vocabulary, services.readCurrencies));
  }
  const wordsOf = (language: Language): EditionWords => words.get(language) as EditionWords;
  const habits = new Map([...words].map(([language, edition]) => [language, edition.habits]));

  const inEveryLanguage = (key: string) =>
    Object.fromEntries(
      [...words].map(([language, { t }]) => [language, t(`edition:${key}`, { base: configuration.base })]),
    );

  const styles = take(await readStyles(configuration.editions, services));

  // Without editions, every text in some language would be a finding.
  const listed = configuration.editions.length === 0 ? [] : take(listSources(files, configuration.pages));
  const publications = listed.flatMap((sources): Publication[] => {
    if (sources.page) return [];
    progress('documents');
    const { document, segments } = take(readText(sources, configuration));
    const context = { builtin: files.builtin, languages: published, allowHtml };
    diagnostics.push(...checkFrontMatter(document, segments, context));

    progress('records');
    const records = take(readRecords(sources.records, vocabulary));
    const bibliography = take(readBibliography(sources.bibliographies, vocabulary));
    const register = take(readRegister(sources.register));
    const catalogs = configuration.editions.map(({ language }) => {
      const catalog = sources.catalogs.get(language);
      return catalog && take(readCatalog(catalog, language));
    });

    // Where the text could not be read, nothing can be said about translations and records of it.
    const told = document.frontMatter.value.language;
    if (!configuration.editions.some(({ language }) => language === told) && hasErrors()) return [];

    progress('editions');
    const localized = configuration.editions.map((edition, index) =>
      localize(document, segments, catalogs[index], edition, vocabulary),
    );
    const all = localized.map(({ value }) => value);
    const standings = createStandings(all, configuration.editions, sources);
    const { isHeld, required, weigh } = standings;
    for (const staged of localized) take(weigh(staged.value, staged));
    const editions = all.filter((edition) => !isHeld(edition));

    progress('extraction');
    const extracted = all.map((edition) =>
      take(weigh(edition, extract(edition, vocabulary, wordsOf(edition.language).reader))),
    );
    const extractions = extracted.filter((extraction) => !isHeld(extraction));

    progress('graph');
    const languages = editions.map(({ language }) => language);
    const source = all.findIndex(({ isSource }) => isSource);
    const entries = [...records, ...bibliography];
    const own = all[source]?.language ?? '';
    const graph = take(mergeGraph(extractions, entries, vocabulary, languages, own, required));
    diagnostics.push(...validateGraph(graph, vocabulary, published), ...checkFollows(graph, vocabulary));
    diagnostics.push(
      ...checkCycles(graph, vocabulary),
      ...checkSameAs(graph, vocabulary, configuration.base, register),
      ...checkNamedEntities(document, graph, { name: sources.name, builtin: files.builtin }),
    );
    const lacks = (language: Language) => findMissingTexts(graph, vocabulary, [language]);
    diagnostics.push(...standings.report((language) => lacks(language).map(({ location }) => location)));

    progress('parity');
    const glossary = createGlossary(graph.entities.values(), vocabulary, habits);
    const sideOf = ({ language, tag }: Edition) => ({ language, tag, ...wordsOf(language) });
    for (const [index, edition] of all.entries()) {
      const [original, stated, said] = [all[source], extracted[source], extracted[index]];
      if (edition === original || !original || !stated || !said) continue;
      const sides = { source: sideOf(original), target: sideOf(edition) };
      const found = [
        ...compareEditions(original, edition, stated, said, vocabulary),
        ...checkQuality(original, edition, { ...sides, languages, vocabulary, glossary }),
      ];
      take(weigh(edition, { value: undefined, diagnostics: found }));
    }
    const publication = { name: sources.name, document, segments, editions, extractions, graph };
    diagnostics.push(...checkTables(publication, vocabulary));
    return [publication];
  });

  const graphs = publications.map(({ graph }) => graph);
  for (const edition of configuration.editions) {
    diagnostics.push(...checkFurniture(files, edition, graphs, vocabulary));
  }

  progress('pages');
  const glossary = createGlossary(
    publications.flatMap(({ graph }) => [...graph.entities.values()]),
    vocabulary,
    habits,
  );
  const pages = (publishes ? listed : []).flatMap((sources) =>
    take(buildPage(sources, { configuration, vocabulary, wordsOf, glossary })),
  );

  const texts: Build['texts'] = new Map();
  const nothing = {
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
    ...[...words].map(([language, { t }]) => writeTermsPage(vocabulary, language, t)),
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

/** The CSL style of each edition. Findings: citation-style-is-known. */
async function readStyles(
  editions: EditionConfiguration[],
  services: BuildServices,
): Promise<Staged<Map<Language, CitationStyle>>> {
  const styles = new Map<Language, CitationStyle>();
  const diagnostics: Diagnostic[] = [];
  for (const { language, tag, citationStyle, location } of editions) {
    const style = await services.readCitationStyle(citationStyle, tag);
    const values = { language, found: citationStyle };
    if (style) styles.set(language, style);
    else if (location) diagnostics.push(diagnose('citation-style-is-known', location, values));
  }
  return { value: styles, diagnostics };
}
