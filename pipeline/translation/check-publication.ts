import type { Diagnostic, Segment } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { isHeader, isInUse, type PoEntry } from './po-file.ts';

/** Share of a catalog's translations below which it is hardly one of this text. */
const knownMin = 0.1;
/** A catalog with fewer translations tells nothing. */
const translationsMin = 5;

/**
 * A catalog whose header names another publication, and of whose msgids the text has next to none, was put into the
 * wrong place: merging it would make all its translations obsolete. Project-Id-Version alone decides nothing, for
 * translation tools leave in it what they like.
 */
export function checkPublication(entries: PoEntry[], segments: Segment[], publication: string): Diagnostic[] {
  const header = entries.find(isHeader);
  const declared = header && /^Project-Id-Version:[ \t]*(.*)$/im.exec(header.msgstr);
  const found = declared?.[1]?.trim() ?? '';
  if (!declared || found.split(/\s/)[0] === publication) return [];
  const translated = entries.filter((entry) => isInUse(entry) && entry.msgstr !== '');
  const texts = new Set(segments.map(({ markdown }) => markdown));
  const known = translated.filter(({ msgid }) => texts.has(msgid)).length;
  if (translated.length < translationsMin || known >= knownMin * translated.length) return [];
  const location = header.locate(declared.index, declared.index + declared[0].length);
  const values = { publication, found, known, count: translated.length };
  return [diagnose('catalog-belongs-to-publication', location, values)];
}
