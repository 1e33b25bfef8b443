/** A slug of an id stands behind a colon. */
const slug = /:([a-z0-9]+(?:-[a-z0-9]+)*)/g;

/** What a text may lead to by an id, without reading it: all that could be a slug. One behind an escape is not seen. */
export function listSlugs(text: string): string[] {
  return [...text.matchAll(slug)].map(([, found = '']) => found);
}
