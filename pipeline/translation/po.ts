import type { Catalog, Language, SourceFile, Staged } from '../model.ts';
import { checkLanguage } from './check-po.ts';
import { indexEntries, type PoFile } from './po-file.ts';
import { readPo } from './read-po.ts';

/**
 * Reads locales/<language>/<publication>.po for an edition. Every fault is a finding at its line; what can be
 * read is in the catalog all the same. Of two entries with one msgid the first counts.
 */
export function readCatalog(file: SourceFile, language: Language): Staged<Catalog> {
  const { value: po, diagnostics } = readPo(file);
  return {
    value: indexCatalog(po, language),
    diagnostics: [...diagnostics, ...checkLanguage(po.entries, language)],
  };
}

/** What an edition is made of: the entries in use, by their keys. */
export function indexCatalog(po: PoFile, language: Language): Catalog {
  const isBroken = po.entries.some(({ readable }) => !readable);
  const catalog: Catalog = { path: po.path, language, entries: new Map(), isBroken };
  for (const [key, entry] of indexEntries(po.entries)) {
    const { msgid, msgctxt, msgstr, fuzzy, obsolete, remarks, location, locate } = entry;
    catalog.entries.set(key, { msgid, msgctxt, msgstr, fuzzy, obsolete, remarks, location, locate });
  }
  return catalog;
}
