import type { Diagnostic, Json, Location } from '../model.ts';
import { nameAlternatives } from '../values/json-schema/name-alternatives.ts';
import type { Failure } from '../values/json-schema/outcome.ts';
import { showValue } from '../values/json-value.ts';
import { chooseAlternative, isUnfitting } from './choose-alternative.ts';
import { diagnose } from './diagnose.ts';
import { suggest } from './likely-names.ts';

/** What was held against a schema, as findings name and place it. Paths are JSON Pointers in the instance. */
export interface HeldValue {
  /** What it is called: an id, a file with its line. */
  entity: string;
  /** What its schema is called, and the file of the schema. */
  type: string;
  schema: string;
  valueAt: (path: string) => Json | undefined;
  locate: (path: string) => Location;
  /** Place of a key of the object at a path. */
  locateKey: (path: string, key: string) => Location;
  /** A path as an author names it: "population.value"; '' for the whole. */
  nameOf: (path: string) => string;
  /** Names of the members that an object may have, as far as they are known. */
  membersOf: (path: string) => Iterable<string>;
  /** Of the names that an object lacks those that an author is told. */
  missedOf: (path: string, missing: string[]) => string[];
  /** Variant of the help where a finding on a name has no likelier one. */
  help: 'file' | undefined;
}

/** Keywords whose messages name a limit: how large, how long, how many. */
const limits = new Set([
  ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
  ...['minLength', 'maxLength', 'minProperties', 'maxProperties'],
  ...['contains', 'minContains', 'maxContains'],
]);

/** Keywords that have one phrase for what they demand. */
const sharedPhrases = new Map([
  ...['required', 'dependentRequired', 'dependencies'].map((keyword) => [keyword, 'required'] as const),
  ...['additionalProperties', 'unevaluatedProperties'].map((keyword) => [keyword, 'unknown'] as const),
  ...['enum', 'const'].map((keyword) => [keyword, 'enum'] as const),
  ...['anyOf', 'oneOf'].map((keyword) => [keyword, 'anyOf'] as const),
]);
/** Keywords that have a phrase of their own. */
const ownPhrases: ReadonlySet<string> = new Set([
  ...limits,
  ...['type', 'pattern', 'format', 'propertyNames', 'unevaluatedItems', 'uniqueItems', 'not'],
  ...['minItems', 'maxItems'],
]);

/**
 * What a keyword of a schema does not accept of a value, as findings at the line that an author edits.
 * Findings: required-property-is-present, property-is-known, number-of-values-is-right, value-fits-schema.
 */
export function tellSchemaFailure(failure: Failure, held: HeldValue): Diagnostic[] {
  const { keyword, params, path } = failure;
  const { entity, type, schema } = held;
  const base = { entity, type, schema, property: held.nameOf(path) || entity };
  const value = held.valueAt(path);
  const fits = (context: string, values: Diagnostic['values'] = {}) => [
    diagnose('value-fits-schema', held.locate(path), {
      ...base,
      context,
      found: showValue(value),
      ...values,
    }),
  ];
  /** A name that a pattern takes too long with. */
  const slowName = (found: string) => {
    const values = { ...base, context: 'patternTime', expected: String(params.pattern), found };
    return [diagnose('value-fits-schema', held.locateKey(path, found), values)];
  };
  switch (keyword) {
    case 'required':
    case 'dependentRequired':
    case 'dependencies':
      return tellMissing(names(params.missing), path, held);
    case 'unevaluatedProperties':
    case 'additionalProperties': {
      const name = String(params.property);
      const likely = suggest(name, held.membersOf(path));
      const help = held.help === undefined ? {} : { context: held.help };
      const values = { ...base, property: name, ...help, ...likely };
      return [diagnose('property-is-known', held.locateKey(path, name), values)];
    }
    case 'minItems':
    case 'maxItems': {
      const [expected, found] = [Number(params.limit), Number(params.found)];
      const values = { ...base, context: keyword, expected, found };
      return [diagnose('number-of-values-is-right', held.locate(path), values)];
    }
    case 'enum':
    case 'const': {
      const allowed = Array.isArray(params.allowedValues)
        ? params.allowedValues
        : [params.allowedValue ?? null];
      return fits('enum', {
        expected: allowed.map((one) => showValue(one) || JSON.stringify(one)).join(' | '),
      });
    }
    case 'type':
      return fits('type', { expected: names(params.types).join(' | ') });
    case 'pattern':
      if (params.isTooSlow === true && value !== params.found) return slowName(String(params.found));
      return fits(params.isTooSlow === true ? 'patternTime' : 'pattern', {
        expected: String(params.pattern),
      });
    case 'patternProperties':
      return slowName(String(params.property));
    case 'format':
      return fits('format', { expected: String(params.format) });
    case 'propertyNames': {
      const found = String(params.property);
      const values = { ...base, context: 'propertyNames', found };
      return [diagnose('value-fits-schema', held.locateKey(path, found), values)];
    }
    case 'unevaluatedItems':
      return fits('unevaluatedItems', { number: Number(params.index) + 1 });
    case 'anyOf':
    case 'oneOf': {
      const { context, values, wanted } = explainAlternatives(failure);
      const expected = wanted.map((each) => describeDemand(each, held));
      const location = isUnfitting(failure) ? locateFault(failure, held) : held.locate(path);
      const findings = fits(context, values).map((each) => ({ ...each, location }));
      return expected.length === 0 ? findings : findings.map((each) => ({ ...each, phrases: { expected } }));
    }
    case 'uniqueItems':
    case 'not':
      return fits(keyword);
    default:
      if (!limits.has(keyword)) return fits('nothing');
      return fits(keyword, { expected: showValue(params.limit), number: Number(params.found ?? 0) });
  }
}

function tellMissing(missing: string[], path: string, held: HeldValue): Diagnostic[] {
  const { entity, type, schema, help } = held;
  const of = held.nameOf(path);
  const context = help === undefined ? {} : { context: help, schema };
  return held.missedOf(path, missing).map((name) => {
    const property = of === '' ? name : `${of}.${name}`;
    const values = { entity, type, property, ...context };
    return diagnose('required-property-is-present', held.locate(path), values);
  });
}

/**
 * Which message tells that no alternative fits, or too many, its values, and what the nearest alternative wants; none is called the
 * nearest where several are.
 */
function explainAlternatives(failure: Failure): {
  context: string;
  values: Diagnostic['values'];
  wanted: readonly Failure[];
} {
  const { keyword, params, branches, alternatives } = failure;
  const called = nameAlternatives(alternatives).map((name) => `“${name}”`);
  const fitting = Array.isArray(params.fitting)
    ? params.fitting.map((index) => called[Number(index)] ?? '')
    : [];
  const number = branches.length;
  if (!isUnfitting(failure)) {
    const [first = '', second = ''] = fitting;
    const values = { number, fitting: fitting.join(', '), first, second };
    return { context: fitting.length === 2 ? 'both' : 'several', values, wanted: [] };
  }
  const { nearest, wanted } = chooseAlternative(failure);
  const names = nearest.map((index) => called[index] ?? '');
  const others = { nearest: names.slice(0, -1).join(', '), last: names.at(-1) ?? '', first: names[0] ?? '' };
  if (nearest.length > 1) return { context: 'equal', values: { number, ...others }, wanted };
  return { context: keyword, values: { number, nearest: names.join('') }, wanted };
}

/** Where the nearest alternative finds fault: as deep as what it wants has one place. */
function locateFault(failure: Failure, held: HeldValue): Location {
  const { nearest, wanted } = chooseAlternative(failure);
  const [first, second] = wanted;
  if (!first || nearest.length > 1) return held.locate(failure.path);
  if (!second && isUnfitting(first)) return locateFault(first, held);
  if (!second) return tellSchemaFailure(first, held)[0]?.location ?? held.locate(first.path);
  const steps = first.path.split('/');
  const paths = wanted.map(({ path }) => path.split('/'));
  const end = steps.findIndex((step, index) => paths.some((path) => path[index] !== step));
  return held.locate((end < 0 ? steps : steps.slice(0, end)).join('/'));
}

/** What a keyword demands, as values of the phrase that tells it. */
function describeDemand(
  { keyword, params, path, alternatives }: Failure,
  held: HeldValue,
): Diagnostic['values'] {
  const { missing, types, allowedValues, allowedValue, pattern, format, limit } = params;
  const value = missing ?? types ?? allowedValues ?? allowedValue ?? pattern ?? format ?? limit ?? null;
  const listed = alternatives.length > 0 ? nameAlternatives(alternatives) : value;
  return {
    context: sharedPhrases.get(keyword) ?? (ownPhrases.has(keyword) ? keyword : ''),
    property: held.nameOf(path) || held.entity,
    expected: [listed]
      .flat()
      .map((one) => showValue(one) || JSON.stringify(one))
      .join(', '),
    found: showValue(params.property),
    number: Number(params.index ?? 0) + 1,
  };
}

function names(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
