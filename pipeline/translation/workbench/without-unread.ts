import type { Diagnostic } from '../../model.ts';
import { findUnread } from '../../rules/find-unread.ts';
import type { WorkbenchText } from './open-workbench.ts';

/** Texts with the catalogs that may be written. */
export interface ReadTexts {
  texts: WorkbenchText[];
  /** Paths of the catalogs that may not. */
  unread: string[];
}

/**
 * Takes the catalogs away that are not to be written: those that were not read in full, and those of a text that was
 * not, whatever severity the project gives that.
 */
export function withoutUnread(texts: readonly WorkbenchText[], found: readonly Diagnostic[]): ReadTexts {
  const isUnread = findUnread(found);
  const unread: string[] = [];
  const read = texts.map((text) => {
    const catalogs = text.catalogs.filter(({ path }) => {
      const isKept = !isUnread(path) && !isUnread(text.sources.article.path);
      if (!isKept) unread.push(path);
      return isKept;
    });
    return { ...text, catalogs };
  });
  return { texts: read, unread };
}
