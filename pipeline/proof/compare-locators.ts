import type { Diagnostic, Mention } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { agreeOnPlace } from '../values/agree-on-place.ts';
import type { CitationReaders } from '../values/create-citation-readers.ts';

/** Citations of one segment in one edition, and how it is read. */
interface CitingSide extends CitationReaders {
  mentions: readonly Mention[];
}

/**
 * Finds citations of a segment that point to another place of the same work. Words and abbreviations are the language's own ("p. 250",
 * "pág. 250"): kind and numbers count, and where they stand does not ("[Ruiz, p. 3](…)" is "[Ruiz](… "p. 3")"). Of locators that cannot be
 * read what is written counts. Findings: locator-agrees-across-editions.
 */
export function compareLocators(source: CitingSide, target: CitingSide): Diagnostic[] {
  const entities = new Set(citationsOf(source).map(({ entity }) => entity));
  return [...entities].flatMap((entity) => {
    const own = (side: CitingSide): Located[] =>
      citationsOf(side)
        .filter((one) => one.entity === entity)
        .map((one) => locate(one, side));
    const extra = own(target);
    const missing = own(source).filter((expected) => {
      const at = extra.findIndex((found) => isSamePlace(expected, found));
      if (at >= 0) extra.splice(at, 1);
      return at < 0;
    });
    return missing.slice(0, extra.length).flatMap((expected, index) => {
      const found = extra[index];
      if (!found) return [];
      const values = { target: entity, expected: expected.locator, found: found.locator };
      const related = [{ location: expected.mention.location, role: 'source' }];
      return [diagnose('locator-agrees-across-editions', found.mention.location, values, related)];
    });
  });
}

function citationsOf({ mentions }: CitingSide): readonly Mention[] {
  return mentions.filter(({ path }) => path === undefined);
}

/** A citation and where it points to; a locator of '' is none. */
interface Located {
  mention: Mention;
  locator: string;
  parts: ReturnType<CitationReaders['readPlace']>['parts'];
}

function locate(mention: Mention, { readPlace, readCitation }: CitingSide): Located {
  const { locator, words } = mention;
  if (locator !== undefined) return { mention, locator, parts: readPlace(locator).parts };
  const said = readCitation(words)?.place;
  return { mention, locator: said ? words : '', parts: said };
}

function isSamePlace(one: Located, other: Located): boolean {
  if (one.parts && other.parts) return agreeOnPlace(one.parts, other.parts);
  return one.locator.trim().toLowerCase() === other.locator.trim().toLowerCase();
}
