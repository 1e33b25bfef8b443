/** Why a request failed, in a few words: fetch hides the reason ("ECONNREFUSED") in the cause of a "fetch failed". */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause;
  return cause instanceof Error && cause.message !== '' ? cause.message : error.message;
}
