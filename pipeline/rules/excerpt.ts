/** Code units of a text that a message shows: enough to know it again. */
const excerptMax = 60;

/** The beginning of a text on one line, for a message. */
export function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= excerptMax) return line;
  const cut = line.slice(0, excerptMax - 1);
  return `${cut.replace(/[\uD800-\uDBFF]$/, '').trimEnd()}…`;
}
