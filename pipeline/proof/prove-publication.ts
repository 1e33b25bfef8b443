import type { NamedNode, Quad } from '@rdfjs/types';
import { nodesToQuads } from '../linked/rdf/nodes-to-quads.ts';
import { parseGraph } from '../linked/rdf/parse-graph.ts';
import { sortQuads } from '../linked/rdf/sort-quads.ts';
import type { Language, OutputFile, Proof, Staged } from '../model.ts';
import type { EditionWords } from '../project/edition-words.ts';
import type { Drawn } from '../publish/drawing.ts';
import { blocks } from '../publish/outputs/blocks.ts';
import { datasetDescription } from '../publish/outputs/dataset-description.ts';
import { htmlPage } from '../publish/outputs/html-page.ts';
import { markdownEdition } from '../publish/outputs/markdown-edition.ts';
import { register } from '../publish/outputs/register.ts';
import { type BlocksOfEdition, checkEvidence } from './check-evidence.ts';
import { compareGraphs, type PageOfEdition } from './compare-graphs.ts';
import { isEvidenceRight, type QuotedEdition } from './is-evidence-right.ts';
import { readBack } from './read-back.ts';
import { reportViolations } from './report-violations.ts';
import type { TargetedShape } from './shapes/compile-shapes.ts';
import type { Violation } from './shapes/find-violations.ts';
import { validateData } from './validate-data.ts';

const type = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

/**
 * Proves what was drawn of a publication, by what readers get: the editions and their registers are read back, evidence is cut
 * again out of the blocks, the pages carry one graph, which is the data's, and the data with its description fits the shapes.
 * Findings: those of readBack, checkEvidence, compareGraphs and reportViolations, and what was found of published versions.
 */
export async function provePublication(drawn: Drawn, judges: DataJudges): Promise<Staged<Proof>> {
  const { publication, vocabulary, wordsOf, iris, canonical, canonicalSha256, services } = drawn;
  services.progress('readBack');
  const readers = new Map<Language, EditionWords['reader']>();
  for (const { language } of publication.editions) readers.set(language, wordsOf(language).reader);
  const one = await compareGraphs(listPages(drawn), canonical, services);
  const { quads, isJudged } = judgeEvidence(drawn, judges);
  const violations = await findViolations(drawn, quads, isJudged, judges);
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

/** What data have to fit. */
export interface DataJudges {
  /** Compiled when they are asked. */
  shapes: () => readonly TargetedShape[];
  /** All that the shapes are written from. */
  basis: string;
}

/**
 * The data with the evidence that is still to be proven: none of what is kept apart where all of that is right, and otherwise all of
 * it, so that what is wrong is found as in one graph.
 */
function judgeEvidence(
  drawn: Drawn,
  judges: DataJudges,
): { quads: readonly Quad[]; isJudged: ((node: string) => boolean) | undefined } {
  const { apart, quads, vocabulary, services } = drawn;
  const context = { ...judges, context: vocabulary.context, recall: services.recall };
  const byEdition = new Map(
    listBlocks(drawn).map((blocks): [Language | undefined, QuotedEdition] => [
      blocks.file.language,
      { ...blocks, words: JSON.parse(blocks.file.text), classes: classesOf(blocks.edition, quads) },
    ]),
  );
  const isRight = apart.every((lot) => {
    const edition = byEdition.get(lot.language);
    return edition !== undefined && isEvidenceRight(lot, edition, context);
  });
  const all = apart.flatMap((lot) => lot.nodes);
  if (apart.length === 0) return { quads, isJudged: undefined };
  if (!isRight)
    return { quads: sortQuads([...quads, ...nodesToQuads(all, vocabulary.context)]), isJudged: undefined };
  const judged = new Set(all.map((node) => node['@id']));
  return { quads, isJudged: (node) => judged.has(node) };
}

/** A digest of a file, in hexadecimal. */
const digest = /"[0-9a-f]{64}"/g;

/**
 * What the data with their description violate, but for nodes that are judged already. That it is nothing is known of equal data:
 * digests of files, which change with every word, are all one then.
 */
async function findViolations(
  drawn: Drawn,
  quads: readonly Quad[],
  isJudged: ((node: string) => boolean) | undefined,
  { shapes, basis }: DataJudges,
): Promise<Violation[]> {
  const [description] = drawn.filesOf(datasetDescription);
  const look = async (file: OutputFile | undefined) =>
    validateData([...quads, ...(await readDescription(file))], shapes()).filter(
      ({ node }) => !isJudged?.(node),
    );
  if (!isJudged || !description) return look(description);
  const alike = { ...description, text: description.text.replace(digest, `"${'0'.repeat(64)}"`) };
  const read = [basis, drawn.canonical, alike.path, alike.text];
  const isRight = await drawn.services.recall.later('data fit the shapes', read, async () => {
    const found = await look(alike);
    return found.length === 0;
  });
  return isRight ? [] : look(description);
}

function classesOf(edition: string, quads: readonly Quad[]): NamedNode[] {
  return quads.flatMap(({ subject, predicate, object }) =>
    subject.value === edition && predicate.value === type && object.termType === 'NamedNode' ? [object] : [],
  );
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
async function readDescription(file: OutputFile | undefined): Promise<Quad[]> {
  if (!file) return [];
  const graph = await parseGraph(file);
  if ('reason' in graph) throw new Error(`The description of the dataset is no graph: ${graph.reason}`);
  return graph.quads;
}
