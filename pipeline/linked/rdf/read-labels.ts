import type { Quad } from '@rdfjs/types';

/**
 * What resources are called in a language, by IRI.
 *
 * @param properties that hold labels, the preferred one first
 */
export function readLabels(
  quads: readonly Quad[],
  properties: readonly string[],
  language: string,
): Map<string, string> {
  const labels = new Map<string, string>();
  for (const property of properties) {
    for (const { subject, predicate, object } of quads) {
      if (predicate.value !== property || labels.has(subject.value)) continue;
      if (object.termType === 'Literal' && object.language.toLowerCase() === language.toLowerCase())
        labels.set(subject.value, object.value);
    }
  }
  return labels;
}
