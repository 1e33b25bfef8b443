import type { EditionConfiguration, Json } from '../model.ts';
import { isObject } from '../values/json-value.ts';
import { type Reading, report, valueAt } from './reading.ts';

/** The editions in the order of the file; one whose language or tag is wrong is left out and reported. */
export function readEditions(reading: Reading): EditionConfiguration[] {
  const { editions } = reading.value;
  if (!isObject(editions)) return [];
  const converted = Object.entries(editions).flatMap(([language, edition]): EditionConfiguration[] => {
    const given = isObject(edition) ? edition : { tag: edition };
    if (typeof given.tag !== 'string') return [];
    const at = `editions/${language}${isObject(edition) ? '/tag' : ''}`;
    const form = findTagProblem(language, language);
    if (form !== undefined) {
      const place = reading.source.locateKey(reading.root, 'editions', language);
      report(reading, place, { ...form, found: language });
      return [];
    }
    const problem = findTagProblem(language, given.tag);
    if (problem !== undefined) {
      report(reading, valueAt(reading, at), { ...problem, found: given.tag });
      return [];
    }
    const threshold = readThreshold(given.threshold);
    const own = typeof given.citationStyle === 'string' ? given.citationStyle : undefined;
    return [
      {
        language,
        tag: given.tag,
        citationStyle: own ?? defaultStyle(language),
        location: valueAt(reading, `editions/${language}${own === undefined ? '' : '/citationStyle'}`),
        ...(threshold === undefined ? {} : { threshold }),
      },
    ];
  });
  for (const [index, { language, tag }] of converted.entries()) {
    const first = converted.slice(0, index).find((other) => other.tag === tag);
    if (first === undefined) continue;
    const related = [{ location: valueAt(reading, `editions/${first.language}`), role: 'first' }];
    const place = valueAt(reading, `editions/${language}`);
    report(reading, place, { context: 'tagTwice', found: tag }, related);
  }
  return converted;
}

/** Name of the CSL style of an edition that names none: ABNT is what Portuguese readers know. */
function defaultStyle(language: string): string {
  return language === 'pt' ? 'tinkuy-abnt' : 'apa';
}

/** Per cent; another value is a finding of the schema. */
function readThreshold(given: Json | undefined): number | undefined {
  return typeof given === 'number' && given >= 0 && given <= 100 ? given : undefined;
}

/** What is wrong with the tag of an edition, as a variant of configuration-is-valid with what it names. */
interface TagProblem {
  context: 'tag' | 'tagForm' | 'tagLanguage' | 'tagUnsupported';
  expected: string;
}

/** Names of regions, none for a code that no region has. */
const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/**
 * Checks a BCP 47 tag ("es-PE") and the key of its edition ("es"): well-formed, in its canonical form, of one language
 * and a region that exists, and known to Intl, which else would write numbers as the machine at hand does.
 */
function findTagProblem(language: string, tag: string): TagProblem | undefined {
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
