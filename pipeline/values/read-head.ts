/** The front matter of a text with its fences; undefined where it has none. */
export function readHead(text: string): string | undefined {
  return /^---[ \t]*\n.*?\n---[ \t]*(?:\n|$)/s.exec(text)?.[0];
}
