/** Letters that Unicode does not take apart into one of a to z and a mark, as they are written without them. */
const letters: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ı', 'i'],
]);

/**
 * The second half of the id that a key of a bibliography gives its work: small letters, without marks (é is e, ß is ss); a
 * letter or figure of another script as "u" and its code point in hexadecimal (李 is u674e); whatever else stands between
 * them as one hyphen. '' where nothing is left. What is an id's second half already stays as it is.
 */
export function slugOfKey(key: string): string {
  const plain = key.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const spelt = plain.replace(/[^a-z0-9]/gu, (sign) => {
    const known = letters.get(sign);
    if (known !== undefined) return known;
    return /[\p{L}\p{N}]/u.test(sign) ? `u${(sign.codePointAt(0) ?? 0).toString(16)}` : '-';
  });
  return spelt.replace(/-+/g, '-').replace(/^-|-$/g, '');
}
