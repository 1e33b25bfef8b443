import type { ErrorObject } from 'ajv/dist/2020.js';
import type {
  Diagnostic,
  Entity,
  EntityType,
  Graph,
  Json,
  Language,
  Property,
  Vocabulary,
} from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { suggest } from '../rules/likely-names.ts';
import { checkValue } from '../values/check-value.ts';
import { getKey, isObject, showValue } from '../values/json-value.ts';
import { createValidators, type Validators } from './create-validators.ts';
import { locateKey, locateValue } from './locate-value.ts';
import { propertyAtPath } from './property-at-path.ts';
import { visitValues } from './visit-values.ts';

/**
 * Holds every entity against its type: first each value against the kind of its property, then the whole against the
 * JSON Schema, closed so that nothing unknown passes. Findings stand where an author edits the value: at the line of
 * YAML, or at the link of the text that states it.
 * Findings: value-has-the-right-type, date-exists, period-is-in-order, code-is-known, unit-is-known,
 * iri-scheme-is-safe, language-is-published (not where `languages` is empty), language-tag-is-well-formed,
 * number-of-values-is-right, required-property-is-present, property-is-known, value-fits-schema.
 */
export function validateGraph(
  graph: Graph,
  vocabulary: Vocabulary,
  languages: Language[],
  validators: Validators = createValidators(vocabulary),
): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const entity of graph.entities.values()) {
    const type = vocabulary.types.get(entity.type);
    if (!type) continue;
    const wrongPaths = new Set<string>();
    for (const finding of checkKinds(entity, type, vocabulary, languages)) {
      wrongPaths.add(finding.path);
      diagnostics.push(finding.diagnostic);
    }
    for (const error of relevant(validators(type)(entity.properties), wrongPaths)) {
      diagnostics.push(explain(error, entity, type));
    }
  }
  return diagnostics;
}

function checkKinds(
  entity: Entity,
  type: EntityType,
  vocabulary: Vocabulary,
  languages: Language[],
): { path: string; diagnostic: Diagnostic }[] {
  const findings: { path: string; diagnostic: Diagnostic }[] = [];
  const check = (path: string, value: Json, property: Property): void => {
    for (const problem of checkValue(value, property, languages, vocabulary.units)) {
      const at = problem.path === '' ? path : `${path}/${problem.path}`;
      const values = { entity: entity.id, property: propertyName(path), ...problem.values };
      const location = problem.isAboutKey ? locateKey(entity, at) : locateValue(entity, at);
      findings.push({ path: at, diagnostic: diagnose(problem.rule, location, values) });
    }
  };
  for (const [name, value] of Object.entries(entity.properties)) {
    const property = type.properties.get(name);
    if (value === null && property) check(name, null, property);
  }
  visitValues(entity.properties, type.properties, check);
  return findings;
}

/** Keywords that only say that something inside or beside did not fit. */
const wrappers = new Set(['allOf', 'anyOf', 'oneOf', 'not', 'if', '$ref', 'propertyNames']);

/**
 * One error for each place and keyword, without those that merely wrap others and those about a value whose kind is
 * wrong already: one mistake, one finding.
 */
function relevant(errors: ErrorObject[], wrongPaths: Set<string>): ErrorObject[] {
  const seen = new Set<string>();
  const real = errors.filter((error) => !wrappers.has(error.keyword));
  return (real.length > 0 ? real : errors).filter((error) => {
    const path = slashPath(error);
    const isKnown = [...wrongPaths].some(
      (wrong) =>
        path === wrong || path.startsWith(`${wrong}/`) || (path !== '' && wrong.startsWith(`${path}/`)),
    );
    // Of a quantity that lacks value and unit, the value is what an author misses.
    const member =
      path === '' ? (error.params.missingProperty ?? error.params.unevaluatedProperty ?? '') : '';
    const key = `${path} ${error.keyword} ${member}`;
    if (isKnown || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function explain(error: ErrorObject, entity: Entity, type: EntityType): Diagnostic {
  const path = slashPath(error);
  const base = { entity: entity.id, type: type.name, property: propertyName(path) };
  const { missingProperty, unevaluatedProperty, additionalProperty, limit } = error.params;
  switch (error.keyword) {
    case 'required': {
      const property =
        path === '' ? String(missingProperty) : `${propertyName(path)}.${String(missingProperty)}`;
      return diagnose('required-property-is-present', locateValue(entity, path), { ...base, property });
    }
    case 'unevaluatedProperties':
    case 'additionalProperties': {
      const name = String(unevaluatedProperty ?? additionalProperty);
      const known =
        path === '' ? type.properties : propertyAtPath(type.properties, propertyName(path))?.parts;
      const at = path === '' ? name : `${path}/${name}`;
      return diagnose('property-is-known', locateValue(entity, at), {
        ...base,
        property: name,
        ...suggest(name, known?.keys() ?? []),
      });
    }
    case 'minItems':
    case 'maxItems': {
      const value = valueAt(entity.properties, path);
      const found = Array.isArray(value) ? value.length : 0;
      const values = { ...base, context: error.keyword, expected: Number(limit), found };
      return diagnose('number-of-values-is-right', locateValue(entity, path), values);
    }
    default: {
      const found = showValue(valueAt(entity.properties, path));
      const values = { ...base, expected: constraint(error), found };
      return diagnose('value-fits-schema', locateValue(entity, path), values);
    }
  }
}

/** What a keyword demands, in the notation of the schema: "pattern ^[A-Z]{2}$", "minLength 1". */
function constraint({ keyword, params, schema }: ErrorObject): string {
  const demand: Json =
    params.allowedValues ?? params.pattern ?? params.limit ?? params.allowedValue ?? schema ?? null;
  const text = Array.isArray(demand) ? demand.join(' | ') : showValue(demand);
  return demand === null || isObject(demand) ? keyword : `${keyword} ${text}`;
}

function slashPath(error: ErrorObject): string {
  return error.instancePath.slice(1).replaceAll('~1', '/').replaceAll('~0', '~');
}

/** "member/2" and "population/value" as an author names them: "member", "population.value". */
function propertyName(path: string): string {
  return path
    .split('/')
    .filter((step) => !/^\d+$/.test(step))
    .join('.');
}

function valueAt(properties: Json, path: string): Json | undefined {
  let at: Json | undefined = properties;
  for (const step of path.split('/')) {
    if (Array.isArray(at)) at = at[Number(step)];
    else at = isObject(at) ? getKey(at, step) : undefined;
  }
  return at;
}
