/** The way from the texts to their catalogs: what `tinkuy catalog sync` runs. Like build.ts, a place where stages meet. */
import { readConfiguration } from './config.ts';
import { segmentDocument } from './document/segments.ts';
import { parseDocument } from './document/syntax.ts';
import type { Diagnostic, Language, ProjectFiles, Segment, Staged } from './model.ts';
import { listSources, type PublicationSources } from './sources.ts';
import { mergeCatalog } from './translation/catalog.ts';
import { isHeader, type PoFile } from './translation/po-file.ts';
import { readPo } from './translation/read-po.ts';
import { writeCatalog } from './translation/write-catalog.ts';

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
  const configuration = readConfiguration(files);
  const publications = listSources(files);
  const diagnostics = [...configuration.diagnostics, ...publications.diagnostics];
  const catalogs = publications.value.flatMap((sources) => {
    const document = parseDocument(sources.article, { allowHtml: configuration.value.allowHtml });
    const segments = segmentDocument(document.value);
    diagnostics.push(...document.diagnostics, ...segments.diagnostics);
    const targets = configuration.value.editions.filter(
      ({ language }) => language !== document.value.frontMatter.value.language,
    );
    return targets.map(({ language }) => syncCatalog(sources, language, segments.value, diagnostics));
  });
  return { value: catalogs, diagnostics };
}

function syncCatalog(
  sources: PublicationSources,
  language: Language,
  segments: Segment[],
  diagnostics: Diagnostic[],
): SyncedCatalog {
  const file = sources.catalogs.get(language);
  const old = file && readPo(file);
  diagnostics.push(...(old?.diagnostics ?? []));
  const path = file?.path ?? `locales/${language}/${sources.name}.po`;
  const merged = mergeCatalog(segments, old?.value, { path, publication: sources.name, language });
  return { path, text: writeCatalog(merged), counts: countEntries(merged) };
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
