import type { Diagnostic } from '../../model.ts';
import { draftEntry, findUntranslated, type UntranslatedEntry } from '../draft/draft-entries.ts';
import type { DraftLanguages } from '../draft/engine.ts';
import type { DraftProblem } from '../draft/protect-codes.ts';
import { footnoteLabels } from '../footnote-labels.ts';
import type { PoEntry } from '../po-file.ts';
import { writeCatalog } from '../write-catalog.ts';
import { type CatalogChoice, chooseCatalogs, type UnknownName } from './choose-catalogs.ts';
import type { Workbench } from './open-workbench.ts';
import { withoutUnread } from './without-unread.ts';

/** A machine's answer that was not taken. */
export interface RefusedDraft {
  msgid: string;
  problem: DraftProblem;
}

/** One catalog with gaps. */
export interface CatalogDraft {
  path: string;
  /** The file as it was read. */
  text: string;
  languages: DraftLanguages;
  gaps: UntranslatedEntry[];
  /** The file with the answers to some gaps, as fuzzy translations; answers that cannot be taken leave their gap. */
  apply: (
    answers: ReadonlyMap<UntranslatedEntry, string>,
    engine: string,
  ) => { text: string; refused: RefusedDraft[] };
}

export interface OpenDrafts {
  catalogs: CatalogDraft[];
  /** Paths of catalogs that stay as they are, for they or their texts were not read in full. */
  unread: string[];
  unknown: UnknownName | undefined;
}

/**
 * Finds what a machine could draft. Entries that the catalog lacks are not among it: synchronize first.
 *
 * @param found what was found while the project was read
 */
export function openDrafts(
  workbench: Workbench,
  found: readonly Diagnostic[],
  choice: CatalogChoice,
): OpenDrafts {
  const { texts: chosen, unknown } = chooseCatalogs(workbench.texts, choice);
  const { texts, unread } = withoutUnread(chosen, found);
  const drafts = texts.flatMap(({ document, language, glossary, catalogs }): CatalogDraft[] => {
    const footnotes = footnoteLabels(document.tree);
    const tag = workbench.configuration.editions.find((edition) => edition.language === language)?.tag;
    const source = { language, tag: tag ?? language };
    return catalogs.flatMap(({ edition: target, path, file, po }): CatalogDraft[] => {
      if (!po || !file) return [];
      const context = { footnotes, glossary, source, target };
      const gaps = findUntranslated(po, context);
      const apply: CatalogDraft['apply'] = (answers, engine) => {
        const drafted = new Map<PoEntry, PoEntry>();
        const refused: RefusedDraft[] = [];
        for (const [gap, answer] of answers) {
          const result = draftEntry(gap, answer, engine, context);
          if ('entry' in result) drafted.set(gap.entry, result.entry);
          else refused.push({ msgid: gap.entry.msgid, problem: result.problem });
        }
        const entries = po.entries.map((entry) => drafted.get(entry) ?? entry);
        return { text: drafted.size === 0 ? file.text : writeCatalog({ ...po, entries }), refused };
      };
      const languages = { source: language, target: target.language, targetTag: target.tag };
      return [{ path, text: file.text, languages, gaps, apply }];
    });
  });
  return { catalogs: drafts, unread, unknown };
}
