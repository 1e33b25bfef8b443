import type { Diagnostic, Language, SourceFile, Staged } from '../../model.ts';
import { compareText } from '../../values/compare-text.ts';
import { primaryLanguage } from '../../values/primary-language.ts';
import { isHeader, type PoFile } from '../po-file.ts';
import { readCatalog } from '../read-catalog.ts';
import type { KnownTranslation } from './known-translation.ts';
import { listTranslations } from './list-translations.ts';

/** The translation memory of a project. */
export interface Memory {
  /** Translations of one language into another, in the order of the files' paths. */
  list: (source: Language, target: Language) => KnownTranslation[];
}

const memoryPath = /^locales\/([^/]+)\/memory\/.*\.po$/;

/**
 * Reads locales/<lang>/memory/*.po: PO files of any origin, gettext's "compendium". The header's X-Source-Language
 * says what they translate; where it is missing, they serve every text. What is fuzzy or cannot be read is
 * left out; a file with faults is told once, at its first, as advice: the others are of use all the same. That one text
 * has several translations is no fault.
 */
export function readMemory(files: readonly SourceFile[]): Staged<Memory> {
  const diagnostics: Diagnostic[] = [];
  const read = [...files]
    .sort((a, b) => compareText(a.path, b.path))
    .flatMap((file) => {
      const language = memoryPath.exec(file.path)?.[1];
      if (language === undefined) return [];
      const { value: catalog, diagnostics: found } = readCatalog(file, language);
      const fault = found.find(({ rule }) => rule !== 'catalog-entry-is-unique');
      if (fault) diagnostics.push({ ...fault, isAdvice: true });
      const isOtherLanguage = found.some(({ rule }) => rule === 'catalog-language-matches');
      const translations = isOtherLanguage ? [] : listTranslations(catalog);
      return [{ language, source: sourceOf(catalog), translations }];
    });
  const list: Memory['list'] = (source, target) =>
    read
      .filter((file) => file.language === target && (file.source ?? source) === source)
      .flatMap(({ translations }) => translations);
  return { value: { list }, diagnostics };
}

function sourceOf(po: PoFile): Language | undefined {
  const declared = /^X-Source-Language:[ \t]*(\S+)/im.exec(po.entries.find(isHeader)?.msgstr ?? '')?.[1];
  return declared === undefined ? undefined : primaryLanguage(declared);
}
