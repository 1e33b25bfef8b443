/** The machine refuses (no space, no permission): told to the user in one sentence, no bug and no author's mistake. */
export class HostFailure extends Error {
  /** Key of the sentence under "failure" in locales/<lang>/cli.json. */
  readonly key: string;
  readonly values: Record<string, string>;

  constructor(key: string, values: Record<string, string>, cause?: unknown) {
    super(`${key} ${JSON.stringify(values)}`, { cause });
    this.name = 'HostFailure';
    this.key = key;
    this.values = values;
  }
}

const keys: Record<string, string> = {
  EACCES: 'permission',
  EPERM: 'permission',
  EROFS: 'permission',
  ENOSPC: 'space',
  EDQUOT: 'space',
  EBUSY: 'busy',
  EXDEV: 'busy',
  ENAMETOOLONG: 'name',
};

/** Turns an error of the file system into a HostFailure about `path`; rethrows what is none. */
export function toHostFailure(error: unknown, path: string): HostFailure {
  if (error instanceof HostFailure) return error;
  if (error instanceof Error && 'code' in error && 'syscall' in error) {
    const code = String(error.code);
    return new HostFailure(keys[code] ?? 'other', { path, code }, error);
  }
  throw error;
}
