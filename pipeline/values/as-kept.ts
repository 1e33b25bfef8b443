/** A text as a repository keeps it, whatever a checkout made of it: LF as line end, no byte order mark. */
export function asKept(text: string): string {
  return text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
}
