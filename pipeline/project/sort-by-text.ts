import type { Diagnostic, TextSources } from '../model.ts';
import { addTo } from '../values/add-to.ts';

/** Findings on a project, by what they are about. */
export interface SortedFindings {
  /** On what all texts share. */
  ofAll: Diagnostic[];
  /** On files of one text only, by its name; of some texts nothing else could be read. */
  ofTexts: Map<string, Diagnostic[]>;
}

/** Sorts findings by the text whose file they are in. Folders of source/ without a text are those of one that could not be read. */
export function sortByText(
  diagnostics: readonly Diagnostic[],
  sources: readonly TextSources[],
): SortedFindings {
  const pages = new Map(sources.flatMap(({ name, page }) => (page ? [[page.path, name] as const] : [])));
  const ofAll: Diagnostic[] = [];
  const ofTexts = new Map<string, Diagnostic[]>();
  const names = new Set(sources.map(({ name }) => name));
  for (const finding of diagnostics) {
    const { path } = finding.location;
    const [, folder] = /^source\/([^/]+)\/./.exec(path) ?? [];
    const [, catalog = ''] = /^locales\/[^/]+\/([^/]+)\.po$/.exec(path) ?? [];
    const name = pages.get(path) ?? folder ?? (names.has(catalog) ? catalog : undefined);
    if (name === undefined) ofAll.push(finding);
    else addTo(ofTexts, name, finding);
  }
  return { ofAll, ofTexts };
}
