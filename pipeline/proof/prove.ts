import type { StatedText } from '../graph/state.ts';
import { vocabularyInUse } from '../graph/vocabulary-in-use.ts';
import type {
  Diagnostic,
  Graph,
  Language,
  OutputFile,
  PlainText,
  Proof,
  SourceFile,
  Staged,
  Vocabulary,
} from '../model.ts';
import type { BuildServices } from '../project/build-services.ts';
import type { Project } from '../project/open-project.ts';
import { readOwnRules } from '../project/read-own-rules.ts';
import { checkFurniture } from '../publish/check-furniture.ts';
import { checkTables } from '../publish/check-tables.ts';
import { composeEditions } from '../publish/compose-editions.ts';
import { drawOutputs } from '../publish/draw-outputs.ts';
import { drawPages } from '../publish/draw-pages.ts';
import { drawShared } from '../publish/draw-shared.ts';
import type { Drawn, PublishingContext } from '../publish/drawing.ts';
import { readStyles } from '../publish/read-styles.ts';
import { checkCanApply } from '../rules/own/check-can-apply.ts';
import type { OwnRules } from '../rules/own/own-rules.ts';
import { compareTexts } from './compare-texts.ts';
import { provePublication } from './prove-publication.ts';
import { readPageBack } from './read-page-back.ts';
import { compileShapes } from './shapes/compile-shapes.ts';

/** What may be published, in memory, and what was proven of it. */
export interface Proven {
  /** By publication its editions as plain text. */
  texts: Map<string, Map<Language, PlainText>>;
  /** Empty where nothing is to be published: what is proven is let go, one publication after the other. */
  drawn: Drawn[];
  /** Files of dist/ that findings point into. */
  shown: OutputFile[];
  /** Writes what the publications share; no proof reads it. */
  shared: () => Promise<OutputFile[]>;
  /** Paths are relative to the project. */
  pages: OutputFile[];
  /** By publication. */
  proofs: Map<string, Proof>;
}

interface Proving {
  services: BuildServices;
  /** Whether findings keep the project from being published. */
  isBlocked: (found: readonly Diagnostic[]) => boolean;
  /** As `build` has it. */
  until: 'texts' | 'proof' | 'outputs';
  /** Told the findings before the outputs are drawn. */
  tell: (found: readonly Diagnostic[]) => Promise<void>;
}

/**
 * The fourth of the five calls of a build: holds the editions of each text against each other, has the outputs drawn, and reads
 * them back as readers get them. Nothing is drawn of what contradicts itself: the value is undefined then.
 * Findings: those of readStyles, readOwnRules, compareTexts, checkCanApply, checkTables, checkFurniture, provePublication, readPageBack.
 */
export async function prove(
  texts: readonly StatedText[],
  project: Project,
  { services, isBlocked, until, tell }: Proving,
): Promise<Staged<Proven | undefined>> {
  const { configuration, vocabulary, files } = project;
  const publications = texts.flatMap(({ publication }) => publication ?? []);
  const graphs = publications.map(({ graph }) => graph);
  const styles = await readStyles(configuration.editions, services);
  const own = await readOwnRules(files, project.published);
  const diagnostics = [
    ...styles.diagnostics,
    ...own.diagnostics,
    ...compareTexts(texts, project, own.value, styles.value, services),
    ...checkUse(own.value, texts, project),
    ...publications.flatMap((publication) => checkTables(publication, vocabulary)),
    ...configuration.editions.flatMap((edition) => checkFurniture(files, edition, graphs, vocabulary)),
  ];
  if (isBlocked(diagnostics)) return { value: undefined, diagnostics };
  await tell(diagnostics);

  const { used, basis } = keepInUse(project, graphs, services);
  const context = { ...project, vocabulary: used, basis, styles: styles.value, services };
  const shared = async () => [];
  const proven: Proven = { texts: new Map(), drawn: [], shown: [], shared, pages: [], proofs: new Map() };
  if (until !== 'texts') diagnostics.push(...(await readBack(proven, texts, { ...context, until })));
  else {
    for (const publication of publications)
      proven.texts.set(publication.name, (await composeEditions(publication, context)).texts);
  }
  return { value: proven, diagnostics };
}

/**
 * What is published tells of the terms that some publication uses; builds that use the same have the very same vocabulary. `basis` is a
 * digest of all that shapes are written from.
 */
function keepInUse(
  { vocabulary, declared, configuration: { base, editions } }: Project,
  graphs: readonly Graph[],
  { keep, digest }: BuildServices,
): { used: Vocabulary; basis: string } {
  const used = vocabularyInUse(vocabulary, graphs);
  const named = [...used.types.values()].map(({ name, abstract, properties }) => [
    name,
    abstract,
    [...properties.values()].map((property) => [property.name, ...property.parts.keys()]),
  ]);
  return {
    used: keep('vocabulary in use', [vocabulary, JSON.stringify(named)], () => used),
    basis: digest(JSON.stringify([declared, base, editions, named])),
  };
}

/** A text that could not be read may be the one that a rule is for. */
function checkUse(
  own: OwnRules,
  texts: readonly StatedText[],
  { texts: all, configuration: { pages }, published }: Project,
): Diagnostic[] {
  if (texts.length < all.length) return [];
  const languages = [...texts, ...pages].map(({ language }) => language);
  return checkCanApply(own.rules, languages, published);
}

/** Draws the outputs of each publication into what is proven, and reads them back. */
async function readBack(
  proven: Proven,
  texts: readonly StatedText[],
  context: Project & PublishingContext & Pick<Proving, 'until'> & { basis: string },
): Promise<Diagnostic[]> {
  const { write, shapes } = drawShared(proven.drawn, context);
  proven.shared = write;
  const compiled = () => {
    const given = shapes();
    return context.services.keep('compiled shapes', [given], () => compileShapes(given, context.matches));
  };
  const diagnostics: Diagnostic[] = [];
  for (const { publication, sources } of texts) {
    if (!publication) continue;
    const drawn = await drawOutputs(publication, {
      ...context,
      sources: filesOf(sources.name, context),
      isForProof: context.until === 'proof',
    });
    const { value, diagnostics: found } = await provePublication(drawn, {
      shapes: compiled,
      basis: context.basis,
    });
    proven.proofs.set(publication.name, value);
    diagnostics.push(...found);
    const places = new Set(found.map(({ location }) => location.path));
    proven.shown.push(...drawn.outputs.filter(({ path }) => places.has(`dist/${path}`)));
    if (context.until === 'outputs') proven.drawn.push(drawn);
  }
  for (const { output, edition } of texts.flatMap((text) => drawPages(text, context))) {
    proven.pages.push(output);
    diagnostics.push(...readPageBack(output, edition, context.recall));
  }
  return diagnostics;
}

/** The text, the records and the catalogs of a publication. */
function filesOf(name: string, { files: { own } }: Project): SourceFile[] {
  const isCatalog = (path: string) => path.startsWith('locales/') && path.endsWith(`/${name}.po`);
  return own.filter(({ path }) => path.startsWith(`source/${name}/`) || isCatalog(path));
}
