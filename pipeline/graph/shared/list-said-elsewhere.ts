import type { EntityId, TextSources } from '../../model.ts';

/** An annotation with a property in a text, and the head of a record. */
const stating = /\(([a-z][a-z0-9]*:[a-z0-9-]+)#|^["']?([a-z][a-z0-9]*:[a-z0-9-]+)["']?[ \t]*:/gm;

/** The entities that texts of publications state something of, or that have a record of their own there; roughly, without reading them. */
export function listSaidElsewhere(publications: readonly TextSources[]): Set<EntityId> {
  const said = new Set<EntityId>();
  for (const { article, records } of publications) {
    for (const { text } of [article, ...records])
      for (const [, stated, recorded] of text.matchAll(stating)) said.add(stated ?? recorded ?? '');
  }
  return said;
}
