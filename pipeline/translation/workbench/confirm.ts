import type { Diagnostic } from '../../model.ts';
import { readLanguageFile } from '../../project/language-files.ts';
import { type Choice, confirmCatalog, type Outcome } from '../confirmation/confirm-catalog.ts';
import { footnoteLabels } from '../footnote-labels.ts';
import { writeCatalog } from '../write-catalog.ts';
import { type CatalogChoice, chooseCatalogs, type UnknownName } from './choose-catalogs.ts';
import type { Workbench, WorkbenchText } from './open-workbench.ts';
import { withoutUnread } from './without-unread.ts';

/** A place in a catalog; without a path, in whichever is chosen. */
export interface CatalogLine {
  path: string | undefined;
  line: number;
}

export interface ConfirmRequest extends CatalogChoice {
  /** Every fuzzy translation, not only those whose source was corrected. */
  all: boolean;
  /** Empty where entries are not chosen by their lines. */
  lines: CatalogLine[];
}

/** A catalog with its fuzzy translations confirmed, as far as they can be. */
export interface ConfirmedCatalog {
  path: string;
  text: string;
  before: string;
  outcomes: Outcome[];
  /** Lines that were chosen and hold no fuzzy translation. */
  missed: number[];
}

export interface Confirmation {
  catalogs: ConfirmedCatalog[];
  /** Paths of catalogs that stay as they are, for they or their texts were not read in full. */
  unread: string[];
  unknown: UnknownName | undefined;
}

/**
 * Confirms fuzzy translations whose source was only corrected, or those that are chosen; what is wrong with them
 * is then found by `tinkuy check`, as with any translation.
 *
 * @param found what was found while the project was read
 */
export function confirmCatalogs(
  workbench: Workbench,
  found: readonly Diagnostic[],
  request: ConfirmRequest,
): Confirmation {
  const { texts: chosen, unknown } = chooseCatalogs(workbench.texts, request);
  const { texts, unread } = withoutUnread(chosen, found);
  const catalogs = texts.flatMap((text): ConfirmedCatalog[] => {
    const footnotes = footnoteLabels(text.document.tree);
    const words = readKnownWords(text, workbench);
    const context = { footnotes, isWord: (word: string) => words.has(word) };
    return text.catalogs.flatMap(({ path, file, po }): ConfirmedCatalog[] => {
      if (!file || !po) return [];
      const confirmed = confirmCatalog(po, choiceFor(path, request), context);
      const isSame = confirmed.outcomes.every(({ reason }) => reason !== undefined);
      const { outcomes, missed } = confirmed;
      const written = isSame ? file.text : writeCatalog(confirmed.file);
      return [{ path, text: written, before: file.text, outcomes, missed }];
    });
  });
  return { catalogs, unread, unknown };
}

function choiceFor(path: string, { all, lines }: ConfirmRequest): Choice {
  if (lines.length === 0) return all ? 'all' : 'corrected';
  return new Set(lines.filter((place) => (place.path ?? path) === path).map(({ line }) => line));
}

/** Words that are right as they are: of the texts in a language, of its numbers, of the names in it. */
function readKnownWords(
  { language, glossary }: WorkbenchText,
  { texts, files }: Workbench,
): ReadonlySet<string> {
  const written = texts
    .filter((text) => text.language === language)
    .flatMap(({ segments }) => segments.map(({ markdown }) => markdown));
  const labels = [...glossary.terms.values()].flatMap((term) => term.labels.get(language) ?? []);
  const empty: Record<'numbers' | 'scales', object> = { numbers: {}, scales: {} };
  const { numbers, scales } = readLanguageFile(files, `locales/${language}/values.json`, empty);
  const all = [
    ...written,
    ...labels.map(({ text }) => text),
    ...Object.keys(numbers),
    ...Object.keys(scales),
  ];
  return new Set(
    all.flatMap(
      (text) =>
        text
          .normalize('NFC')
          .toLowerCase()
          .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [],
    ),
  );
}
