import type { Diagnostic, Entity, EntityType, Json } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { suggest } from '../rules/likely-names.ts';
import { unescapeStep } from '../values/json-pointer.ts';
import { nameAlternatives } from '../values/json-schema/name-alternatives.ts';
import type { Failure } from '../values/json-schema/outcome.ts';
import { getAt, showValue } from '../values/json-value.ts';
import { kindOf } from '../values/kind-of.ts';
import { fileOfType } from './described-publication.ts';
import { locateKey, locateValue } from './locate-value.ts';
import { propertyAtPath } from './property-at-path.ts';

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
 * What a keyword of a schema does not accept of an entity, as findings at the line that an author edits.
 * Findings: required-property-is-present, property-is-known, number-of-values-is-right, value-fits-schema.
 */
export function explainSchemaFailure(failure: Failure, entity: Entity, type: EntityType): Diagnostic[] {
  const { keyword, params } = failure;
  const path = unescapeStep(failure.path.slice(1));
  const property = propertyName(path);
  const schema = `schemas/${fileOfType(type.name)}`;
  const base = {
    entity: entity.id,
    type: type.name,
    schema,
    property: property === '' ? entity.id : property,
  };
  const value = getAt(entity.properties, path === '' ? [] : path.split('/'));
  const fits = (context: string, values: Diagnostic['values'] = {}) => [
    diagnose('value-fits-schema', locateValue(entity, path), {
      ...base,
      context,
      found: showValue(value),
      ...values,
    }),
  ];
  /** A name that a pattern takes too long with. */
  const slowName = (found: string) => {
    const location = locateKey(entity, path === '' ? found : `${path}/${found}`);
    const values = { ...base, context: 'patternTime', expected: String(params.pattern), found };
    return [diagnose('value-fits-schema', location, values)];
  };
  switch (keyword) {
    case 'required':
    case 'dependentRequired':
    case 'dependencies':
      return explainMissing(names(params.missing), path, entity, type);
    case 'unevaluatedProperties':
    case 'additionalProperties': {
      const name = String(params.property);
      const known = path === '' ? type.properties : propertyAtPath(type.properties, property)?.parts;
      const likely = suggest(name, known?.keys() ?? []);
      const at = path === '' ? name : `${path}/${name}`;
      return [diagnose('property-is-known', locateKey(entity, at), { ...base, property: name, ...likely })];
    }
    case 'minItems':
    case 'maxItems': {
      const [expected, found] = [Number(params.limit), Number(params.found)];
      const values = { ...base, context: keyword, expected, found };
      return [diagnose('number-of-values-is-right', locateValue(entity, path), values)];
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
      const at = path === '' ? found : `${path}/${found}`;
      const values = { ...base, context: 'propertyNames', found };
      return [diagnose('value-fits-schema', locateKey(entity, at), values)];
    }
    case 'unevaluatedItems':
      return fits('unevaluatedItems', { number: Number(params.index) + 1 });
    case 'anyOf':
    case 'oneOf': {
      const { context, values, wanted } = explainAlternatives(failure);
      const expected = wanted.map((each) => describeDemand(each, entity));
      const findings = fits(context, values);
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

function explainMissing(missing: string[], path: string, entity: Entity, type: EntityType): Diagnostic[] {
  const property = propertyName(path);
  const part = path === '' ? undefined : propertyAtPath(type.properties, property);
  // Of a quantity that lacks value and unit, the value is what an author misses.
  const told = part && kindOf(part).composition ? missing.slice(0, 1) : missing;
  return told.map((name) =>
    diagnose('required-property-is-present', locateValue(entity, path), {
      entity: entity.id,
      type: type.name,
      property: path === '' ? name : `${property}.${name}`,
    }),
  );
}

/** Which message tells that no alternative fits, or too many, its values, and what the nearest alternative wants. */
function explainAlternatives(failure: Failure): {
  context: string;
  values: Diagnostic['values'];
  wanted: Failure[];
} {
  const { keyword, params, branches, alternatives } = failure;
  const called = nameAlternatives(alternatives).map((name) => `“${name}”`);
  const fitting = Array.isArray(params.fitting)
    ? params.fitting.map((index) => called[Number(index)] ?? '')
    : [];
  const number = branches.length;
  if (fitting.length > 1) {
    const [first = '', second = ''] = fitting;
    const values = { number, fitting: fitting.join(', '), first, second };
    return { context: fitting.length === 2 ? 'both' : 'several', values, wanted: [] };
  }
  const [nearest] = [...branches.entries()].sort(
    ([, a], [, b]) => distance(a, failure.path) - distance(b, failure.path),
  );
  const [index, wanted] = nearest ?? [0, []];
  return { context: keyword, values: { number, nearest: called[index] ?? '' }, wanted };
}

/**
 * How far an instance is from an alternative: a few failures deep inside are nearer than one of the whole, and one of another type, or
 * with another value in the property that tells alternatives apart, is farthest.
 */
function distance(failures: Failure[], from: string): number {
  const depthOf = ({ path }: Failure): number => path.slice(from.length).split('/').length - 1;
  const isOther = (failure: Failure): boolean =>
    depthOf(failure) <= Number(failure.keyword !== 'type') &&
    ['', 'type', 'const', 'enum'].includes(failure.keyword);
  const lacking = failures.reduce((sum, { params }) => sum + Math.max(1, names(params.missing).length), 0);
  if (failures.some(isOther)) return 10_000 + lacking;
  return lacking - Math.max(0, ...failures.map(depthOf)) * 100;
}

/** What a keyword demands, as values of the phrase that tells it. */
function describeDemand(
  { keyword, params, path, alternatives }: Failure,
  entity: Entity,
): Diagnostic['values'] {
  const { missing, types, allowedValues, allowedValue, pattern, format, limit } = params;
  const value = missing ?? types ?? allowedValues ?? allowedValue ?? pattern ?? format ?? limit ?? null;
  const listed = alternatives.length > 0 ? nameAlternatives(alternatives) : value;
  return {
    context: sharedPhrases.get(keyword) ?? (ownPhrases.has(keyword) ? keyword : ''),
    property: propertyName(unescapeStep(path.slice(1))) || entity.id,
    expected: [listed]
      .flat()
      .map((one) => showValue(one) || JSON.stringify(one))
      .join(', '),
    found: showValue(params.property),
    number: Number(params.index ?? 0) + 1,
  };
}

/** "member/2" and "population/value" as an author names them: "member", "population.value". */
export function propertyName(path: string): string {
  return path
    .split('/')
    .filter((step) => !/^\d+$/.test(step))
    .join('.');
}

function names(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
