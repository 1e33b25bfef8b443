import type { Segment } from '../model.ts';
import { type MergeAids, mergeCatalog } from './merge-catalog.ts';
import type { CatalogTarget } from './new-entry.ts';
import { writeCatalog } from './write-catalog.ts';

/** What a template shares with the catalogs of its text. */
interface TemplateAids extends Pick<MergeAids, 'describe' | 'groups'> {
  /** As of writeCatalog. */
  untranslated?: Map<string, string>;
}

/**
 * The template of a text (.pot): every msgid without a translation, for tools that begin a new language or merge by
 * themselves. Segments that a catalog tells apart by msgctxt are one here.
 */
export function writeTemplate(
  segments: Segment[],
  target: Omit<CatalogTarget, 'language'>,
  { groups, untranslated, ...told }: TemplateAids,
): string {
  const aids: MergeAids = {
    ...told,
    groups,
    isRemembered: () => false,
    createMatcher: () => () => undefined,
  };
  return writeCatalog(mergeCatalog(segments, undefined, { ...target, language: '' }, aids), untranslated);
}
