/** The order in which JSON-LD prefers names: the shortest, then the first by code units. */
export function compareShortest(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
