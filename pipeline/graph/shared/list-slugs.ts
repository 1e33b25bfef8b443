/** A slug of an id stands behind a colon. */
const slug = /:([a-z0-9]+(?:-[a-z0-9]+)*)/g;

/** What files may lead to by its id, without reading them: all slugs; undefined where an escape may hide one. */
export function listSlugs(texts: readonly string[]): ReadonlySet<string> | undefined {
  if (texts.some((text) => text.includes('\\'))) return undefined;
  return new Set(texts.flatMap((text) => [...text.matchAll(slug)].map(([, found = '']) => found)));
}
