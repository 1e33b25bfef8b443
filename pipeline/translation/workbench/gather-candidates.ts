import type { Diagnostic, Edition, Staged } from '../../model.ts';
import type { TextCatalog } from '../../project/open-text.ts';
import { diagnose } from '../../rules/diagnose.ts';
import { excerpt } from '../../rules/excerpt.ts';
import type { Correction } from '../adopt/read-edits.ts';
import { findEntry } from '../find-entry.ts';
import { indexEntries, type PoEntry } from '../po-file.ts';
import type { CandidateEntry, PublishedFile } from './candidate.ts';

/** One candidate for each entry of the catalog. Findings: hand-edit-reads-back where two places want different words. */
export function gatherCandidates(
  corrections: Correction[],
  files: readonly PublishedFile[],
  edition: Edition,
  catalog: TextCatalog,
): Staged<CandidateEntry[]> {
  const diagnostics: Diagnostic[] = [];
  const contradicted = new Set<PoEntry>();
  const entries = indexEntries(catalog.po?.entries ?? []);
  const entryOf = (index: number): PoEntry | undefined => {
    const segment = edition.segments[index]?.segment;
    return segment && findEntry(segment, entries);
  };
  const candidates = new Map<PoEntry, CandidateEntry>();
  for (const { segment, markdown, place } of corrections) {
    const entry = entryOf(segment);
    if (!entry || !catalog.file) continue;
    const known = candidates.get(entry);
    if (known) known.places.push(place);
    else {
      const alike = edition.segments.filter((_, index) => entryOf(index) === entry).length;
      const candidate = {
        files,
        edition,
        catalog: catalog.file,
        entry,
        msgstr: markdown,
        places: [place],
        alike,
      };
      candidates.set(entry, candidate);
    }
    if (!known || known.msgstr === markdown) continue;
    if (known.places[0]?.path.startsWith('#') && !place.path.startsWith('#')) {
      // The front matter shows no links; where they are, the text tells.
      known.msgstr = markdown;
      continue;
    }
    const values = { context: 'places', expected: excerpt(known.msgstr), found: excerpt(markdown) };
    const related = [{ location: known.places[0]?.change ?? place.change, role: 'first' }];
    diagnostics.push(diagnose('hand-edit-reads-back', place.change, values, related));
    contradicted.add(entry);
  }
  const value = [...candidates].flatMap(([entry, candidate]) => (contradicted.has(entry) ? [] : [candidate]));
  return { value, diagnostics };
}
