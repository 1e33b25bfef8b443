import { type LocatedText, listRecordTexts } from '../graph/list-record-texts.ts';
import type { Diagnostic, Language, Publication, Remark, SourceFile, Vocabulary } from '../model.ts';
import { checkRecordTexts, type RecordText } from '../rules/check-record-texts.ts';

/**
 * Holds the texts that the records of a publication give in several languages against each other. A comment on the line of a text,
 * or right above it or above its property, may allow a finding.
 * Findings: those of checkRecordTexts.
 */
export function compareRecords(
  { graph }: Publication,
  files: readonly SourceFile[],
  vocabulary: Vocabulary,
  sides: Parameters<typeof checkRecordTexts>[1],
  context: Parameters<typeof checkRecordTexts>[2],
): Diagnostic[] {
  const lines = new Map<string, string[]>();
  const linesOf = (path: string): string[] => {
    const known = lines.get(path) ?? files.find((file) => file.path === path)?.text.split('\n') ?? [];
    lines.set(path, known);
    return known;
  };
  const texts = listRecordTexts(graph, vocabulary).map(
    (text): Map<Language, RecordText> =>
      new Map(
        [...text].map(([language, { text: words, location, key }]) => {
          const remarks = readRemarks({ text: words, location, key }, linesOf(location.path));
          return [language, { text: words, location, remarks }];
        }),
      ),
  );
  return checkRecordTexts(texts, sides, context);
}

/** The comments at the end of the line of a text, and on the lines right above it and above its property. */
function readRemarks({ location, key }: LocatedText, lines: readonly string[]): Remark[] {
  const remarkAt = (line: number, column: number, text: string): Remark => {
    const point = (at: number) => ({ line, column: at });
    return {
      text,
      location: { path: location.path, start: point(column), end: point(column + text.length) },
    };
  };
  const found: Remark[] = [];
  const { line, column } = location.end;
  const rest = (lines[line - 1] ?? '').slice(column - 1);
  const trailing = /^([^#]*\s#\s*)(allow.*)$/.exec(rest);
  if (trailing?.[2] !== undefined)
    found.push(remarkAt(line, column + (trailing[1]?.length ?? 0), trailing[2].trim()));
  for (const start of new Set([location.start.line, key.start.line])) {
    for (let above = start - 1; above > 0; above--) {
      const comment = /^(\s*#\s*)(.*)$/.exec(lines[above - 1] ?? '');
      if (!comment) break;
      found.push(remarkAt(above, (comment[1]?.length ?? 0) + 1, comment[2]?.trim() ?? ''));
    }
  }
  return found;
}
