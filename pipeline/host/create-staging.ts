import { createHash, randomBytes } from 'node:crypto';
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { ByteDigest, OutputFile } from '../model.ts';
import { holdsBytes } from './holds-bytes.ts';
import { HostFailure, toHostFailure } from './host-failure.ts';
import { LaidFile, type LayingPlaces } from './laid-file.ts';
import { lookInside } from './look-inside.ts';
import { sha256 } from './sha256.ts';

/** A folder beside the one of the outputs, where files wait until all of them can be moved in. It is made when the first one comes. */
export interface Staging {
  /** Absolute path. */
  folder: string;
  /**
   * Writes a file down, unless it lies in its place already; its text is read when somebody asks for it.
   * @throws HostFailure where the disk does not take it
   */
  lay: (file: OutputFile) => OutputFile;
  /** A file that lies in its place with the very bytes of its digest; undefined where other bytes do, or none. */
  find: (file: Omit<OutputFile, 'text'>) => OutputFile | undefined;
  /** Whether what was laid down lay in its place already. */
  isThere: (file: OutputFile) => boolean;
  /** Writes a file to a path in this folder; what was laid down is moved. Throws errors of the file system. */
  put: (file: OutputFile, place: string) => void;
  /** Takes away all that still waits. */
  discard: () => void;
}

/** @param target real path of the folder of the outputs, be it there or not */
export function createStaging(target: string): Staging {
  const folder = `${target}-${process.pid}-${randomBytes(4).toString('hex')}.tmp`;
  const places = { target, folder };
  const moved = new Map<string, string>();
  const laidOf = new WeakMap<OutputFile, LaidFile>();
  const isOwn = (file: OutputFile): file is LaidFile => file instanceof LaidFile && file.places === places;
  const lay: Staging['lay'] = (file) => {
    if (isOwn(file)) return file;
    const known = laidOf.get(file);
    if (known) return known;
    const waiting = file.pieces
      ? writePieces(folder, file.pieces())
      : writeWhole(places, file.path, file.text);
    const laid = new LaidFile(file, waiting, places);
    laidOf.set(file, laid);
    return laid;
  };
  return {
    folder,
    lay,
    find: (file) => {
      const { path: at, digest } = file;
      return digest && lookInside(target, at) === 'file' && holdsBytes(path.join(target, at), digest)
        ? new LaidFile(file, { digest, isThere: true }, places)
        : undefined;
    },
    isThere: (file) => isOwn(file) && file.isThere,
    put: (file, place) => {
      mkdirSync(path.dirname(place), { recursive: true });
      if (!isOwn(file)) writeFileSync(place, file.text);
      // Another program has changed it.
      else if (file.isThere) throw new HostFailure('changedMeanwhile', { path: file.place });
      else takePlace(file, place, moved);
    },
    discard: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** What waits, and whether that is the file itself, which holds it already. */
interface Waiting {
  isThere: boolean;
  digest: ByteDigest;
}

/** Files of one content wait as one. @param moved by the SHA-256 of their bytes those that have moved */
function takePlace(
  { place: laid, digest: { sha256: key } }: LaidFile,
  place: string,
  moved: Map<string, string>,
): void {
  const other = moved.get(key);
  if (other !== undefined) copyFileSync(other, place);
  else renameSync(laid, place);
  moved.set(key, place);
}

function writeWhole({ target, folder }: LayingPlaces, at: string, text: string): Waiting {
  const bytes = Buffer.from(text);
  const digest = { bytes: bytes.length, sha256: sha256(bytes) };
  const own = path.join(target, at);
  if (lookInside(target, at) === 'file' && readFileSync(own).equals(bytes)) return { isThere: true, digest };
  const place = path.join(folder, digest.sha256);
  try {
    mkdirSync(folder, { recursive: true });
    if (!existsSync(place)) writeFileSync(place, bytes);
  } catch (error) {
    throw toHostFailure(error, place);
  }
  return { isThere: false, digest };
}

function writePieces(folder: string, pieces: Iterable<string>): Waiting {
  const written = path.join(folder, `pieces-${randomBytes(4).toString('hex')}`);
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    mkdirSync(folder, { recursive: true });
    for (const piece of pieces) {
      const part = Buffer.from(piece);
      hash.update(part);
      bytes += part.length;
      appendFileSync(written, part);
    }
    const digest = { bytes, sha256: hash.digest('hex') };
    renameSync(written, path.join(folder, digest.sha256));
    return { isThere: false, digest };
  } catch (error) {
    throw toHostFailure(error, written);
  }
}
