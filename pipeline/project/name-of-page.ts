/**
 * The name that a page has by its path, which its catalogs have, too: "docs-guia-inicio" for "docs/Guía/inicio.md". '' where the
 * path has no letter or figure of ASCII.
 */
export function nameOfPage(path: string): string {
  return path
    .replace(/\.md$/, '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
