/** Extracted comments that say where a translation comes from; unlike the others, a synchronization keeps them. */
export function isProvenance(comment: string): boolean {
  return comment.startsWith('from ');
}

/** @param path of the file of the memory, where it is known */
export function fromMemory(path: string | undefined): string {
  return path === undefined ? 'from memory' : `from memory ${path}`;
}
