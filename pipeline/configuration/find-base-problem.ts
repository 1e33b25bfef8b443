/**
 * What is wrong with a base IRI, as a variant of configuration-is-valid; undefined where nothing is. Ids are put after
 * it as they are, so it is absolute, over HTTP, and holds nothing that could end it early.
 */
export function findBaseProblem(base: string): 'base' | 'basePart' | undefined {
  let url: URL;
  try {
    url = new URL(base);
  } catch {
    return 'base';
  }
  if (!/^https?:\/\/[^\s<>"{}|\\^`]+$/.test(base) || url.hostname === '') return 'base';
  if (base.includes('#') || base.includes('?') || url.username !== '' || url.password !== '')
    return 'basePart';
  return undefined;
}
