import type { WorkbenchText } from './open-workbench.ts';

/** Which catalogs a command works on; an empty list is all. */
export interface CatalogChoice {
  editions: string[];
  publications: string[];
}

/** A name on the command line that the project does not have. */
export interface UnknownName {
  option: '--edition' | '--publication';
  found: string;
  expected: string[];
}

/** The texts and catalogs that are chosen, or a name that there is not. */
export function chooseCatalogs(
  texts: readonly WorkbenchText[],
  { editions, publications }: CatalogChoice,
): { texts: WorkbenchText[]; unknown: UnknownName | undefined } {
  const names = texts.map(({ name }) => name);
  const languages = [
    ...new Set(texts.flatMap(({ catalogs }) => catalogs.map(({ edition }) => edition.language))),
  ];
  const unknown = [
    ...editions.filter((found) => !languages.includes(found)).map((found) => edition(found, languages)),
    ...publications.filter((found) => !names.includes(found)).map((found) => publication(found, names)),
  ];
  const isChosen = (chosen: string[], name: string) => chosen.length === 0 || chosen.includes(name);
  const chosen = texts
    .filter(({ name }) => isChosen(publications, name))
    .map((text) => ({
      ...text,
      catalogs: text.catalogs.filter((catalog) => isChosen(editions, catalog.edition.language)),
    }));
  return { texts: chosen, unknown: unknown[0] };
}

function edition(found: string, expected: string[]): UnknownName {
  return { option: '--edition', found, expected };
}

function publication(found: string, expected: string[]): UnknownName {
  return { option: '--publication', found, expected };
}
