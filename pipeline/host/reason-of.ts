/** Why a request failed, in a few words: fetch hides the reason ("ECONNREFUSED") in the cause of a "fetch failed". */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (!(cause instanceof Error)) return error.message;
  // Where a name has several addresses the cause is an AggregateError, which has a code and no message.
  return cause.message || ('code' in cause ? String(cause.code) : error.message);
}
