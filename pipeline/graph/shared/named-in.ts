import type { EntityId, RecordEntry, Vocabulary } from '../../model.ts';
import { parseEntityId, parseTarget } from '../../values/entity-id.ts';
import { kindOf } from '../../values/kind-of.ts';
import { visitValues } from '../visit-values.ts';

/** The entities that a record leads to: by relations, as sources, as what a note is about. */
export function namedIn({ id, properties }: RecordEntry, { types }: Vocabulary): EntityId[] {
  const named: EntityId[] = [];
  const type = types.get(parseEntityId(id)?.type ?? '');
  visitValues(properties, type?.properties ?? new Map(), (_, value, property) => {
    const { refersTo } = kindOf(property);
    if (typeof value !== 'string' || (refersTo !== 'entity' && refersTo !== 'place')) return;
    const target = parseTarget(value)?.id;
    if (target !== undefined) named.push(target);
  });
  return named;
}
