/** The way that tells, before a build writes, what was corrected by hand since the last one. A place where stages meet. */

import type { Diagnostic, SourceFile } from '../../model.ts';
import { diagnose } from '../../rules/diagnose.ts';
import { parseDocument } from '../../text/syntax.ts';
import { pairPlaces } from '../adopt/pair-places.ts';

/** A Markdown file that a build is about to write over. */
export interface OverwrittenFile extends SourceFile {
  /** What it would hold then. */
  next: string;
  /** Path of the catalog of a page, whose edits no command reads back; undefined for an edition. */
  catalog?: string | undefined;
}

/**
 * What a reader would miss of these files, at the first such place of each: the wrapping of paragraphs and the way in
 * which a sign is escaped are no edits. Finding: edition-is-as-built.
 *
 * @param files that are not as the last build left them; LF is their line end
 */
export function findHandEdits(files: readonly OverwrittenFile[]): Diagnostic[] {
  return files.flatMap(({ path, text, next, catalog }) => {
    const parse = (version: string) => parseDocument({ path, text: version }, { allowHtml: true }).value;
    const { places, diagnostics } = pairPlaces(parse(next), parse(text));
    const locations = [...places.map(({ change }) => change), ...diagnostics.map(({ location }) => location)];
    const first = locations.sort((a, b) => (a.start.offset ?? 0) - (b.start.offset ?? 0))[0];
    if (!first) return [];
    const values = catalog === undefined ? { path } : { path, catalog, context: 'page' };
    return [diagnose('edition-is-as-built', first, values)];
  });
}
