import type { Json } from '../../model.ts';
import { diagnose } from '../../rules/diagnose.ts';
import type { ComparedVersions } from './paired-place.ts';
import { readTextTokens, signatureOf } from './tokens.ts';

/** Pairs the texts of two front matters that differ. @param path of the values, by keys */
export function pairFrontMatter(
  was: Json | undefined,
  is: Json | undefined,
  path: string,
  versions: ComparedVersions,
): void {
  const { published, edited, places, diagnostics } = versions;
  if (typeof was === 'string' && typeof is === 'string') {
    const tokens = { published: readTextTokens(was), edited: readTextTokens(is) };
    if (signatureOf(tokens.published) === signatureOf(tokens.edited)) return;
    const [location, origin] = [edited.frontMatter.locate(path), published.frontMatter.locate(path)];
    places.push({ path: `#${path}`, ...tokens, location, origin, change: location });
  } else if (isParent(was) && isParent(is) && sameKeys(was, is)) {
    for (const [key, child] of Object.entries(was)) {
      const other = Object.entries(is).find(([name]) => name === key)?.[1];
      pairFrontMatter(child, other, path ? `${path}/${key}` : key, versions);
    }
  } else if (JSON.stringify(was) !== JSON.stringify(is)) {
    const values = { context: 'front-matter', found: path };
    diagnostics.push(diagnose('hand-edit-keeps-structure', edited.frontMatter.locate(path), values));
  }
}

export function isParent(value: Json | undefined): value is Json[] | Record<string, Json> {
  return typeof value === 'object' && value !== null;
}

function sameKeys(a: object, b: object): boolean {
  const keys = Object.keys(b);
  return (
    Array.isArray(a) === Array.isArray(b) &&
    Object.keys(a).length === keys.length &&
    keys.every((key) => Object.hasOwn(a, key))
  );
}
