import { isInUse, type PoFile, stateOf } from '../po-file.ts';
import type { KnownTranslation } from './known-translation.ts';

/** The confirmed translations of a catalog of another publication, or of a memory. */
export function listTranslations({ entries }: PoFile): KnownTranslation[] {
  return entries
    .filter((entry) => isInUse(entry) && stateOf(entry) === 'translated')
    .map((entry) => ({ entry, origin: 'memory' }));
}
