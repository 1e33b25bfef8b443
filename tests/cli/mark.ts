/** Stands in a test's input where a finding is expected, and is taken out before it is used. */
const mark = '‸';

/** A text without its mark, and the place of the mark: 1-based, in UTF-16 code units; undefined where there is none. */
export function readMark(marked: string): {
  text: string;
  place: { line: number; column: number } | undefined;
} {
  const at = marked.indexOf(mark);
  if (at < 0) return { text: marked, place: undefined };
  const before = marked.slice(0, at).split('\n');
  const text = before.join('\n') + marked.slice(at + mark.length);
  if (text.includes(mark)) throw new Error('A text has one mark at most');
  return { text, place: { line: before.length, column: (before.at(-1) ?? '').length + 1 } };
}
