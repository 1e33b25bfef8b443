import type { Segment } from '../model.ts';
import { mergeCatalog } from './merge-catalog.ts';
import type { CatalogTarget } from './new-entry.ts';
import { writeCatalog } from './write-catalog.ts';

/**
 * The template of a text (.pot): every msgid without a translation, for tools that begin a new language or merge by
 * themselves. Segments that a catalog tells apart by msgctxt are one here.
 */
export function writeTemplate(
  segments: Segment[],
  target: Omit<CatalogTarget, 'language'>,
  describe: (group: Segment[]) => string[],
  untranslated?: Map<string, string>,
): string {
  const aids = { describe, isRemembered: () => false, createMatcher: () => () => undefined };
  return writeCatalog(mergeCatalog(segments, undefined, { ...target, language: '' }, aids), untranslated);
}
