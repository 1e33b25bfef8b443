import type { Diagnostic, EntityId, RecordEntry, Staged, Vocabulary } from '../../model.ts';
import { namedIn } from './named-in.ts';
import type { SharedRecords } from './open-shared-records.ts';

interface Taking {
  shared: SharedRecords;
  /** What a publication of the project is as a work that others cite; undefined where none has the name, or it is the one that asks. */
  publicationAs: (id: EntityId) => RecordEntry | undefined;
  vocabulary: Vocabulary;
}

/**
 * The records of a publication with what it takes of the records of its project: those of entities that its text names or its own records are of or lead to, those
 * that these lead to, and so on, with the notes about them. The time depends on what is taken, and not on what there is. A publication
 * that is cited as a work is one where no bibliography has an item of that name.
 *
 * Findings: those of readRecords and readBibliography on what is taken, for nobody else holds the text back that takes it.
 *
 * @param named what the text names
 * @param own records and bibliography of the publication, and what it has taken already
 */
export function takeRecords(
  named: Iterable<EntityId>,
  own: readonly RecordEntry[],
  { shared, publicationAs, vocabulary }: Taking,
): Staged<RecordEntry[]> {
  const taken: RecordEntry[] = [];
  const diagnostics: Diagnostic[] = [];
  const listed = new Set(own.filter(({ source }) => source === 'bibliography').map(({ id }) => id));
  const seen = new Set(own.filter(({ isShared }) => isShared).map(({ id }) => id));
  const waiting = [...named];
  for (const record of own) if (!record.isShared) waiting.push(record.id, ...namedIn(record, vocabulary));
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const { value: records, diagnostics: found } = shared.readRecordsOf(id);
    diagnostics.push(...found);
    const isListed = listed.has(id) || records.some(({ source }) => source === 'bibliography');
    const publication = isListed ? undefined : publicationAs(id);
    if (publication) records.push(publication);
    taken.push(...records);
    waiting.push(...records.flatMap((record) => namedIn(record, vocabulary)), ...shared.notesOn(id));
  }
  return { value: [...own, ...taken], diagnostics };
}
