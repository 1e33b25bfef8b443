import type { EditionConfiguration, Json } from '../model.ts';
import { isObject } from '../values/json-value.ts';
import { findTagProblem } from './find-tag-problem.ts';
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
  return language === 'pt' ? 'associacao-brasileira-de-normas-tecnicas' : 'apa';
}

/** Per cent; another value is a finding of the schema. */
function readThreshold(given: Json | undefined): number | undefined {
  return typeof given === 'number' && given >= 0 && given <= 100 ? given : undefined;
}
