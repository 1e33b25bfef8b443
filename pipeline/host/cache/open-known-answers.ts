import { type AnswerStore, createAnswers } from '../create-answers.ts';
import type { CacheFolder } from './cache-folder.ts';

/** What the stages of builds of a project came to. */
export interface KnownAnswers extends AnswerStore {
  /** Keeps what was asked, for the next run. */
  close(): void;
}

/** Largest store, in bytes; what was not asked for the longest time goes first. */
const sizeMax = 64 * 1024 * 1024;
/** Of so many bytes of new answers a run keeps no more: it holds them to its end. */
const madeMax = 32 * 1024 * 1024;
/** Which share of the store the later answers may be before the two are joined. */
const laterMax = 0.25;
const name = 'answers';
/** What came after the store was written: to write all of it anew in each run would cost more than most edits do. */
const laterName = 'answers-later';
/** Characters of a digest in hexadecimal. */
const digestLength = 64;
const lineFeed = 10;

/**
 * Answers on the disk: a line with the digest of the tool, and a line for each answer, its question's digest and JSON, those that
 * were asked last first. Those of another tool are none.
 *
 * @param tool digest of all that answers depend on besides what their questions name: the code, its dependencies, Node.js
 */
export function openKnownAnswers(folder: CacheFolder, tool: string): KnownAnswers {
  let stored: { first: Map<string, Buffer>; later: Map<string, Buffer>; size: number } | undefined;
  // Read when something is asked: a run that is known asks nothing.
  const known = () => {
    if (stored) return stored;
    const [body, later] = [folder.read(name), folder.read(laterName)];
    const first = readLines(body, tool);
    // Of a store of another tool nothing is left.
    const size = first.size > 0 ? (body?.length ?? 0) : 0;
    stored = { first, later: readLines(later, tool), size };
    return stored;
  };
  const made = new Map<string, Buffer>();
  let madeSize = 0;
  const find = (question: string) =>
    made.get(question) ?? known().first.get(question) ?? known().later.get(question);
  const answers = createAnswers({
    find: (question) => find(question)?.toString('utf8', digestLength + 1),
    add: (question, text) => {
      if (madeSize > madeMax) return;
      const line = Buffer.from(`${question} ${text}`);
      made.set(question, line);
      madeSize += line.length;
    },
  });
  return {
    ...answers,
    close: () => {
      if (made.size === 0) return;
      const { answers: asked } = answers.asked();
      const { first, later, size } = known();
      const linesOf = (questions: readonly string[]) => questions.flatMap((question) => find(question) ?? []);
      const added = [...asked.keys()].filter((question) => !first.has(question));
      const recent = [...linesOf(added), ...without(later, asked)];
      if (sizeOf(recent) <= size * laterMax) {
        folder.write(laterName, bodyOf(tool, recent));
        return;
      }
      const lines = [...linesOf([...asked.keys()]), ...without(later, asked), ...without(first, asked)];
      folder.write(name, bodyOf(tool, lines));
      folder.remove(laterName);
    },
  };
}

function without(lines: ReadonlyMap<string, Buffer>, asked: ReadonlyMap<string, unknown>): Buffer[] {
  return [...lines].flatMap(([question, line]) => (asked.has(question) ? [] : line));
}

function sizeOf(lines: readonly Uint8Array[]): number {
  return lines.reduce((sum, { length }) => sum + length + 1, 0);
}

function bodyOf(tool: string, lines: readonly Uint8Array[]): Uint8Array[] {
  const body: Uint8Array[] = [Buffer.from(`${tool}\n`)];
  let size = 0;
  for (const line of lines) {
    size += line.length + 1;
    if (size <= sizeMax) body.push(line, Buffer.from('\n'));
  }
  return body;
}

/** Lines by the digest of their question, without their line feeds. */
function readLines(body: Buffer | undefined, tool: string): Map<string, Buffer> {
  const lines = new Map<string, Buffer>();
  if (body?.toString('latin1', 0, tool.length) !== tool) return lines;
  let start = tool.length + 1;
  for (let end = body.indexOf(lineFeed, start); end >= 0; end = body.indexOf(lineFeed, start)) {
    lines.set(body.toString('latin1', start, start + digestLength), body.subarray(start, end));
    start = end + 1;
  }
  return lines;
}
