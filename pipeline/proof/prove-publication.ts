import type { Quad } from '@rdfjs/types';
import { parseGraph } from '../linked/rdf/parse-graph.ts';
import type { Language, Proof, Staged } from '../model.ts';
import type { EditionWords } from '../project/edition-words.ts';
import type { Drawn } from '../publish/drawing.ts';
import { blocks } from '../publish/outputs/blocks.ts';
import { datasetDescription } from '../publish/outputs/dataset-description.ts';
import { htmlPage } from '../publish/outputs/html-page.ts';
import { markdownEdition } from '../publish/outputs/markdown-edition.ts';
import { register } from '../publish/outputs/register.ts';
import { type BlocksOfEdition, checkEvidence } from './check-evidence.ts';
import { compareGraphs, type PageOfEdition } from './compare-graphs.ts';
import { readBack } from './read-back.ts';
import { reportViolations } from './report-violations.ts';
import type { TargetedShape } from './shapes/compile-shapes.ts';
import { validateData } from './validate-data.ts';

/**
 * Proves what was drawn of a publication, by what readers get: the editions and their registers are read back, evidence is cut
 * again out of the blocks, the pages carry one graph, which is the data's, and the data with its description fits the shapes.
 * Findings: those of readBack, checkEvidence, compareGraphs and reportViolations, and what was found of published versions.
 */
export async function provePublication(
  drawn: Drawn,
  shapes: readonly TargetedShape[],
): Promise<Staged<Proof>> {
  const { publication, vocabulary, wordsOf, iris, quads, canonical, canonicalSha256, services } = drawn;
  services.progress('readBack');
  const readers = new Map<Language, EditionWords['reader']>();
  for (const { language } of publication.editions) readers.set(language, wordsOf(language).reader);
  const one = await compareGraphs(listPages(drawn), canonical, services);
  const violations = validateData([...quads, ...(await readDescription(drawn))], shapes);
  const editions = [...drawn.filesOf(markdownEdition), ...drawn.filesOf(register)];
  const diagnostics = [
    ...drawn.earlier.diagnostics,
    ...readBack(editions, publication, drawn, readers),
    ...checkEvidence(quads, listBlocks(drawn)),
    ...one.diagnostics,
    ...reportViolations(violations, publication, vocabulary, iris),
  ];
  return { value: { canonicalSha256, triples: quads.length, oneGraph: one.value }, diagnostics };
}

function listBlocks({ publication, iris, filesOf }: Drawn): BlocksOfEdition[] {
  return filesOf(blocks).map((file) => ({
    edition: iris.edition(publication.name, file.language ?? ''),
    file,
  }));
}

function listPages({ publication, iris, filesOf }: Drawn): PageOfEdition[] {
  const pages = new Map(filesOf(htmlPage).map((file) => [file.language, file]));
  return publication.editions.flatMap(({ language, isSource }): PageOfEdition[] => {
    const file = pages.get(language);
    if (!file) return [];
    const edition = iris.edition(publication.name, language);
    return [{ language, isSource, file, address: iris.file(file.path), edition }];
  });
}

/** The description of the dataset as it is published. What cannot be read was not written by an author: a bug. */
async function readDescription({ filesOf }: Drawn): Promise<Quad[]> {
  const [file] = filesOf(datasetDescription);
  if (!file) return [];
  const graph = await parseGraph(file);
  if ('reason' in graph) throw new Error(`The description of the dataset is no graph: ${graph.reason}`);
  return graph.quads;
}
