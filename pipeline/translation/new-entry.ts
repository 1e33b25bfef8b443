import type { Language } from '../model.ts';
import type { PoEntry } from './po-file.ts';

/** What a catalog is for. */
export interface CatalogTarget {
  path: string;
  publication: string;
  language: Language;
}

/** An entry without anything, for a catalog at this path. */
export function emptyEntry(path: string): PoEntry {
  const point = { line: 1, column: 1, offset: 0 };
  const location = { path, start: point, end: point };
  return {
    comments: [],
    remarks: [],
    extracted: [],
    references: [],
    flags: [],
    fuzzy: false,
    obsolete: false,
    previous: undefined,
    msgctxt: undefined,
    msgid: '',
    msgstr: '',
    body: undefined,
    readable: true,
    location,
    locate: () => location,
  };
}

/**
 * The header of a new catalog. Dates and names of translators are the translator's tool's to fill in, for a build has
 * no clock; empty fields are what `msgfmt --check` is content with. A template's language is ''.
 */
export function newHeader({ path, publication, language }: CatalogTarget): PoEntry {
  const fields = {
    'Project-Id-Version': publication,
    'PO-Revision-Date': '',
    'Last-Translator': '',
    'Language-Team': '',
    Language: language,
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=UTF-8',
    'Content-Transfer-Encoding': '8bit',
  };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\n`);
  return { ...emptyEntry(path), msgstr: lines.join('') };
}
