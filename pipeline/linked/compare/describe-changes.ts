import type { Translate } from '../../project/furniture.ts';
import type { GraphChange } from './group-changes.ts';

/**
 * A change note in one sentence, for the description of a dataset (adms:versionNotes) or a reader.
 *
 * @param t words of a language that knows "changes" (locales/<lang>/changes.json)
 */
export function describeChanges({ summary }: GraphChange, t: Translate): string {
  const { entities, statements } = summary;
  if (statements.added + statements.changed + statements.removed === 0) return t('changes:none');
  const count = (kind: 'entities' | 'statements', counts: GraphChange['summary']['entities']) =>
    (['added', 'changed', 'removed'] as const)
      .map((key) => t(`changes:${kind}.${key}`, { count: counts[key] }))
      .join(', ');
  return t('changes:note', {
    entities: count('entities', entities),
    statements: count('statements', statements),
  });
}
