import type { Diagnostic, Document } from '../../model.ts';
import { pairBlocks } from './pair-blocks.ts';
import { pairFrontMatter } from './pair-front-matter.ts';
import type { ComparedVersions, PairedPlace } from './paired-place.ts';

/** Compares two versions of an edition block by block. Findings: hand-edit-keeps-structure. */
export function pairPlaces(
  published: Document,
  edited: Document,
): { places: PairedPlace[]; diagnostics: Diagnostic[] } {
  const versions: ComparedVersions = { published, edited, places: [], diagnostics: [] };
  pairFrontMatter(published.frontMatter.value, edited.frontMatter.value, '', versions);
  pairBlocks(published.tree, edited.tree, '', versions);
  return { places: versions.places, diagnostics: versions.diagnostics };
}
