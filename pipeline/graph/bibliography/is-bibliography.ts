import type { SourceFile } from '../../model.ts';

const form = /^source\/(?:[^/]+\/)?(?:[^/]+\.(?:bib|ris)|references\.(?:json|ya?ml))$/i;

/**
 * Whether a file is a bibliography: any BibLaTeX or RIS beside the text or in source/ itself, whatever its name; of JSON and YAML, which may be
 * something else, only that of the name `references`.
 */
export function isBibliography({ path }: SourceFile): boolean {
  return form.test(path);
}
