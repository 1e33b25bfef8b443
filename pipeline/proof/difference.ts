/** What is in one list and not in another, each member counted as often as it occurs. */
export interface ListDifference<T> {
  missing: T[];
  extra: T[];
}

/** Compares two lists as multisets by a key. Of equal members the first ones are taken to be the same. */
export function difference<T>(expected: T[], found: T[], keyOf: (member: T) => string): ListDifference<T> {
  return { missing: without(expected, found, keyOf), extra: without(found, expected, keyOf) };
}

function without<T>(members: T[], others: T[], keyOf: (member: T) => string): T[] {
  const counts = new Map<string, number>();
  for (const other of others) counts.set(keyOf(other), (counts.get(keyOf(other)) ?? 0) + 1);
  return members.filter((member) => {
    const count = counts.get(keyOf(member)) ?? 0;
    counts.set(keyOf(member), count - 1);
    return count <= 0;
  });
}
