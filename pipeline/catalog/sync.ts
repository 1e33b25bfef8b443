/** The way from the texts to their catalogs: what `tinkuy catalog sync` runs. Like build.ts, a place where stages meet. */
import type { ProjectFiles, Staged } from '../model.ts';
import { mergeCatalog } from '../translation/catalog.ts';
import { isHeader, type PoFile } from '../translation/po-file.ts';
import { writeCatalog } from '../translation/write-catalog.ts';
import { openWorkbench } from './open-workbench.ts';

/** A catalog brought up to date, with the numbers of its entries by state. */
export interface SyncedCatalog {
  path: string;
  text: string;
  counts: { translated: number; untranslated: number; fuzzy: number; obsolete: number };
}

/**
 * Brings the catalog of every publication and edition up to date with the text; an edition without a catalog gets a
 * new one. The value is of use only where no diagnostic is an error: what is not read is taken for gone.
 */
export function syncCatalogs(files: ProjectFiles): Staged<SyncedCatalog[]> {
  const { value: workbench, diagnostics } = openWorkbench(files);
  const catalogs = workbench.texts.flatMap(({ name, segments, catalogs }) =>
    catalogs.map(({ path, po, edition }): SyncedCatalog => {
      const merged = mergeCatalog(segments, po, { path, publication: name, language: edition.language });
      return { path, text: writeCatalog(merged), counts: countEntries(merged) };
    }),
  );
  return { value: catalogs, diagnostics };
}

function countEntries(file: PoFile): SyncedCatalog['counts'] {
  const counts = { translated: 0, untranslated: 0, fuzzy: 0, obsolete: 0 };
  for (const entry of file.entries) {
    if (isHeader(entry)) continue;
    if (entry.obsolete) counts.obsolete += 1;
    else if (entry.msgstr === '') counts.untranslated += 1;
    else counts[entry.fuzzy ? 'fuzzy' : 'translated'] += 1;
  }
  return counts;
}
