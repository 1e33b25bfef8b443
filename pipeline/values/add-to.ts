/** Puts values at the end of the list that a map has under a key. A list of its own is made once: a copy for each value would cost the square of their number. */
export function addTo<K, V>(lists: Map<K, V[]>, key: K, ...values: readonly V[]): void {
  const list = lists.get(key);
  if (list) list.push(...values);
  else lists.set(key, [...values]);
}
