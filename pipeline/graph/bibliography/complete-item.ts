import type { Diagnostic, Json, JsonObject, Location } from '../../model.ts';
import { diagnose } from '../../rules/diagnose.ts';
import { isTurnedRound } from '../../values/is-turned-round.ts';
import { getKey, isObject, setKey } from '../../values/json-value.ts';
import type { BibliographicItem } from './bibliographic-item.ts';
import { readCslDate } from './csl-date.ts';
import { dateVariables, nameVariables, structuredMembers } from './csl-variables.ts';
import { type LanguageCodes, languageTag } from './language-tag.ts';
import { plainTitle } from './plain-title.ts';
import { readExtra } from './read-extra.ts';

/** An item with everything in the form that styles and data take. */
export interface CompleteItem {
  /** What is published, and what the styles print. */
  csl: JsonObject;
  /** Variables as the data have them: dates as EDTF, texts without markup. One that they cannot have is missing. */
  data: JsonObject;
}

/** Types of CSL 1.0.2 (https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types). */
const cslTypes: ReadonlySet<string> = new Set(
  (
    'article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset ' +
    'document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation ' +
    'manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical ' +
    'personal_communication post post-weblog regulation report review review-book software song speech standard thesis ' +
    'treaty webpage'
  ).split(' '),
);

/**
 * Brings an item into the form that styles and data take: lines of the note that are variables, names that are texts,
 * dates of every form, languages as tags, DOIs without an address. What is in that form already stays as it is.
 * Findings: bibliography-is-well-formed, bibliography-is-kept-whole, locator-range-ascends.
 */
export function completeItem(
  item: BibliographicItem,
  codes: LanguageCodes | undefined,
  report: (finding: Diagnostic) => void,
): CompleteItem {
  const csl: JsonObject = {};
  const data: JsonObject = {};
  const tell = (variable: string, context: string, found = item.quote(variable)): void =>
    report(diagnose('bibliography-is-kept-whole', item.locate(variable), { context, variable, found }));
  const refuse = (variable: string): void => {
    const values = { context: 'variable', variable, problem: item.quote(variable) };
    report(diagnose('bibliography-is-well-formed', item.locate(variable), values));
  };
  for (const [variable, value] of Object.entries(readExtra(item.csl))) {
    if (value === null) continue;
    if (dateVariables.has(variable)) {
      const date = readCslDate(value);
      if (!date) {
        refuse(variable);
        continue;
      }
      csl[variable] = date.csl;
      if (date.edtf !== undefined) data[variable] = date.edtf;
      if (!date.isWhole) tell(variable, date.edtf === undefined ? 'date' : 'season');
    } else if (nameVariables.has(variable)) {
      const names = readNames(value);
      if (names) csl[variable] = data[variable] = names;
      else refuse(variable);
    } else {
      if (variable === 'page') checkPages(value, item.locate(variable), report);
      const text = readText(variable, value, codes, tell);
      if (text === undefined) continue;
      setKey(csl, variable, text.csl);
      if (text.data !== undefined) setKey(data, variable, text.data);
    }
  }
  return { csl, data };
}

/** A variable that is neither a date nor names; undefined where an item cannot have it. */
function readText(
  variable: string,
  value: Json,
  codes: LanguageCodes | undefined,
  tell: (variable: string, context: string) => void,
): { csl: Json; data: Json | undefined } | undefined {
  if (structuredMembers.has(variable)) return { csl: value, data: undefined };
  const text =
    Array.isArray(value) && value.every((part) => typeof part === 'string') ? value.join(', ') : value;
  if (isObject(text) || Array.isArray(text) || typeof text === 'boolean') {
    tell(variable, 'value');
    return undefined;
  }
  if (typeof text !== 'string') return { csl: text, data: text };
  if (variable === 'language') {
    const tag = languageTag(text, codes);
    if (tag === undefined) tell(variable, 'language');
    return { csl: tag ?? text, data: tag };
  }
  if (variable === 'type' && !cslTypes.has(text)) {
    tell(variable, 'type');
    return { csl: 'document', data: 'document' };
  }
  if (variable === 'DOI') {
    const doi = text.replace(/^\s*(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '').trim();
    return { csl: doi, data: doi };
  }
  return { csl: text, data: plainTitle(text) };
}

/** A range of pages that ends before it begins; of a shortened end ("155-12") nothing is sure, it may be the number of an article. */
function checkPages(value: Json, location: Location, report: (finding: Diagnostic) => void): void {
  const ranges = typeof value === 'string' ? value.split(/[,;]/) : [];
  for (const range of ranges) {
    const [, from, to] = /^\s*(?:pp?\.\s*)?(\w+)\s*[-–—]+\s*(\w+)\s*$/.exec(range) ?? [];
    if (from === undefined || to === undefined) continue;
    const isWhole = !/^\d+$/.test(from) || from.length === to.length;
    if (!isWhole || !isTurnedRound({ from, to, following: undefined })) continue;
    const values = { found: `${from}-${to}`, expected: `${to}-${from}` };
    report(diagnose('locator-range-ascends', location, values));
  }
}

/** Names as the engine takes them: a list of objects; undefined for what is none. */
function readNames(value: Json): Json[] | undefined {
  if (typeof value === 'string') return value.trim() === '' ? [] : [{ literal: value }];
  if (isObject(value)) return readNames([value]);
  if (!Array.isArray(value)) return undefined;
  const names = value.map((name): Json | undefined => {
    if (typeof name === 'string') return { literal: name };
    return isObject(name) && isName(name) ? name : undefined;
  });
  return names.some((name) => name === undefined) ? undefined : names.flatMap((name) => name ?? []);
}

function isName(name: JsonObject): boolean {
  const parts = ['literal', 'family', 'given'].map((part) => getKey(name, part));
  return parts.some((part) => typeof part === 'string' && part !== '');
}
