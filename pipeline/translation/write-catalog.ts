import { po } from 'gettext-parser';
import { foldString } from './fold-string.ts';
import type { PoEntry, PoFile, PoStrings } from './po-file.ts';

/** Columns at which gettext's own tools wrap strings, so that they and we leave each other's files as they are. */
const foldLength = 79;

/**
 * Writes a PO file as msgcat does. Strings that were read and not changed keep their lines as they were typed, so
 * what is read and written again differs at most in the spacing between entries and the order of comments.
 *
 * @param untranslated strings of entries without a translation as they were folded, by msgid: for catalogs of one text
 */
export function writeCatalog(file: PoFile, untranslated = new Map<string, string>()): string {
  const compose = (entry: PoEntry): string => {
    if (entry.msgctxt !== undefined || entry.msgstr !== '') return writeStrings(entry, entry.msgstr);
    const known = untranslated.get(entry.msgid) ?? writeStrings(entry, '');
    untranslated.set(entry.msgid, known);
    return known;
  };
  const blocks = file.entries.map((entry) => writeEntry(entry, compose));
  if (file.trailer.length > 0) blocks.push(file.trailer.join('\n'));
  const text = `${blocks.join('\n\n')}\n`;
  return file.eol === '\n' ? text : text.replaceAll('\n', file.eol);
}

const emptyMsgstr = '\nmsgstr ""';

function writeEntry(entry: PoEntry, compose: (entry: PoEntry) => string): string {
  const flags = [...(entry.fuzzy ? ['fuzzy'] : []), ...entry.flags];
  const lines = [
    ...entry.comments,
    ...entry.extracted.map((text) => `#. ${text}`),
    ...entry.references.map((text) => `#: ${text}`),
    ...(flags.length > 0 ? [`#, ${flags.join(', ')}`] : []),
  ];
  if (entry.previous) {
    const strings = writeStrings(entry.previous, '').slice(0, -emptyMsgstr.length);
    lines.push(...(entry.previous.lines ?? [withPrefix(strings, entry.obsolete ? '#~| ' : '#| ')]));
  }
  lines.push(entry.body ?? withPrefix(compose(entry), entry.obsolete ? '#~ ' : ''));
  return lines.join('\n');
}

/** Keyword lines of an entry, folded as gettext folds them. */
function writeStrings({ msgctxt, msgid }: PoStrings, msgstr: string): string {
  const fields = [
    ...(msgctxt ? [['msgctxt', msgctxt] as const] : []),
    ['msgid', msgid] as const,
    ['msgstr', msgstr] as const,
  ];
  const lines: string[] = [];
  for (const [name, text] of fields) {
    // One column is left for the line end; two are the quotation marks'.
    const folded = foldString(escapeText(text), name, foldLength - 2);
    if (!folded) return compileStrings({ msgctxt, msgid }, msgstr);
    lines.push(`${name} "${folded.join('"\n"')}"`);
  }
  return lines.join('\n');
}

function escapeText(text: string): string {
  if (!/[\\"\t\r\n]/.test(text)) return text;
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\t', '\\t')
    .replaceAll('\r', '\\r')
    .replaceAll('\n', '\\n');
}

/**
 * Keyword lines as gettext-parser folds them: a port of gettext's own line breaking, slow, for every script. Its table loses
 * the order of msgids that are numbers, and the header has a place of its own in it; hence one table an entry, and keys that
 * are not the strings themselves.
 */
function compileStrings({ msgctxt, msgid }: PoStrings, msgstr: string): string {
  const entry = { msgid, msgstr: [msgstr], ...(msgctxt === undefined ? {} : { msgctxt }) };
  const table = { charset: 'utf-8', headers: {}, translations: { entry: { entry } } };
  const text = po.compile(table, { foldLength }).toString();
  return text.slice(text.indexOf('\n\n') + 2).trimEnd();
}

function withPrefix(text: string, prefix: string): string {
  if (prefix === '') return text;
  return text
    .split('\n')
    .map((line) => prefix + line)
    .join('\n');
}
