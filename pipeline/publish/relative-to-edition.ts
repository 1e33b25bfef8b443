import type { Language } from '../model.ts';

/** From a file in dist/<language>/ to a path in dist/. */
export function relativeToEdition(path: string, language: Language): string {
  const here = `${language}/`;
  return path.startsWith(here) ? path.slice(here.length) : `../${path}`;
}
