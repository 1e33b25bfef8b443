import type { Quad } from '@rdfjs/types';
import { indexGraph } from '../linked/rdf/index-graph.ts';
import type { Diagnostic, Location, OutputFile } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { startOfFile } from '../rules/start-of-file.ts';
import { readEvidence, type SaidEvidence, type Words } from './read-evidence.ts';

/** A quotation has so many code points of what stands before and after it, unless the block has fewer. */
const contextLength = 32;

/** The published blocks of an edition, and the address of the edition in the data. */
export interface BlocksOfEdition {
  edition: string;
  file: OutputFile;
}

/** The blocks as a reader gets them. */
interface ReadBlocks {
  file: OutputFile;
  textOf: (id: string) => string | undefined;
  pointsOf: (id: string) => readonly string[];
}

/** Some words of a block. */
interface Cut extends Words {
  start: number;
  end: number;
}

/**
 * Cuts the published blocks at the published positions, in code points, and compares with the published quotations and
 * what stands around them. Works on what readers get: whatever wrote the blocks and the data, they must fit. Takes time in
 * step with the blocks and the targets.
 * Findings: evidence-is-where-it-says, placed in dist/.
 */
export function checkEvidence(quads: readonly Quad[], texts: readonly BlocksOfEdition[]): Diagnostic[] {
  const graph = indexGraph(quads);
  const byEdition = new Map(texts.map(({ edition, file }) => [edition, readBlocks(file)]));
  const selected = quads.filter(({ predicate }) => predicate.value === 'http://www.w3.org/ns/oa#hasSelector');
  const targets = new Set(selected.map(({ subject }) => subject.value));
  return [...targets].flatMap((target) => {
    const said = readEvidence(graph, target);
    const blocks = said && byEdition.get(said.source);
    const found = said && blocks && cut(said, blocks);
    if (said && blocks && fits(said, blocks, found)) return [];
    const file = blocks?.file ?? texts[0]?.file;
    if (!file) throw new Error(`${target} is of an edition that is not published`);
    const place =
      said && blocks && found ? placeOf(said.block, found, blocks) : startOfFile(`dist/${file.path}`);
    const values = { statement: target, expected: show(said?.quotation), found: show(found) };
    return [diagnose('evidence-is-where-it-says', place, values)];
  });
}

function readBlocks(file: OutputFile): ReadBlocks {
  const blocks = new Map(Object.entries(JSON.parse(file.text) as Record<string, string>));
  const points = new Map<string, readonly string[]>();
  return {
    file,
    textOf: (id) => blocks.get(id),
    pointsOf: (id) => {
      const known = points.get(id) ?? [...(blocks.get(id) ?? '')];
      points.set(id, known);
      return known;
    },
  };
}

/** The words at a position; undefined where the block has no such place. */
function cut({ block, position }: SaidEvidence, { pointsOf }: ReadBlocks): Cut | undefined {
  const points = pointsOf(block);
  const [start, end] = [toIndex(position?.start), toIndex(position?.end)];
  if (!(start < end && end <= points.length)) return undefined;
  const between = (from: number, to: number) => points.slice(from, to).join('');
  return {
    start,
    end,
    prefix: between(Math.max(0, start - contextLength), start),
    exact: between(start, end),
    suffix: between(end, end + contextLength),
  };
}

function toIndex(written: string | undefined): number {
  return written !== undefined && /^\d+$/.test(written) ? Number(written) : Number.NaN;
}

/** Whether the block is there and has the quotation where it should be: anywhere, if no position is given. */
function fits({ block, position, quotation }: SaidEvidence, { textOf }: ReadBlocks, found?: Words): boolean {
  const text = textOf(block);
  if (text === undefined) return false;
  if (position === undefined) {
    // Words whose place is not known are quoted alone.
    return !quotation || (quotation.prefix + quotation.suffix === '' && text.includes(quotation.exact));
  }
  const parts = ['prefix', 'exact', 'suffix'] as const;
  return parts.every((part) => found !== undefined && found[part] === quotation?.[part]);
}

/** The words in brackets within what stands around them; nothing where there are none. */
function show(words: Words | undefined): string {
  return words ? `${words.prefix}[${words.exact}]${words.suffix}` : '';
}

/** Where the file has some words of a block, which stands in one line of it. */
function placeOf(
  block: string,
  { start, end }: Cut,
  { file: { path, text }, pointsOf }: ReadBlocks,
): Location {
  const points = pointsOf(block);
  const key = `\n  ${JSON.stringify(block)}: "`;
  const begin = text.indexOf(key) + key.length;
  const lines = text.slice(0, begin).split('\n');
  const point = (position: number) => {
    // As the file writes it, without the quotation marks.
    const length = JSON.stringify(points.slice(0, position).join('')).length - 2;
    return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + length + 1, offset: begin + length };
  };
  return { path: `dist/${path}`, start: point(start), end: point(end) };
}
