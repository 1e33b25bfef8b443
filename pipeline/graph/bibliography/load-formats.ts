import type { ProjectFiles, SourceFile, Staged } from '../../model.ts';
import type { BibliographicItem } from './bibliographic-item.ts';
import { isBibliography } from './is-bibliography.ts';
import { type LanguageCodes, namesLanguages } from './language-tag.ts';

/** What bibliographies are read with besides CSL-JSON. */
export interface BibliographyFormats {
  /** By the extension of a file. */
  readers: ReadonlyMap<string, (file: SourceFile) => Staged<BibliographicItem[]>>;
  /** Undefined where no file has a language but as a tag. */
  languages: LanguageCodes | undefined;
}

/** Loads what the bibliographies of a project need, so that nobody waits for what no file is read with. */
export async function loadFormats({ own }: Pick<ProjectFiles, 'own'>): Promise<BibliographyFormats> {
  const files = own.filter(isBibliography);
  const readers = new Map<string, (file: SourceFile) => Staged<BibliographicItem[]>>();
  const has = (extension: string) => files.some(({ path }) => path.toLowerCase().endsWith(`.${extension}`));
  if (has('bib')) readers.set('bib', (await import('./read-biblatex.ts')).readBiblatex);
  if (has('ris')) readers.set('ris', (await import('./read-ris.ts')).readRis);
  const languages = files.some(({ text }) => namesLanguages(text))
    ? (await import('./language-codes.ts')).languageCodes()
    : undefined;
  return { readers, languages };
}
