import type { Language, Property } from '../model.ts';

/** A code's label; English is what the schemas all have. */
export function labelOf(
  code: string,
  property: Property | undefined,
  language: Language,
): string | undefined {
  const labels = property?.codes.get(code);
  return labels?.[language] ?? labels?.en;
}
