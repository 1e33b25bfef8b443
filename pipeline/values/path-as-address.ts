/** A path as the path of an address, so that references can be read against it (RFC 3986). */
export function pathAsAddress(path: string): string {
  const escaped = path.replace(/[%?#\\\s]/g, (char) => encodeURIComponent(char));
  return new URL(`file:///${escaped}`).pathname.slice(1);
}
