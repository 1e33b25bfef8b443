import type { PhrasingContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { agreeOnPlace } from '../../values/agree-on-place.ts';
import type { CitedPart } from '../../values/cited-place.ts';
import { text } from './nodes.ts';
import type { Scope } from './scope.ts';

/**
 * The words of a citation and its locator, in the terms of the edition: "Kahhat, 2007" and "p. 250" are "Kahhat, 2007, p. 250", "Kahhat
 * (2007)" is "Kahhat (2007, p. 250)". Without words the style writes all, without its brackets where the author has some.
 */
export function writeCitation(
  entity: string,
  locator: string | undefined,
  words: PhrasingContent[],
  scope: Scope,
  isEnclosed: boolean,
): PhrasingContent[] {
  const place = locator === undefined ? undefined : readPlace(locator, scope);
  if (words.length === 0) {
    const cited = scope.references.cite(entity, place);
    if (cited.length === 0) return scope.labelWords(entity);
    return isEnclosed ? withoutBrackets(cited) : cited;
  }
  const cited = words.map((node) => matchYear(node, scope.references.years.get(entity)));
  if (!place || isSaid(place, locator, words, scope)) return cited;
  return insert(scope.references.locate(place), cited, scope);
}

/** A locator that cannot be read stays as it is. */
function readPlace(locator: string, scope: Scope): readonly CitedPart[] {
  const { parts } = scope.readPlace(locator);
  const asTyped = { kinds: [], form: undefined, isCapitalized: false, isPlural: false, numbers: [] };
  return parts ?? [{ ...asTyped, words: locator }];
}

/** Whether the words have the locator already. */
function isSaid(
  place: readonly CitedPart[],
  locator = '',
  words: PhrasingContent[],
  { readCitation }: Scope,
): boolean {
  const written = plainText({ type: 'paragraph', children: words });
  if (written.endsWith(locator)) return true;
  const said = readCitation(written)?.place;
  return said !== undefined && agreeOnPlace(said, place);
}

/** Puts a locator behind a citation, or behind its year within the bracket that closes the words. */
function insert(locator: string, words: PhrasingContent[], { readCitation }: Scope): PhrasingContent[] {
  const last = words.at(-1);
  const [, before = '', within = '', bracket = ''] =
    (last?.type === 'text' && /^(.*[([])([^()[\]]*)([)\]]\s*)$/su.exec(last.value)) || [];
  if (readCitation(within)?.names !== '') return [...words, text(`, ${locator}`)];
  return [...words.slice(0, -1), text(`${before}${within}, ${locator}${bracket}`)];
}

function withoutBrackets(cited: PhrasingContent[]): PhrasingContent[] {
  const [first, last] = [cited[0], cited.at(-1)];
  const written = plainText({ type: 'paragraph', children: cited });
  if (first?.type !== 'text' || last?.type !== 'text' || !/^\([^()]*(?:\([^()]*\)[^()]*)*\)$/.test(written))
    return cited;
  if (first === last) return [text(first.value.slice(1, -1))];
  return [text(first.value.slice(1)), ...cited.slice(1, -1), text(last.value.slice(0, -1))];
}

/** "2009a" of the words becomes "2009b" where that is the letter in this edition's list, which the style gives. */
function matchYear(node: PhrasingContent, year: string | undefined): PhrasingContent {
  if (node.type !== 'text' || year === undefined) return node;
  return text(node.value.replace(new RegExp(`\\b${year.slice(0, 4)}[a-z]\\b`, 'g'), year));
}
