import type { Quad, Term } from '@rdfjs/types';
import { canonicalize } from '../linked/rdf/canonicalize.ts';
import { readRdfa } from '../linked/rdf/read-rdfa.ts';
import type { Diagnostic, Language, OneGraph, OutputFile, Staged } from '../model.ts';
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

/**
 * Reads the graph that each edition's page carries, with a parser that is not ours, and proves that they are one: what is
 * left without words of a language and without what a page says of itself has the same canonical form in every
 * edition; and all of it is in the published data.
 *
 * The language-free part are the triples whose object has no language tag and whose subject is neither the page nor the
 * edition. Findings: editions-carry-one-graph, placed in dist/.
 *
 * @param published the triples of the data, as canonical N-Triples
 * @param digest SHA-256 of the UTF-8 bytes of a text, in hexadecimal
 */
export async function compareGraphs(
  pages: PageOfEdition[],
  published: string,
  digest: (text: string) => string,
): Promise<Staged<OneGraph | undefined>> {
  const known = new Set(published.split('\n'));
  const graphs = await Promise.all(pages.map(readGraph));
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

async function readGraph(
  page: PageOfEdition,
): Promise<{ page: PageOfEdition; lines: Set<string>; free: Set<string> }> {
  const quads = await readRdfa(page.file.text, page.address);
  const stated = quads.filter(({ subject }) => subject.value !== page.address);
  const isFree = ({ subject, object }: Quad) => subject.value !== page.edition && !hasLanguage(object);
  const [lines, free] = await Promise.all([linesOf(stated), linesOf(stated.filter(isFree))]);
  return { page, lines, free };
}

async function linesOf(quads: Quad[]): Promise<Set<string>> {
  const canonical = await canonicalize(quads);
  return new Set(canonical.split('\n').filter((line) => line !== ''));
}

function hasLanguage(term: Term): boolean {
  return term.termType === 'Literal' && term.language !== '';
}

function minus(lines: ReadonlySet<string>, others: ReadonlySet<string>): string[] {
  return [...lines].filter((line) => !others.has(line));
}
