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
  /** Writes a file to a path in this folder; what was laid down is moved. Throws errors of the file system. */
  put: (file: OutputFile, place: string) => void;
  /** Takes away all that still waits. */
  discard: () => void;
}

/** @param target real path of the folder of the outputs, be it there or not */
export function createStaging(target: string): Staging {
  const folder = `${target}-${process.pid}-${randomBytes(4).toString('hex')}.tmp`;
  const moved = new Map<string, string>();
  const places = new WeakMap<OutputFile, string>();
  const laidOf = new WeakMap<OutputFile, OutputFile>();
  const lay: Staging['lay'] = (file) => {
    if (places.has(file)) return file;
    const known = laidOf.get(file);
    if (known) return known;
    const { path: at, mediaType, language } = file;
    const { place, digest } = file.pieces
      ? writePieces(folder, file.pieces())
      : writeWhole({ target, folder }, at, file.text);
    const laid = {
      path: at,
      mediaType,
      language,
      digest,
      get text(): string {
        return readFileSync(place, 'utf8');
      },
    };
    places.set(laid, place);
    laidOf.set(file, laid);
    return laid;
  };
  return {
    folder,
    lay,
    put: (file, place) => {
      mkdirSync(path.dirname(place), { recursive: true });
      const laid = places.get(file);
      if (laid === undefined) writeFileSync(place, file.text);
      // It was the file itself, and another program has changed it.
      else if (path.dirname(laid) !== folder) throw new HostFailure('changedMeanwhile', { path: laid });
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

/** What waits, and where: the file itself, where it holds that already. */
interface Waiting {
  place: string;
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
  if (lookInside(target, at) === 'file' && readFileSync(own).equals(bytes)) return { place: own, digest };
  const place = path.join(folder, digest.sha256);
  try {
    mkdirSync(folder, { recursive: true });
    if (!existsSync(place)) writeFileSync(place, bytes);
  } catch (error) {
    throw toHostFailure(error, place);
  }
  return { place, digest };
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
    const place = path.join(folder, digest.sha256);
    renameSync(written, place);
    return { place, digest };
  } catch (error) {
    throw toHostFailure(error, written);
  }
}
