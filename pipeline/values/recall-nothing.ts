/** Answers every question anew: see Recall in model.ts. */
export function recallNothing<T>(_name: string, _read: readonly string[], answer: () => T): T {
  return answer();
}
