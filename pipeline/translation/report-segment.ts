import type { Html } from 'mdast';
import type { Diagnostic, Segment } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { excerpt } from '../rules/excerpt.ts';
import { findBlockMarkup } from './find-block-markup.ts';
import { locateIn } from './locate-nodes.ts';
import type { PoEntry } from './po-file.ts';

/** The finding about a segment without a translation, or with one that nobody has confirmed. */
export function reportState(segment: Segment, entry: PoEntry | undefined, language: string): Diagnostic {
  const values = { language, msgid: excerpt(segment.markdown) };
  const rule =
    entry?.fuzzy && entry.msgstr.trim() !== '' ? 'translation-is-confirmed' : 'segment-is-translated';
  if (!entry) return diagnose(rule, segment.location, values);
  return diagnose(rule, entry.location, values, [{ location: segment.location, role: 'source' }]);
}

/** The first thing in a translation that a segment cannot hold: structure, or HTML where the source has none. */
export function reportForeign(
  segment: Segment,
  entry: PoEntry,
  html: Html | undefined,
): Diagnostic | undefined {
  const block = findBlockMarkup(entry.msgstr, segment.markdown, isOneLine(segment));
  const location = block ? entry.locate(block.start, block.end) : html && locateIn(entry)(html);
  if (!location) return undefined;
  const found = block
    ? entry.msgstr.slice(block.start, block.end).replaceAll('\n', '\\n')
    : (html?.value ?? '');
  const related = [{ location: segment.location, role: 'source' }];
  return diagnose('translation-stays-inline', location, { found }, related);
}

/** Whether a line feed would end it, or break it: a heading, a cell of a table, a name in the front matter. */
function isOneLine({ kind, key }: Segment): boolean {
  if (key !== undefined) return /^(?:title|subtitle|keywords|authors)(?:\/|$)/.test(key);
  return kind === 'heading' || kind === 'cell' || kind === 'caption';
}

/** The finding about a translation of a text that is not there. */
export function reportUnused(entry: PoEntry): Diagnostic {
  return diagnose('catalog-entry-is-used', entry.location, { msgid: excerpt(entry.msgid) });
}
