import type { Language } from '../../model.ts';
import {
  createSharedTranslations,
  type SharedTranslation,
  type SharedTranslations,
} from '../matching/create-shared-translations.ts';
import { listTranslations } from '../matching/list-translations.ts';
import type { Memory } from '../matching/read-memory.ts';
import type { WorkbenchText } from './open-workbench.ts';

/** What the catalogs of all texts and the memory have between two languages; it is gathered once for all that ask. */
export type FindElsewhere = (source: Language, target: Language) => SharedTranslations;

export function gatherTranslations(texts: readonly WorkbenchText[], memory: Memory): FindElsewhere {
  const gathered = new Map<string, SharedTranslations>();
  return (source, target) => {
    const key = `${source} ${target}`;
    const known = gathered.get(key);
    if (known) return known;
    const catalogs = texts
      .filter(({ language }) => language === source)
      .flatMap((text) =>
        text.catalogs
          .filter(({ edition }) => edition.language === target)
          .map(({ po }) => ({ text: text.name, po })),
      );
    // A text takes nothing from itself.
    const others = catalogs.length > 1 ? catalogs : [];
    const all = [
      ...others.flatMap(({ text, po }) =>
        (po ? listTranslations(po) : []).map((one): SharedTranslation => ({ ...one, text })),
      ),
      ...memory.list(source, target).map((one): SharedTranslation => ({ ...one, text: undefined })),
    ];
    const made = createSharedTranslations(all);
    gathered.set(key, made);
    return made;
  };
}
