import type { PoEntry } from '../po-file.ts';

/** An entry with a translation that may serve for another segment. */
export interface KnownTranslation {
  entry: PoEntry;
  /** `memory`: of another publication, or a file of the translation memory. */
  origin: 'catalog' | 'memory';
}
