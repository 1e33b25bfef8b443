import type { Diagnostic, Language, SourceFile } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { primaryLanguage } from '../values/primary-language.ts';
import { entryKey, isHeader, type PoEntry } from './po-file.ts';
import { rangeOnLine } from './po-positions.ts';

/** Entries that say an msgid again; those of a merge conflict have their own finding. */
export function findDuplicates(entries: PoEntry[], found: Diagnostic[]): Diagnostic[] {
  if (found.some((diagnostic) => diagnostic.rule === 'catalog-is-merged')) return [];
  const firsts = new Map<string, PoEntry>();
  const diagnostics: Diagnostic[] = [];
  for (const entry of entries) {
    if (!entry.readable || entry.obsolete) continue;
    const key = entryKey(entry.msgid, entry.msgctxt);
    const first = firsts.get(key);
    if (!first) firsts.set(key, entry);
    else {
      const related = [{ location: first.location, role: 'first' }];
      diagnostics.push(diagnose('catalog-entry-is-unique', entry.location, { msgid: entry.msgid }, related));
    }
  }
  return diagnostics;
}

/** A catalog is read as UTF-8; what says or shows another encoding would be published garbled. */
export function checkCharset(file: SourceFile, entries: PoEntry[]): Diagnostic[] {
  const header = entries.find(isHeader);
  const declared = header && /charset=([^\s;]*)/i.exec(header.msgstr);
  if (header && declared && !/^utf-?8$/i.test(declared[1] ?? '')) {
    const location = header.locate(declared.index, declared.index + declared[0].length);
    return [diagnose('catalog-is-utf-8', location, { found: declared[1] ?? '' })];
  }
  const garbled = file.text.indexOf('\uFFFD');
  if (garbled < 0) return [];
  const lineStart = file.text.lastIndexOf('\n', garbled) + 1;
  const line = file.text.slice(0, lineStart).split('\n').length;
  const column = garbled - lineStart;
  const location = rangeOnLine(file.path, { line, offset: lineStart }, column, column + 1);
  return [diagnose('catalog-is-utf-8', location, { found: '\uFFFD' })];
}

/** A catalog whose header names another language than that of its folder was swapped, or copied. */
export function checkLanguage(entries: PoEntry[], language: Language): Diagnostic[] {
  const header = entries.find(isHeader);
  const declared = header && /^Language:[ \t]*([^\s]+)/im.exec(header.msgstr);
  const found = declared?.[1] ?? '';
  if (!declared || primaryLanguage(found) === primaryLanguage(language)) return [];
  const location = header.locate(declared.index, declared.index + declared[0].length);
  return [diagnose('catalog-language-matches', location, { expected: language, found })];
}
