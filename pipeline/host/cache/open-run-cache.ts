import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { sha256 } from '../sha256.ts';
import type { Inputs, RunRecord } from './run-record.ts';

/** Records of what builds of a project came to. */
export interface RunCache {
  /** What a build of the same inputs came to; undefined where none is known. */
  find(): RunRecord | undefined;
  /** The inputs of the last build that is known. */
  lastInputs(): Inputs | undefined;
  /** Keeps what a build came to. Where the disk does not take it nothing is kept, and nothing is lost but time. */
  keep(record: RunRecord): void;
}

interface SignedRun {
  inputs: Inputs;
  record: RunRecord;
}

/** Records kept for a project; of more the oldest go. */
const recordsMax = 32;
/** Largest record that is kept, in characters. */
const sizeMax = 16 * 1024 * 1024;
const entryName = /^[0-9a-f]{64}\.run$/;

/**
 * Opens `.tinkuy/cache` of a project. A record is a file named by the digest of its inputs: a line with its signature, and JSON.
 * One that is cut off, that another machine or user wrote, or that is no record is as none; nothing in it is ever run.
 */
export function openRunCache(root: string, inputs: Inputs, secret: string): RunCache {
  const folder = path.join(root, '.tinkuy', 'cache');
  const place = path.join(folder, `${sha256(JSON.stringify(inputs))}.run`);
  const sign = (body: string) => createHmac('sha256', secret).update(body).digest('hex');
  const read = (file: string): SignedRun | undefined => {
    try {
      if (!isOwnFolder(root)) return undefined;
      const text = readFileSync(file, 'utf8');
      const [signature, body] = [text.slice(0, 64), text.slice(65)];
      const isOurs = timingSafeEqual(Buffer.from(sign(body)), Buffer.from(signature.padEnd(64).slice(0, 64)));
      return isOurs ? (JSON.parse(body) as SignedRun) : undefined;
    } catch {
      return undefined;
    }
  };
  return {
    find: () => read(place)?.record,
    lastInputs: () => {
      const [newest] = listByAge(folder);
      return newest === undefined ? undefined : read(newest)?.inputs;
    },
    keep: (record) => {
      const body = JSON.stringify({ inputs, record } satisfies SignedRun);
      if (body.length > sizeMax) return;
      const staged = `${place}-${randomBytes(4).toString('hex')}.tmp`;
      try {
        mkdirSync(folder, { recursive: true });
        if (!isOwnFolder(root)) return;
        writeFileSync(path.join(root, '.tinkuy', '.gitignore'), '*\n');
        writeFileSync(staged, `${sign(body)}\n${body}`);
        renameSync(staged, place);
        for (const old of listByAge(folder).slice(recordsMax)) rmSync(old, { force: true });
      } catch {
        discard(staged);
      }
    },
  };
}

function discard(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // What the disk did not take is not there to be removed.
  }
}

/** Whether `.tinkuy` and its cache are folders of the project, and no links to elsewhere. */
function isOwnFolder(root: string): boolean {
  return ['.tinkuy', '.tinkuy/cache'].every((at) => lstatSync(path.join(root, at)).isDirectory());
}

/** Files of records, the newest first. */
function listByAge(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => entryName.test(name))
      .map((name) => path.join(folder, name))
      .map((file) => ({ file, time: statSync(file).mtimeMs }))
      .sort((a, b) => b.time - a.time)
      .map(({ file }) => file);
  } catch {
    return [];
  }
}
