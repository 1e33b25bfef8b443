/** Gives the lines of files, each split once; undefined of one that could not be read. */
export function createLineReader(
  read: (path: string) => string | undefined,
): (path: string) => readonly string[] | undefined {
  const known = new Map<string, readonly string[] | undefined>();
  return (path) => {
    if (!known.has(path)) known.set(path, read(path)?.split('\n'));
    return known.get(path);
  };
}
