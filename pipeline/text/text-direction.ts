/**
 * Scripts that are written from right to left (https://www.unicode.org/reports/tr44/#Bidi_Class_Values). `Intl.Locale`
 * tells the direction too, but under a name that differs between versions of Node, and not for all of these.
 */
const rightToLeft = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Syrc', 'Thaa']);

/** Direction of a language's script, as the attribute `dir` of HTML has it. */
export function textDirection(tag: string): 'ltr' | 'rtl' {
  return rightToLeft.has(new Intl.Locale(tag).maximize().script ?? '') ? 'rtl' : 'ltr';
}
