/**
 * For how many milliseconds a server asks to be left alone: Retry-After in seconds or as a date
 * (https://www.rfc-editor.org/rfc/rfc9110#name-retry-after), which is compared with the server's own clock where it tells it.
 * 0 where it asks for nothing that can be read, or for what is past.
 *
 * @param now milliseconds since 1970, for a server that does not tell its time
 */
export function readRetryAfter(headers: Headers, now: number): number {
  const asked = headers.get('retry-after')?.trim() ?? '';
  if (/^\d+(?:\.\d+)?$/.test(asked)) return Number(asked) * 1000;
  const until = Date.parse(asked);
  const date = Date.parse(headers.get('date') ?? '');
  const wait = until - (Number.isNaN(date) ? now : date);
  return wait > 0 ? wait : 0;
}
