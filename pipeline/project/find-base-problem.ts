/**
 * What is wrong with a base IRI, as a variant of configuration-is-valid; undefined where nothing is. Ids are put after
 * it as they are, so it is absolute, over HTTP, and holds nothing that could end it early or that readers write in another
 * way: letters beyond ASCII, segments of dots, a percent sign that encodes nothing.
 */
export function findBaseProblem(base: string): 'base' | 'basePart' | 'baseForm' | undefined {
  let url: URL;
  try {
    url = new URL(base);
  } catch {
    return 'base';
  }
  if (!/^https?:\/\/[^\s<>"{}|\\^`]+$/.test(base) || url.hostname === '') return 'base';
  if (base.includes('#') || base.includes('?') || url.username !== '' || url.password !== '')
    return 'basePart';
  const isNormal = url.href === base || url.href === `${base}/`;
  if (!isNormal || /%(?![\da-f]{2})|[[\]]/i.test(url.pathname)) return 'baseForm';
  return undefined;
}
