import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import {
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

/** Signed files of a project that may be lost at any time. Nothing here throws, whatever is on the disk. */
export interface CacheFolder {
  /** Absolute path. */
  path: string;
  /** What a file holds; undefined where it is not there, is cut off, or was not written by this user on this machine. */
  read(name: string): Buffer | undefined;
  /** Writes a file whole or not at all. Where the disk does not take it nothing is lost but time. */
  write(name: string, body: readonly Uint8Array[]): void;
  /** Names of the files that are there. */
  list(): string[];
  remove(name: string): void;
}

/** Bytes of a signature in hexadecimal, and of the line feed behind it. */
const signatureLength = 65;

/** Opens `.tinkuy/cache` of a project; it is made when something is written. */
export function openCacheFolder(root: string, secret: string): CacheFolder {
  const folder = path.join(root, '.tinkuy', 'cache');
  const sign = (body: readonly Uint8Array[]): string => {
    const hmac = createHmac('sha256', secret);
    for (const part of body) hmac.update(part);
    return hmac.digest('hex');
  };
  const remove = (name: string): void => {
    try {
      rmSync(path.join(folder, name), { force: true });
    } catch {
      // What the disk did not take is not there to be removed.
    }
  };
  return {
    path: folder,
    read: (name) => {
      try {
        if (!isOwnFolder(root)) return undefined;
        const bytes = readFileSync(path.join(folder, name));
        const [signature, body] = [bytes.subarray(0, 64), bytes.subarray(signatureLength)];
        const isOurs = signature.length === 64 && timingSafeEqual(Buffer.from(sign([body])), signature);
        return isOurs ? body : undefined;
      } catch {
        return undefined;
      }
    },
    write: (name, body) => {
      const staged = `${name}-${randomBytes(4).toString('hex')}.tmp`;
      try {
        mkdirSync(folder, { recursive: true });
        if (!isOwnFolder(root)) return;
        writeFileSync(path.join(root, '.tinkuy', '.gitignore'), '*\n');
        writeParts(path.join(folder, staged), [Buffer.from(`${sign(body)}\n`), ...body]);
        renameSync(path.join(folder, staged), path.join(folder, name));
      } catch {
        remove(staged);
      }
    },
    list: () => {
      try {
        return readdirSync(folder);
      } catch {
        return [];
      }
    },
    remove,
  };
}

/** Writes a file a megabyte at a time: beside what is written there shall not be all of it in one piece. */
function writeParts(at: string, parts: readonly Uint8Array[]): void {
  const file = openSync(at, 'w');
  try {
    let [waiting, size]: [Uint8Array[], number] = [[], 0];
    const flush = () => {
      writeFileSync(file, Buffer.concat(waiting));
      [waiting, size] = [[], 0];
    };
    for (const part of parts) {
      waiting.push(part);
      size += part.length;
      if (size > 2 ** 20) flush();
    }
    flush();
  } finally {
    closeSync(file);
  }
}

/** Whether `.tinkuy` and its cache are folders of the project, and no links to elsewhere. */
function isOwnFolder(root: string): boolean {
  return ['.tinkuy', '.tinkuy/cache'].every((at) => lstatSync(path.join(root, at)).isDirectory());
}
