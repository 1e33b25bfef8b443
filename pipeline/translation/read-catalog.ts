import type { Language, SourceFile, Staged } from '../model.ts';
import { checkLanguage } from './check-po.ts';
import type { PoFile } from './po-file.ts';
import { readPo } from './read-po.ts';

/**
 * Reads a catalog of locales/<language>/. Every fault is a finding at its line; what can be read is in the catalog all the
 * same.
 * Findings: those of readPo; catalog-language-matches.
 */
export function readCatalog(file: SourceFile, language: Language): Staged<PoFile> {
  const { value, diagnostics } = readPo(file);
  return { value, diagnostics: [...diagnostics, ...checkLanguage(value.entries, language)] };
}
