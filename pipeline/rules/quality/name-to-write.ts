import type { EntityId, Glossary, Language, TermLabel } from '../../model.ts';

/** Roles that are offered to a translator, best first. */
const offered: readonly TermLabel['role'][] = ['name', 'alternate', 'acronym'];

/**
 * What to write in a language for a label of another: an acronym for an acronym, the name for all else; undefined where
 * the register has nothing to offer.
 */
export function nameToWrite(
  glossary: Glossary,
  entity: EntityId,
  like: TermLabel,
  language: Language,
): string | undefined {
  const labels = glossary.terms.get(entity)?.labels;
  const known = [...(labels?.get(language) ?? []), ...(labels?.get('und') ?? [])];
  const order = like.role === 'acronym' ? (['acronym', ...offered] as const) : offered;
  for (const role of order) {
    const label = known.find((one) => one.role === role);
    if (label) return label.text;
  }
  return undefined;
}
