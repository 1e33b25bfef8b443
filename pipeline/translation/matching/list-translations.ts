import { isInUse, type PoFile } from '../po-file.ts';
import type { KnownTranslation } from './create-matcher.ts';

/** The confirmed translations of a catalog of another publication, or of a memory. */
export function listTranslations(po: PoFile): KnownTranslation[] {
  return po.entries.flatMap((entry): KnownTranslation[] => {
    if (!isInUse(entry) || entry.fuzzy || entry.msgstr.trim() === '') return [];
    const { msgid, msgstr, msgctxt } = entry;
    return [{ msgid, msgstr, msgctxt, origin: 'memory', entry }];
  });
}
