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
import { HostFailure, toHostFailure } from './host-failure.ts';
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
  const moved = new Map<string, string>();
  /** Whether each file that was laid down is one that lies in its place. */
  const isOwn = new WeakMap<OutputFile, boolean>();
  const placeOf = ({ path: at, digest }: Pick<OutputFile, 'path' | 'digest'>, isThere: boolean) =>
    isThere || !digest ? path.join(target, at) : path.join(folder, digest.sha256);
  const laidOf = new WeakMap<OutputFile, OutputFile>();
  const remember = (file: Omit<OutputFile, 'text'>, isThere: boolean): OutputFile => {
    const laid = {
      ...file,
      get text(): string {
        return readFileSync(placeOf(this, isThere), 'utf8');
      },
    };
    isOwn.set(laid, isThere);
    return laid;
  };
  const lay: Staging['lay'] = (file) => {
    if (isOwn.has(file)) return file;
    const known = laidOf.get(file);
    if (known) return known;
    const { path: at, mediaType, language } = file;
    const { isThere, digest } = file.pieces
      ? writePieces(folder, file.pieces())
      : writeWhole({ target, folder }, at, file.text);
    const laid = remember({ path: at, mediaType, language, digest }, isThere);
    laidOf.set(file, laid);
    return laid;
  };
  return {
    folder,
    lay,
    find: (file) => (holds(target, file) ? remember(file, true) : undefined),
    isThere: (file) => isOwn.get(file) ?? false,
    put: (file, place) => {
      mkdirSync(path.dirname(place), { recursive: true });
      const isThere = isOwn.get(file);
      const laid = placeOf(file, isThere ?? false);
      if (isThere === undefined) writeFileSync(place, file.text);
      // Another program has changed it.
      else if (isThere) throw new HostFailure('changedMeanwhile', { path: laid });
      // Files of one content wait as one.
      else if (moved.has(laid)) copyFileSync(String(moved.get(laid)), place);
      else {
        renameSync(laid, place);
        moved.set(laid, place);
      }
    },
    discard: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function holds(target: string, { path: at, digest }: Omit<OutputFile, 'text'>): boolean {
  if (!digest || lookInside(target, at) !== 'file') return false;
  const bytes = readFileSync(path.join(target, at));
  return bytes.length === digest.bytes && sha256(bytes) === digest.sha256;
}

/** What waits, and whether that is the file itself, which holds it already. */
interface Waiting {
  isThere: boolean;
  digest: ByteDigest;
}

function writeWhole(
  { target, folder }: { target: string; folder: string },
  at: string,
  text: string,
): Waiting {
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
