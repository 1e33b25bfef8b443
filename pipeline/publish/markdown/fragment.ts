/** The id that a link within a text ("#s-uno") leads to. */
export function readFragment(url: string): string {
  try {
    return decodeURIComponent(url.slice(1));
  } catch {
    return url.slice(1);
  }
}
