import type { Quad, Term } from '@rdfjs/types';
import { canonicalize } from '../linked/rdf/canonicalize.ts';
import { readRdfa } from '../linked/rdf/read-rdfa.ts';
import type { Diagnostic, Language, OneGraph, OutputFile, Recall, Staged } from '../model.ts';
import type { BuildServices } from '../project/build-services.ts';
import { diagnose } from '../rules/diagnose.ts';
import { startOfFile } from '../rules/start-of-file.ts';

/** An edition as a page of HTML. */
export interface PageOfEdition {
  language: Language;
  isSource: boolean;
  file: OutputFile;
  /** Address of the page. */
  address: string;
  /** Address of the edition. */
  edition: string;
}

/** What a page states, and what of it is of no language, as lines of canonical N-Quads. */
interface GraphOfPage {
  page: PageOfEdition;
  lines: Set<string>;
  free: Set<string>;
}

/**
 * Reads the graph that each edition's page carries, with a parser that is not ours, and proves that they are one: what is
 * left without words of a language and without what a page says of itself has the same canonical form in every
 * edition; and all of it is in the published data.
 *
 * The language-free part are the triples whose object has no language tag and whose subject is neither the page nor the
 * edition. Findings: editions-carry-one-graph, placed in dist/.
 *
 * @param published the triples of the data, as canonical N-Triples
 */
export async function compareGraphs(
  pages: PageOfEdition[],
  published: string,
  { digest, recall }: Pick<BuildServices, 'digest' | 'recall'>,
): Promise<Staged<OneGraph | undefined>> {
  const known = new Set(published.split('\n'));
  const graphs = await Promise.all(pages.map((page) => readGraph(page, recall)));
  const own = graphs.find(({ page }) => page.isSource) ?? graphs[0];
  if (!own) return { value: undefined, diagnostics: [] };
  const diagnostics = graphs.flatMap(({ page, lines, free }) => {
    const report = (context: string, triples: string[], more: Record<string, string> = {}): Diagnostic[] =>
      triples.map((triple) =>
        diagnose('editions-carry-one-graph', startOfFile(`dist/${page.file.path}`), {
          context,
          triple,
          ...more,
        }),
      );
    const others = { other: `dist/${own.page.file.path}` };
    return [
      ...report('unknown', minus(lines, known)),
      ...report('missing', minus(own.free, free), others),
      ...report('added', minus(free, own.free), others),
    ];
  });
  const texts = new Set(graphs.map(({ free }) => [...free].join('\n')));
  const [text = ''] = texts;
  const isOne = texts.size === 1 && diagnostics.length === 0;
  const value = { sha256: digest(`${text}\n`), triples: own.free.size, editions: pages.length };
  return { value: isOne ? value : undefined, diagnostics };
}

async function readGraph(page: PageOfEdition, recall: Recall): Promise<GraphOfPage> {
  const { file, address, edition } = page;
  const { stated, free } = await recall.later('graph of a page', [file.text, address, edition], async () => {
    const quads = await readRdfa(file.text, address);
    const stated = quads.filter(({ subject }) => subject.value !== address);
    const isFree = ({ subject, object }: Quad) => subject.value !== edition && !hasLanguage(object);
    return { stated: await canonicalize(stated), free: await canonicalize(stated.filter(isFree)) };
  });
  return { page, lines: linesOf(stated), free: linesOf(free) };
}

function linesOf(canonical: string): Set<string> {
  return new Set(canonical.split('\n').filter((line) => line !== ''));
}

function hasLanguage(term: Term): boolean {
  return term.termType === 'Literal' && term.language !== '';
}

function minus(lines: ReadonlySet<string>, others: ReadonlySet<string>): string[] {
  return [...lines].filter((line) => !others.has(line));
}
