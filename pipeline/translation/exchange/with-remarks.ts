import type { PoEntry } from '../po-file.ts';

/** An entry with the translator's notes as comments, those that it does not have yet, a comment a line. */
export function withRemarks(entry: PoEntry, remarks: readonly string[]): { value: PoEntry; isNew: boolean } {
  const present = new Set(entry.remarks.map(({ text }) => text));
  const lines = remarks
    .flatMap((text) => text.split('\n'))
    .map((line) => line.trim())
    .filter((line) => line !== '' && !present.has(line));
  const comments = [...entry.comments, ...new Set(lines.map((line) => `# ${line}`))];
  return { value: { ...entry, comments }, isNew: lines.length > 0 };
}
