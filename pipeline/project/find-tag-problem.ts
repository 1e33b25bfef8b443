/** What is wrong with the tag of an edition, as a variant of configuration-is-valid with what it names. */
export interface TagProblem {
  context: 'tag' | 'tagForm' | 'tagLanguage' | 'tagUnsupported';
  expected: string;
}

/** Names of regions, none for a code that no region has. */
const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/**
 * Checks a BCP 47 tag ("es-PE") and the key of its edition ("es"): well-formed, in its canonical form, of one language
 * and a region that exists, and known to Intl, which else would write numbers as the machine at hand does.
 */
export function findTagProblem(language: string, tag: string): TagProblem | undefined {
  const canonical = canonicalize(tag);
  if (canonical === undefined) return { context: 'tag', expected: 'en-US' };
  if (canonical !== tag) return { context: 'tagForm', expected: canonical };
  if (new Intl.Locale(tag).language !== language.split('-')[0])
    return { context: 'tagLanguage', expected: language };
  if (Intl.NumberFormat.supportedLocalesOf(tag).length === 0)
    return { context: 'tagUnsupported', expected: 'en-US' };
  const { region } = new Intl.Locale(tag);
  if (region !== undefined && !regions.of(region)) return { context: 'tag', expected: language };
  return undefined;
}

function canonicalize(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}
