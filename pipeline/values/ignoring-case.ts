/**
 * A regular expression that matches what `source` matches with the flags "iu", without the flag "i".
 *
 * V8 asks ICU for the case of every letter of a pattern with both flags, each time that it compiles it: 200 words take 33 ms where
 * they take 0.3 ms with "u" alone, and a pattern is compiled for texts of one and of two bytes a character, and again once it is
 * used much. Here each letter is written in its cases. What is not known of, such as other scripts that have case, is left to
 * the flag.
 *
 * @param flags besides "iu"
 */
export function ignoringCase(source: string, flags = ''): RegExp {
  const written = writeCases(source);
  return written === undefined ? new RegExp(source, `${flags}iu`) : new RegExp(written, `${flags}u`);
}

/**
 * One token of a pattern: an escape, the beginning of a group, a range of characters in a class, or a character.
 * https://tc39.es/ecma262/#sec-patterns
 */
const token =
  /\\(?:p\{[^}]*\}|P\{[^}]*\}|u\{[^}]*\}|u[\dA-Fa-f]{4}|x[\dA-Fa-f]{2}|c[A-Za-z]|k<[^>]*>|.)|\(\?(?:<[^=!>][^>]*>|<?[=!]|:)|\{\d+(?:,\d*)?\}|./gsuy;

/** Escapes that other characters belong to where case is ignored, and what they are in a class. */
const escapes: Readonly<Record<string, string>> = {
  // The iota below is a mark, and the only one that has the case of letters.
  '\\p{L}': '\\p{L}\u0345',
  '\\p{M}': '\\p{M}\u03b9\u0399\u1fbe',
  '\\w': '\\w\u017f\u212a',
};

/** Escapes that match the same whether case is ignored or not: of white space, digits, controls, and of signs. */
const indifferent = /^\\(?:[dDsSntrfv0]|p\{(?:N|Nd|No)\}|[^A-Za-z0-9])$/;

/** Undefined where a token is none that is known. */
function writeCases(source: string): string | undefined {
  let written = '';
  let isInClass = false;
  const tokens = source.match(token) ?? [];
  for (const [index, part] of tokens.entries()) {
    const isRange = isInClass && tokens[index + 1] === '-' && tokens[index + 2] !== ']';
    const cases = casesOf(part);
    // Of a range only what has no case on both ends, digits and signs, is the same in all cases.
    if (cases === undefined || (isRange && !isRangeWithoutCase(part, tokens[index + 2]))) return undefined;
    written += !isInClass && cases !== part ? `[${cases}]` : cases;
    if (part === '[') isInClass = true;
    if (part === ']') isInClass = false;
  }
  return written;
}

function isRangeWithoutCase(first: string, last = ''): boolean {
  const [from, to] = [first, last].map((end) => (end.length === 1 ? end.charCodeAt(0) : Number.NaN));
  return (
    from !== undefined && to !== undefined && ((from >= 0x20 && to < 0x41) || (from >= 0x2010 && to < 0x2070))
  );
}

/** What stands in a class for a token; the token itself where case makes no difference. */
function casesOf(part: string): string | undefined {
  if (part.startsWith('\\')) return escapes[part] ?? (indifferent.test(part) ? part : undefined);
  if (part.length > 1 && part.codePointAt(0) === part.charCodeAt(0)) return part;
  const [lower, upper] = [part.toLowerCase(), part.toUpperCase()];
  if (lower === upper) return part;
  if (!latin.test(part)) return undefined;
  return lower + (upper.length === 1 ? upper : '') + (more[lower] ?? '');
}

/** Latin letters whose cases are one letter each: neither dotted nor dotless i, and no "ŉ". */
const latin = /^[A-Za-z\u00c0-\u012f\u0132-\u0148\u014a-\u017e]$/;

/** Letters whose lower case is another's: the long s, Kelvin, Ångström, the capital sharp s. */
const more: Readonly<Record<string, string>> = { s: '\u017f', k: '\u212a', å: '\u212b', ß: '\u1e9e' };
