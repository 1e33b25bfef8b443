import type { SharedRecords } from '../graph/shared/open-shared-records.ts';
import type { Diagnostic, TextSources } from '../model.ts';
import { addTo } from '../values/add-to.ts';
import { isSharedPath } from './list-shared-files.ts';

/** Findings on a project, by what they are about. */
export interface SortedFindings {
  /** On what all texts share. */
  ofAll: Diagnostic[];
  /** On files of one text only, by its name; of some texts nothing else could be read. */
  ofTexts: Map<string, Diagnostic[]>;
}

/**
 * Sorts findings by the text whose file they are in. Folders of source/ without a text are those of one that could not be read. A record
 * that publications share concerns those that take it, which find for themselves what is wrong with it; what is wrong with a shared file
 * otherwise concerns all.
 */
export function sortByText(
  diagnostics: readonly Diagnostic[],
  sources: readonly TextSources[],
  shared: Pick<SharedRecords, 'idAt'>,
): SortedFindings {
  const pages = new Map(sources.flatMap(({ name, page }) => (page ? [[page.path, name] as const] : [])));
  const ofAll: Diagnostic[] = [];
  const ofTexts = new Map<string, Diagnostic[]>();
  const names = new Set(sources.map(({ name }) => name));
  for (const finding of diagnostics) {
    const { path, start } = finding.location;
    if (isSharedPath(path)) {
      if (shared.idAt(path, start.line) === undefined) ofAll.push(finding);
      continue;
    }
    const [, folder] = /^source\/([^/]+)\/./.exec(path) ?? [];
    const [, catalog = ''] = /^locales\/[^/]+\/([^/]+)\.po$/.exec(path) ?? [];
    const name = pages.get(path) ?? folder ?? (names.has(catalog) ? catalog : undefined);
    if (name === undefined) ofAll.push(finding);
    else addTo(ofTexts, name, finding);
  }
  return { ofAll, ofTexts };
}
