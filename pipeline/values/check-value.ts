import type { Diagnostic, Json, Language, Property, Unit } from '../model.ts';
import { suggest } from '../rules/likely-names.ts';
import type { RuleId } from '../rules/rules.ts';
import { codeLists } from './code-lists.ts';
import { canonicalDecimal, canonicalInteger } from './decimal.ts';
import { dateExists, earliestDay, latestDay, looksLikeDate, looksLikePeriod } from './edtf.ts';
import { parseEntityId, parseTarget } from './entity-id.ts';
import { findUnwritable } from './find-unwritable.ts';
import { unsafeScheme } from './iri-scheme.ts';
import { isObject, showValue } from './json-value.ts';

/** What is wrong with a value: a rule, its values, and the path of the wrong part under the value. */
export interface ValueProblem {
  rule: RuleId;
  path: string;
  values: Diagnostic['values'];
  /** Whether the key is wrong that the part stands under; false unless given. */
  isAboutKey?: boolean;
}

/** As schemas/values.json has it. */
const languageTag = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/**
 * Holds one value against the kind of its property (of a many-valued property: one of its values); parts of a quantity
 * are checked by themselves. `context` chooses the message's variant for the kind.
 * Rules: value-has-the-right-type, date-exists, period-is-in-order, code-is-known, unit-is-known, iri-scheme-is-safe,
 * language-is-published, language-tag-is-well-formed.
 */
export function checkValue(
  value: Json,
  property: Property,
  languages: Language[],
  units: Map<string, Unit>,
): ValueProblem[] {
  const wrong = (rule: RuleId, path: string, values: Diagnostic['values']): ValueProblem[] => [
    { rule, path, values },
  ];
  const wrongType = (path = '', found: Json = value): ValueProblem[] =>
    wrong('value-has-the-right-type', path, { context: contextOf(property), found: showValue(found) });

  if (property.kind === 'text') return checkText(value, property, languages, wrongType);
  if (property.kind === 'quantity') return isObject(value) ? [] : wrongType();
  if (property.kind === 'boolean') return typeof value === 'boolean' ? [] : wrongType();
  if (typeof value !== 'string' || value === '') return wrongType();
  switch (property.kind) {
    case 'integer':
      return canonicalInteger(value) === value ? [] : wrongType();
    case 'decimal':
      return canonicalDecimal(value) === value ? [] : wrongType();
    case 'date':
      if (!looksLikeDate(value)) return wrongType();
      return dateExists(value) ? [] : wrong('date-exists', '', { found: value });
    case 'period': {
      if (!looksLikePeriod(value)) return wrongType();
      const missing = value.split('/').find((date) => !dateExists(date));
      if (missing !== undefined) return wrong('date-exists', '', { found: missing });
      const [start = value, end = value] = value.split('/');
      return earliestDay(start) <= latestDay(end)
        ? []
        : wrong('period-is-in-order', '', { found: value, start, end });
    }
    case 'entity':
      return parseEntityId(value) ? [] : wrongType();
    case 'target':
      return parseTarget(value) ? [] : wrongType();
    case 'iri': {
      if (!/^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(value) || !URL.canParse(value)) return wrongType();
      const scheme = unsafeScheme(value);
      const values = { scheme: scheme ?? '', found: showValue(value) };
      return scheme === undefined ? [] : wrong('iri-scheme-is-safe', '', values);
    }
    case 'code':
      return checkCode(value, property, units);
    case 'string':
      return checkCharacters(value, '');
  }
}

/** Variant of the message: the kind, texts apart from text. */
function contextOf(property: Property): string {
  return property.kind === 'text' && property.many ? 'texts' : property.kind;
}

function checkText(
  value: Json,
  property: Property,
  languages: Language[],
  wrongType: (path?: string, found?: Json) => ValueProblem[],
): ValueProblem[] {
  if (!isObject(value) || Object.keys(value).length === 0) return wrongType();
  const isWords = (words: Json): boolean => typeof words === 'string' && words !== '';
  return Object.entries(value).flatMap(([language, words]): ValueProblem[] => {
    const about = { path: language, isAboutKey: true };
    if (!languageTag.test(language)) {
      const values = { found: showValue(language), ...suggest(language, languages) };
      return [{ ...about, rule: 'language-tag-is-well-formed', values }];
    }
    if (languages.length > 0 && !languages.includes(language)) {
      const values = { language, expected: languages.join(', '), ...suggest(language, languages) };
      return [{ ...about, rule: 'language-is-published', values }];
    }
    const all = property.many ? words : [words];
    if (!Array.isArray(all) || !all.every(isWords)) return wrongType(language, words);
    return all.flatMap((each, index) =>
      checkCharacters(String(each), property.many ? `${language}/${index}` : language),
    );
  });
}

function checkCharacters(text: string, path: string): ValueProblem[] {
  const found = findUnwritable(text)[0]?.name;
  if (found === undefined) return [];
  return [{ rule: 'value-has-the-right-type', path, values: { context: 'characters', found } }];
}

/** A unit is a code whose list is the property's `units`, or all units where it has none. */
function checkCode(value: string, property: Property, units: Map<string, Unit>): ValueProblem[] {
  const list = property.codeList === undefined ? undefined : codeLists.get(property.codeList);
  // Of a code in another form the schema tells.
  const isInForm = new RegExp(property.limits?.pattern ?? '').test(value);
  if (list && isInForm && !list.has(value)) {
    const values = { context: 'list', list: property.codeList?.toUpperCase() ?? '', found: showValue(value) };
    return [{ rule: 'code-is-known', path: '', values }];
  }
  if (property.name === 'unit' && property.codes.size === 0) {
    const allowed = property.units.length > 0 ? property.units : [...units.keys()];
    if (allowed.includes(value)) return [];
    const values = { expected: allowed.join(', '), found: value, ...suggest(value, allowed) };
    return [{ rule: 'unit-is-known', path: '', values }];
  }
  if (property.codes.size === 0 || property.codes.has(value)) return [];
  const expected = [...property.codes.keys()];
  const values = { expected: expected.join(', '), found: value, ...suggest(value, expected) };
  return [{ rule: 'code-is-known', path: '', values }];
}
