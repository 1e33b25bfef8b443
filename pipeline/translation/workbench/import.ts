import type { Diagnostic, SourceFile, Staged } from '../../model.ts';
import type { TextCatalog } from '../../project/open-text.ts';
import { diagnose } from '../../rules/diagnose.ts';
import { primaryLanguage } from '../../values/primary-language.ts';
import type { Digest } from '../exchange/exchange-unit.ts';
import { type ImportCounts, mergeUnits } from '../exchange/merge-units.ts';
import { readXliff } from '../exchange/read-xliff.ts';
import type { ReceivedText } from '../exchange/received.ts';
import { footnoteLabels } from '../footnote-labels.ts';
import type { PoFile } from '../po-file.ts';
import { writeCatalog } from '../write-catalog.ts';
import type { Workbench, WorkbenchText } from './open-workbench.ts';
import { withoutUnread } from './without-unread.ts';

/** A catalog that received files speak of. */
export interface ImportedCatalog {
  path: string;
  text: string;
  before: string;
  counts: ImportCounts;
}

export interface ImportedCatalogs {
  catalogs: ImportedCatalog[];
  /** Paths of catalogs that stay as they are, for they or their texts were not read in full. */
  unread: string[];
}

/**
 * Takes translations out of XLIFF files into the catalogs. What is wrong with a segment is a finding, and the rest
 * is taken.
 *
 * @param found what was found while the project was read
 */
export function importCatalogs(
  workbench: Workbench,
  found: readonly Diagnostic[],
  files: readonly SourceFile[],
  digest: Digest,
): Staged<ImportedCatalogs> {
  const diagnostics: Diagnostic[] = [];
  const { unread } = withoutUnread(workbench.texts, found);
  const spared = new Set<string>();
  const merged = new Map<TextCatalog, { po: PoFile; counts: ImportCounts }>();
  for (const file of files) {
    const xliff = readXliff(file);
    diagnostics.push(...xliff.diagnostics);
    for (const received of xliff.value) {
      const { original, location, languages, units } = received;
      const text = workbench.texts.find(({ sources }) => sources.article.path === original);
      if (!text) {
        diagnostics.push(diagnose('exchange-text-is-in-project', location, { found: original }));
        continue;
      }
      const catalog = findCatalog(received, text, workbench, diagnostics);
      if (!catalog) continue;
      if (unread.includes(catalog.path)) {
        spared.add(catalog.path);
        continue;
      }
      if (!catalog.po) {
        const values = { count: text.segments.length, path: catalog.path };
        diagnostics.push(diagnose('exchange-catalog-is-synced', languages, values));
        continue;
      }
      const so = merged.get(catalog) ?? { po: catalog.po, counts: { changed: 0, unchanged: 0, refused: 0 } };
      const result = mergeUnits(so.po, units, footnoteLabels(text.document.tree), digest);
      diagnostics.push(...result.diagnostics);
      merged.set(catalog, { po: result.po, counts: add(so.counts, result.counts) });
    }
  }
  const catalogs = [...merged].flatMap(([{ path, file }, { po, counts }]): ImportedCatalog[] => {
    if (!file) return [];
    const text = counts.changed > 0 ? writeCatalog(po) : file.text;
    return [{ path, text, before: file.text, counts }];
  });
  return { value: { catalogs, unread: [...spared] }, diagnostics };
}

/** The catalog of a file's target language; a finding where the languages are not those of the text and an edition. */
function findCatalog(
  { source, target, languages }: ReceivedText,
  text: WorkbenchText,
  { configuration }: Workbench,
  diagnostics: Diagnostic[],
): TextCatalog | undefined {
  const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
  const candidates = text.catalogs.filter(
    ({ edition }) => primaryLanguage(edition.tag) === primaryLanguage(target),
  );
  const catalog = candidates.find(({ edition }) => isSame(edition.tag, target)) ?? candidates[0];
  const original = configuration.editions.find(({ language }) => language === text.language);
  const tag = original?.tag ?? text.language;
  if (catalog && primaryLanguage(source) === primaryLanguage(tag)) return catalog;
  const expected = text.catalogs.map(({ edition }) => edition.tag).join(', ');
  const values = { source: tag, expected, from: source || '?', to: target || '?' };
  diagnostics.push(diagnose('exchange-language-is-an-edition', languages, values));
  return undefined;
}

function add(a: ImportCounts, b: ImportCounts): ImportCounts {
  return {
    changed: a.changed + b.changed,
    unchanged: a.unchanged + b.unchanged,
    refused: a.refused + b.refused,
  };
}
