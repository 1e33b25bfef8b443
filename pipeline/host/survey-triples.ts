import { hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type * as Tally from '../linked/push/create-graph-tally.ts';
import type * as Line from '../linked/push/read-triple-line.ts';
import { NoTriple, readTriples } from './read-triples.ts';
import type { StreamedBody } from './send-streamed.ts';

/** What `linked/push` reads and counts with. */
export type TripleReading = Pick<typeof Tally, 'createGraphTally'> & Pick<typeof Line, 'readTripleLine'>;

/** A graph in a file of N-Triples or N-Quads, and the triples that are sent of it. */
export interface FileGraph {
  /** Its address in the file; undefined for triples of no graph. */
  graph: string | undefined;
  body: StreamedBody;
  /** The same in parts that are sent one after the other; what has blank nodes is in the first, for only there they are one. */
  parts: () => AsyncIterable<Uint8Array>;
  tally: Tally.GraphTally;
}

/** Bytes that are read and sent at a time. */
const pieceSize = 1024 * 1024;
/** Bytes of a file that a part is of: a store has them in one transaction. */
const partSize = 16 * pieceSize;

interface GraphStretch {
  graph: string | undefined;
  start: number;
  end: number;
  size: number;
  tally: Tally.GraphTally;
}

/**
 * Goes once through a file, in the memory of one piece of it, and tells what graphs are in it.
 *
 * @param isOne whether all triples are sent as one graph, whatever the file says
 * @throws NoTriple for what is no line of N-Quads, and for a graph that goes on after another, for to put its second half in its place
 * would take the first away
 */
export async function surveyTriples(
  file: string,
  { createGraphTally, readTripleLine }: TripleReading,
  isOne: boolean,
): Promise<FileGraph[]> {
  const stretches = new Map<string | undefined, GraphStretch>();
  let open: GraphStretch | undefined;
  const source = createReadStream(file, { highWaterMark: pieceSize });
  let number = 0;
  for await (const lines of readTriples(source, readTripleLine)) {
    for (const line of lines) {
      number += 1;
      const graph = isOne ? undefined : line.graph;
      if (!open || open.graph !== graph) {
        if (stretches.has(graph)) throw new NoTriple(number, graph ?? line.triple);
        open = { graph, start: line.start, end: line.end, size: 0, tally: createGraphTally(digest) };
        stretches.set(graph, open);
      }
      open.end = line.end;
      open.size += Buffer.byteLength(line.triple) + 1;
      open.tally.add(line);
    }
  }
  return [...stretches.values()].map(({ graph, start, end, size, tally }) => ({
    graph: graph?.slice(1, -1),
    tally,
    body: { size, open: () => writeStretch(file, { start, end }, readTripleLine) },
    parts: () => writeParts(file, { start, end }, readTripleLine, tally.blank),
  }));
}

/** SHA-256, its bytes. */
export function digest(text: string): Buffer {
  return hash('sha256', text, 'buffer');
}

type StretchRange = Pick<GraphStretch, 'start' | 'end'>;

function readStretch(file: string, { start, end }: StretchRange, read: TripleReading['readTripleLine']) {
  return readTriples(createReadStream(file, { start, end: end - 1, highWaterMark: pieceSize }), read);
}

/** The triples of a part of a file, without the graph that they are in. */
async function* writeStretch(
  file: string,
  range: StretchRange,
  read: TripleReading['readTripleLine'],
): AsyncGenerator<Uint8Array> {
  for await (const lines of readStretch(file, range, read))
    if (lines.length > 0) yield Buffer.from(lines.map(({ triple }) => `${triple}\n`).join(''));
}

async function* writeParts(
  file: string,
  range: StretchRange,
  read: TripleReading['readTripleLine'],
  blank: readonly string[],
): AsyncGenerator<Uint8Array> {
  let part = blank.map((triple) => `${triple}\n`);
  let size = 0;
  for await (const lines of readStretch(file, range, read)) {
    for (const { triple, hasBlankNode } of lines) if (!hasBlankNode) part.push(`${triple}\n`);
    size += pieceSize;
    if (size < partSize) continue;
    yield Buffer.from(part.join(''));
    [part, size] = [[], 0];
  }
  if (part.length > 0) yield Buffer.from(part.join(''));
}
