import type { Diagnostic, Document, Edition, Location, Staged } from '../../model.ts';
import { diagnose } from '../../rules/diagnose.ts';
import { excerpt } from '../../rules/excerpt.ts';
import type { Problem } from './carry-step.ts';
import { joinParts } from './join-parts.ts';
import { locateToken } from './locate-token.ts';
import type { MarkedEdition } from './mark-words.ts';
import { findOwnWords } from './own-words.ts';
import { pairPlaces } from './pair-places.ts';
import type { PairedPlace } from './paired-place.ts';
import { type Item, readItems } from './segment-items.ts';
import { wordsOf } from './tokens.ts';
import { transferEdit } from './transfer-edit.ts';

/** A segment's new Markdown, as one place of an edited edition asks for it. */
export interface Correction {
  /** Index in Edition.segments. */
  segment: number;
  markdown: string;
  place: PairedPlace;
}

export interface EditedEdition {
  edition: Edition;
  marked: MarkedEdition;
  /** The marked edition as published, and the file that an editor saved. */
  published: Document;
  edited: Document;
  /** Labels of the document's footnotes, without the caret. */
  footnotes: string[];
  /** Where an author writes what stands behind an anchor of a published edition. */
  findRecord: (anchor: string) => Location | undefined;
}

/**
 * Finds what an editor changed in a published edition, and the segments that say it.
 * Findings: hand-edit-keeps-structure, hand-edit-keeps-links, hand-edit-is-in-the-text, hand-edit-reads-back.
 */
export function readEdits(input: EditedEdition): Staged<Correction[]> {
  const { places, diagnostics } = pairPlaces(input.published, input.edited);
  const value = places.flatMap((place) => {
    const read = readPlace(place, input);
    diagnostics.push(...read.diagnostics);
    return read.value;
  });
  return { value, diagnostics };
}

function readPlace(place: PairedPlace, input: EditedEdition): Staged<Correction[]> {
  const { edition, marked, edited } = input;
  const owner = place.published.flatMap(({ mark }) =>
    mark === undefined ? [] : (marked.segments[mark] ?? []),
  )[0];
  const owning = owner === undefined ? undefined : edition.segments[owner];
  if (owning && owning.state !== 'translated') {
    const context = owning.state === 'source' ? 'source' : 'untranslated';
    const related = [{ location: owning.segment.location, role: 'source' }];
    const values = { context, found: excerpt(wordsOf(place.edited)), path: owning.segment.location.path };
    return {
      value: [],
      diagnostics: [diagnose('hand-edit-is-in-the-text', place.change, values, related)],
    };
  }
  const items = new Map<number, Item[]>();
  const itemsOf = (index: number): Item[] => {
    const segment = edition.segments[index];
    const known =
      items.get(index) ?? (segment ? readItems(segment.node, segment.markdown, marked.marks) : []);
    items.set(index, known);
    return known;
  };
  const own = findOwnWords(place.published, (mark) => marked.segments[mark], itemsOf);
  const { segments, problems } = transferEdit(own.tokens, own.segments, place.edited);
  if (problems.length > 0) {
    return { value: [], diagnostics: problems.map((problem) => report(problem, place, input)) };
  }
  const changed = [...segments].flatMap(
    ([segment, parts]): { segment: number; markdown: string | undefined }[] => {
      const markdown = joinParts(parts, input.footnotes);
      return markdown === edition.segments[segment]?.markdown ? [] : [{ segment, markdown }];
    },
  );
  const value = changed.flatMap(({ segment, markdown }) =>
    markdown === undefined ? [] : [{ segment, markdown, place }],
  );
  if (value.length === changed.length && value.length > 0) return { value, diagnostics: [] };
  const finding = diagnose('hand-edit-reads-back', place.change, {
    context: 'markup',
    expected: excerpt(wordsOf(place.edited)),
    found: changed.length === 0 ? excerpt(wordsOf(place.published)) : edited.path,
  });
  return { value: [], diagnostics: [finding] };
}

function report({ kind, found, token, url }: Problem, place: PairedPlace, input: EditedEdition): Diagnostic {
  const location = locateToken(token, place.change, input.edited);
  if (kind !== 'written') {
    return diagnose('hand-edit-keeps-links', location, { context: kind, found: excerpt(found) });
  }
  const anchor = anchorOf(url) ?? anchorIn(place);
  const record = anchor === undefined ? undefined : input.findRecord(anchor);
  const related = record ? [{ location: record, role: 'record' }] : [];
  const values = { context: record ? 'record' : 'written', found: excerpt(found), path: record?.path ?? '' };
  return diagnose('hand-edit-is-in-the-text', location, values, related);
}

/** The anchor of the edition or of a file beside it that a link leads to. */
function anchorOf(url: string | undefined): string | undefined {
  return url === undefined ? undefined : /^[^:/?#]*#(.+)$/.exec(url)?.[1];
}

/** The first anchor that a place has, as the entries of lists do. */
function anchorIn({ published }: PairedPlace): string | undefined {
  return published.flatMap(({ form }) => /^<span id="([^"]*)">/.exec(form)?.[1] ?? [])[0];
}
