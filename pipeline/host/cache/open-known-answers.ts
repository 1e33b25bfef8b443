import { type AnswerStore, createAnswers } from '../create-answers.ts';
import type { CacheFolder } from './cache-folder.ts';

/** What the stages of builds of a project came to. */
export interface KnownAnswers extends AnswerStore {
  /** Keeps what was asked, for the next run. */
  close(): void;
}

/** Largest store, in bytes; what was not asked for the longest time goes first. */
const sizeMax = 64 * 1024 * 1024;
const name = 'answers';
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
  let lines: Map<string, Buffer> | undefined;
  // Read when something is asked: a run that is known asks nothing.
  const known = () => {
    lines ??= readLines(folder.read(name), tool);
    return lines;
  };
  const answers = createAnswers((question) =>
    known()
      .get(question)
      ?.toString('utf8', digestLength + 1),
  );
  return {
    ...answers,
    close: () => {
      const { answers: asked, isNew } = answers.asked();
      if (!isNew) return;
      const body: Uint8Array[] = [Buffer.from(`${tool}\n`)];
      let size = 0;
      const add = (line: Uint8Array): void => {
        size += line.length + 1;
        if (size <= sizeMax) body.push(line, Buffer.from('\n'));
      };
      for (const [question, text] of asked) add(known().get(question) ?? Buffer.from(`${question} ${text}`));
      for (const [question, line] of known()) if (!asked.has(question)) add(line);
      folder.write(name, body);
    },
  };
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
