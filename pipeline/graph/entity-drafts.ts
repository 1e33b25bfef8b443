import type { Entity, EntityId, Language, Vocabulary } from '../model.ts';
import { parseEntityId } from '../values/entity-id.ts';
import { isObject } from '../values/json-value.ts';
import { kindOf } from '../values/kind-of.ts';
import { undetermined } from './bibliography.ts';
import type { EntityDraft } from './entity-draft.ts';

/** Drafts by id. */
export type EntityDrafts = Map<EntityId, EntityDraft>;

/** That of an entity, begun where there is none yet; undefined where no entity can be of the type that the id names. */
export function draftFor(
  id: EntityId,
  drafts: EntityDrafts,
  vocabulary: Vocabulary,
): EntityDraft | undefined {
  const present = drafts.get(id);
  if (present) return present;
  const type = vocabulary.types.get(parseEntityId(id)?.type ?? '');
  if (!type || type.abstract) return undefined;
  const draft: EntityDraft = { id, type, properties: {}, origins: new Map(), csl: undefined };
  drafts.set(id, draft);
  return draft;
}

/** A text of undetermined language stands for every edition that has none of its own. */
function fillLanguages(draft: EntityDraft, languages: Language[]): void {
  for (const [name, property] of draft.type.properties) {
    const text = draft.properties[name];
    if (!kindOf(property).isTagged || !isObject(text) || !(undetermined in text)) continue;
    const { [undetermined]: words = '', ...rest } = text;
    const filled = { ...rest };
    for (const language of languages) filled[language] ??= words;
    draft.properties[name] = filled;
  }
}

/** The entities that the drafts come to, sorted by id. */
export function finishDrafts(drafts: EntityDrafts, languages: Language[]): Map<EntityId, Entity> {
  for (const draft of drafts.values()) fillLanguages(draft, languages);
  const entities = new Map<EntityId, Entity>();
  for (const id of [...drafts.keys()].sort()) {
    const draft = drafts.get(id);
    const parsed = parseEntityId(id);
    // A draft without any origin has only statements that could not be placed.
    if (!draft || !parsed || !draft.origins.has('')) continue;
    const properties = Object.fromEntries(
      Object.keys(draft.properties)
        .sort()
        .map((name) => [name, draft.properties[name] ?? null]),
    );
    entities.set(id, {
      id,
      type: parsed.type,
      slug: parsed.slug,
      properties,
      origins: draft.origins,
      ...(draft.key === undefined ? {} : { key: draft.key }),
      csl: draft.csl,
    });
  }
  return entities;
}
