import type {
  Diagnostic,
  Edition,
  EntityId,
  Extraction,
  Glossary,
  LanguageHabits,
  Mention,
} from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { agreeOnPlace } from '../values/agree-on-place.ts';
import type { CitationWords } from '../values/citation-words.ts';
import type { CitedPart } from '../values/cited-place.ts';
import type { CitationReaders } from '../values/create-citation-readers.ts';
import { isTurnedRound } from '../values/is-turned-round.ts';
import { readCitedNames } from './cited-names.ts';
import { type CitedWork, wordsIn } from './cited-work.ts';

/** How citations of an edition are read, and what they are held against. */
interface Checking extends CitationReaders {
  citations: CitationWords;
  habits: LanguageHabits;
  works: ReadonlyMap<EntityId, CitedWork>;
  glossary: Glossary;
}

/**
 * Holds what the citations of an edition say of their works, in their words and in their locators, against the bibliography.
 * Findings: citation-agrees-with-its-work, locator-kind-is-known, locator-range-ascends.
 *
 * @param source what the source's text says: a locator that is borrowed is found there alone
 */
export function checkCitations(
  edition: Edition,
  { mentions }: Extraction,
  source: Extraction,
  checking: Checking,
): Diagnostic[] {
  const states = new Map(edition.segments.map(({ segment, state }) => [segment.index, state]));
  const isOwn = ({ segment }: Mention): boolean =>
    ['source', 'translated'].includes(states.get(segment) ?? '');
  const isBorrowed = ({ entity, segment, locator }: Mention): boolean =>
    !edition.isSource &&
    source.mentions.some(
      (one) => one.segment === segment && one.entity === entity && one.locator === locator,
    );
  return mentions.filter(isOwn).flatMap((mention) => {
    const work = mention.path === undefined ? checking.works.get(mention.entity) : undefined;
    if (mention.locator === undefined && !work) return [];
    return [
      ...(mention.locator === undefined || isBorrowed(mention)
        ? []
        : checkLocator(mention.locator, mention, checking)),
      ...(work ? checkWords(mention, work, checking) : []),
    ];
  });
}

function checkLocator(locator: string, { location, entity }: Mention, { readPlace }: Checking): Diagnostic[] {
  const { parts, unknown } = readPlace(locator);
  if (!parts)
    return [diagnose('locator-kind-is-known', location, { target: entity, found: unknown, locator })];
  return checkRanges(parts, location);
}

function checkRanges(parts: readonly CitedPart[], location: Mention['location']): Diagnostic[] {
  return parts
    .flatMap(({ numbers }) => numbers.filter(isTurnedRound))
    .map(({ from, to = '' }) =>
      diagnose('locator-range-ascends', location, { found: `${from}-${to}`, expected: `${to}-${from}` }),
    );
}

function checkWords(mention: Mention, work: CitedWork, checking: Checking): Diagnostic[] {
  const { words, locator, location, entity } = mention;
  const said = checking.readCitation(words);
  const report = (found: string, expected: readonly string[], context?: string): Diagnostic =>
    diagnose('citation-agrees-with-its-work', location, {
      target: entity,
      expected: expected.join(', '),
      found,
      ...(context === undefined ? {} : { context }),
    });
  if (!said) {
    const [name, ...others] = readCitedNames(words, checking.citations) ?? [];
    return name !== undefined && others.length === 0 && isAnothers(name, work, checking)
      ? [report(name, work.authors)]
      : [];
  }
  const names = readCitedNames(said.names, checking.citations);
  // A year in prose need not be the work's: "a study of Lima in 1985".
  if (!names) return [];
  const place = locator === undefined ? undefined : checking.readPlace(locator).parts;
  const strangers = names.filter((name) => contradicts(name, work, mention, checking));
  return [
    ...strangers.map((name) => report(name, work.authors)),
    ...checkYears(said, work).map(({ context, found }) => report(found, work.issued, context)),
    ...(said.place && place && !agreeOnPlace(said.place, place)
      ? [report(words, [locator ?? ''], 'locator')]
      : []),
    ...(said.place && !place ? checkRanges(said.place, location) : []),
  ];
}

/** A year to come agrees with any; of "1867/1990" one may be the year of a first edition that the item does not name. */
function checkYears(
  { years, standIn }: { years: readonly string[]; standIn: string | undefined },
  { years: known, issued, hasVagueDate }: CitedWork,
): { context: string; found: string }[] {
  if (standIn === 'undated')
    return issued.length > 0 && !hasVagueDate ? [{ context: 'undated', found: '' }] : [];
  if (years.length === 0 || years.some((year) => known.includes(year))) return [];
  return [{ context: known.length > 0 ? 'year' : 'dateless', found: years.join('/') }];
}

/** Whether a name is none of those of a work. Names of persons are; of others some other work or entity has to have it. */
function contradicts(name: string, work: CitedWork, { language }: Mention, checking: Checking): boolean {
  const words = wordsIn(name);
  if (words.length === 0 || words.some((word) => isOf(word, work))) return false;
  if (work.isByPersons) return isComparable(name, work.authors);
  if (isAnothers(name, work, checking)) return true;
  return checking.glossary.named(name, language).some(({ term }) => {
    const labels = [...term.labels.values()].flat().flatMap(({ text }) => wordsIn(text));
    return !labels.some((word) => isOf(word, work));
  });
}

function isOf(word: string, { words, families }: CitedWork): boolean {
  return words.has(word) || families.has(word);
}

/** Whether a name is the family name of persons of another work, and no word of this one. */
function isAnothers(name: string, work: CitedWork, { works }: Checking): boolean {
  const words = wordsIn(name);
  if (words.length === 0 || words.some((word) => isOf(word, work))) return false;
  return [...works.values()].some(({ families }) => words.every((word) => families.has(word)));
}

/** Names in two scripts cannot be compared letter by letter. */
function isComparable(name: string, authors: readonly string[]): boolean {
  const isLatin = (text: string): boolean => /\p{Script=Latin}/u.test(text);
  return isLatin(name) === isLatin(authors.join(' '));
}
