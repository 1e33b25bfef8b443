import type { Translate } from '../../project/furniture.ts';
import { tableLines } from '../../rules/report/table-lines.ts';
import type { CatalogStatus, EditionStatus, TextStatus } from '../../translation/workbench/status.ts';

const columns = [
  'edition',
  'done',
  'translated',
  'fuzzy',
  'untranslated',
  'obsolete',
  'errors',
  'warnings',
  'state',
] as const;

/** Columns of numbers end at one place; those of words do not. */
const isRight = columns.map((column) => column !== 'edition' && column !== 'state');

/** A table for each text, for the terminal. @param language of the messages */
export function writeStatusTable(status: CatalogStatus, language: string, say: Translate): string {
  const number = new Intl.NumberFormat(language);
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 2 });
  const counted = (key: string, count: number): string =>
    say(`status.${key}`, { count, number: number.format(count) });

  const row = (edition: EditionStatus): Record<(typeof columns)[number], string> => {
    const { segments, words, state, threshold, findings } = edition;
    const both = (part: 'translated' | 'fuzzy' | 'untranslated') =>
      `${number.format(segments[part])} / ${number.format(words[part])}`;
    return {
      edition: edition.language,
      done: percent.format(Math.floor(edition.percent) / 100),
      translated: both('translated'),
      fuzzy: both('fuzzy'),
      untranslated: both('untranslated'),
      obsolete: number.format(edition.obsolete),
      errors: number.format(findings.errors),
      warnings: number.format(findings.warnings),
      state: say(`status.state.${state}`, { threshold: percent.format((threshold ?? 0) / 100) }),
    };
  };

  const table = ({ name, language: source, segments, words, editions }: TextStatus): string[] => {
    const size = { segments: counted('segments', segments), words: counted('words', words) };
    const heading = say('status.heading', { name, language: source, ...size });
    if (editions.length === 0) return [heading];
    const head = columns.map((column) => say(`status.column.${column}`));
    const rows = editions.map(row).map((cells) => columns.map((column) => cells[column]));
    return [heading, ...tableLines({ head, rows, isRight, indent: '  ' })];
  };

  const lines = status.publications.flatMap((text, index) => [...(index > 0 ? [''] : []), ...table(text)]);
  const { errors } = status.findings;
  return [
    ...lines,
    ...(lines.length > 0 ? ['', say('status.legend')] : []),
    ...(errors > 0 ? [counted('blocked', errors)] : []),
    '',
  ].join('\n');
}
