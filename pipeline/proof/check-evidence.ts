import type { Quad } from '@rdfjs/types';
import { type GraphIndex, indexGraph } from '../linked/rdf/index-graph.ts';
import type { Diagnostic, Location, OutputFile } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';

const oa = 'http://www.w3.org/ns/oa#';

/** The published plain text of an edition, and the address of the edition in the data. */
export interface TextOfEdition {
  edition: string;
  file: OutputFile;
}

/**
 * Cuts the published plain texts at the published positions, in code points, and compares with the published quotations
 * and what stands around them. Works on what readers get: whatever wrote the text and the data, they must fit.
 * Findings: evidence-is-where-it-says, placed in dist/.
 */
export function checkEvidence(quads: Quad[], texts: TextOfEdition[]): Diagnostic[] {
  const graph = indexGraph(quads);
  const byEdition = new Map(texts.map(({ edition, file }) => [edition, { file, points: [...file.text] }]));
  const positions = quads.filter(({ predicate }) => predicate.value === `${oa}start`);
  return positions.flatMap(({ subject }) => {
    const selector = subject.value;
    const target = graph.to(selector).find(({ predicate }) => predicate.value === `${oa}hasSelector`)
      ?.subject.value;
    const source = target === undefined ? undefined : one(graph, target, 'hasSource');
    const text = source === undefined ? undefined : byEdition.get(source);
    if (target === undefined || text === undefined) return [];
    const quote = quoteOf(graph, target);
    const [start, end] = [Number(one(graph, selector, 'start')), Number(one(graph, selector, 'end'))];
    const wanted = ['prefix', 'exact', 'suffix'].map((part) => (quote && one(graph, quote, part)) ?? '');
    const [prefix = '', , suffix = ''] = wanted;
    const found = [
      text.points.slice(Math.max(0, start - [...prefix].length), start),
      text.points.slice(start, end),
      text.points.slice(end, end + [...suffix].length),
    ].map((points) => points.join(''));
    if (found.every((part, index) => part === wanted[index])) return [];
    const values = { statement: target, expected: wanted.join(''), found: found.join('') };
    return [diagnose('evidence-is-where-it-says', placeOf(text, start, end), values)];
  });
}

/** The quotation that one of the selectors of a target is refined by. */
function quoteOf(graph: GraphIndex, target: string): string | undefined {
  const selectors = graph.of(target).filter(({ predicate }) => predicate.value === `${oa}hasSelector`);
  return selectors
    .map(({ object }) => one(graph, object.value, 'refinedBy'))
    .find((refined) => refined !== undefined);
}

function one(graph: GraphIndex, subject: string, property: string): string | undefined {
  return graph.of(subject).find(({ predicate }) => predicate.value === oa + property)?.object.value;
}

function placeOf(
  { file, points }: { file: OutputFile; points: string[] },
  start: number,
  end: number,
): Location {
  const point = (position: number) => {
    const before = points.slice(0, position).join('');
    const line = before.lastIndexOf('\n') + 1;
    return { line: before.split('\n').length, column: before.length - line + 1, offset: before.length };
  };
  return { path: `dist/${file.path}`, start: point(start), end: point(end) };
}
