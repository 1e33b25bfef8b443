import type { Configuration, Diagnostic, Proof } from '../../model.ts';

/** A file by its path and the SHA-256 of its bytes. */
export type FileDigest = readonly [path: string, sha256: string];

/** What was read: the files of the project, and the tool with all that it brings (listInputs). */
export type Inputs = readonly FileDigest[];

/** What a build found and made of its inputs: as much as it takes to say so again. */
export interface RunRecord {
  diagnostics: Diagnostic[];
  /** Severities as the project chose them. */
  rules: Configuration['rules'];
  /** Paths in dist/; undefined where there was nothing against publishing, and nobody asked for all that it is. */
  outputs: FileDigest[] | undefined;
  /** Paths in the project. */
  pages: FileDigest[];
  /** By publication. */
  proofs: [string, Proof][];
  /** Names of texts of which nothing new is published. */
  held: string[];
}
