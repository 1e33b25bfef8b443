/** Makes a text match itself in a regular expression, outside of a class of characters. */
export function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
