/**
 * Where what was made of texts lies until they are joined: blobs by the SHA-256 of their bytes, and a record by the key of each text.
 * Many processes and machines write into it at once. Whoever may write into it is trusted: a blob can be held against its name, what
 * a record says cannot.
 */
export interface TextStore {
  /** As the reader knows it; never with a secret. */
  readonly address: string;
  /** SHA-256 of what tells this store from every other: whoever works for a build has to write where the build reads. */
  identify(): Promise<string>;
  /** Whether a blob of so many bytes is there; what they are is seen when it is read. */
  has(digest: string, bytes: number): Promise<boolean>;
  /** Undefined where there is none, or none whose bytes have that digest. */
  get(digest: string): Promise<Buffer | undefined>;
  /** Puts a blob where it is not there yet, whole or not at all; gives its digest. */
  put(bytes: Buffer): Promise<string>;
  /** Undefined where there is none, or it was cut off. */
  readRecord(key: string): Promise<unknown>;
  /** Writes JSON, whole or not at all, over what was there. */
  writeRecord(key: string, value: unknown): Promise<void>;
}
