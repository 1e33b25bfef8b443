import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ByteDigest, Language, OutputFile } from '../model.ts';

/** Where the files of a build lie: in their places already, or in a folder beside these, by the SHA-256 of their bytes. */
export interface LayingPlaces {
  /** Real path of the folder of the outputs. */
  target: string;
  folder: string;
}

/**
 * A file on the disk. A class, so that all have one getter: an object with a getter of its own takes ten times as much memory, and a
 * corpus has hundreds of thousands of files.
 */
export class LaidFile implements OutputFile {
  readonly path: string;
  readonly mediaType: string;
  readonly language: Language | undefined;
  readonly digest: ByteDigest;
  readonly places: LayingPlaces;
  /** Whether it lies in its place. */
  readonly isThere: boolean;

  constructor(
    { path: at, mediaType, language }: Omit<OutputFile, 'text'>,
    { digest, isThere }: { digest: ByteDigest; isThere: boolean },
    places: LayingPlaces,
  ) {
    this.path = at;
    this.mediaType = mediaType;
    this.language = language;
    this.digest = digest;
    this.isThere = isThere;
    this.places = places;
  }

  /** Where it lies. */
  get place(): string {
    const { target, folder } = this.places;
    return this.isThere ? path.join(target, this.path) : path.join(folder, this.digest.sha256);
  }

  get text(): string {
    return readFileSync(this.place, 'utf8');
  }
}
