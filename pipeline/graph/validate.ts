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
import { checkValue } from '../values/check-value.ts';
import { unescapeStep } from '../values/json-pointer.ts';
import { isUnjudged } from '../values/json-schema/is-unjudged.ts';
import type { Failure } from '../values/json-schema/outcome.ts';
import { showValue } from '../values/json-value.ts';
import { createValidators, type Validators } from './create-validators.ts';
import { explainSchemaFailure, propertyName } from './explain-schema-failure.ts';
import { locateKey, locateValue } from './locate-value.ts';
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
  return [...graph.entities.values()].flatMap((entity) => {
    const type = vocabulary.types.get(entity.type);
    return type
      ? validateEntity(entity, type, vocabulary, languages, validators).map(({ diagnostic }) => diagnostic)
      : [];
  });
}

/** A finding, and the path of the value that it speaks of; '' for the whole entity. */
interface FoundAt {
  path: string;
  diagnostic: Diagnostic;
}

/** As `validateGraph`, of one entity. */
export function validateEntity(
  entity: Entity,
  type: EntityType,
  vocabulary: Vocabulary,
  languages: Language[],
  validators: Validators,
): FoundAt[] {
  const findings = checkKinds(entity, type, vocabulary, languages);
  const wrongPaths = new Set(findings.map(({ path }) => path));
  const failures = relevant(validators(type)(entity.properties), wrongPaths, type);
  return [
    ...findings,
    ...failures.flatMap((failure) =>
      explainSchemaFailure(failure, entity, type).map((diagnostic) => ({
        path: unescapeStep(failure.path.slice(1)),
        diagnostic,
      })),
    ),
  ];
}

function checkKinds(
  entity: Entity,
  type: EntityType,
  vocabulary: Vocabulary,
  languages: Language[],
): FoundAt[] {
  const findings: FoundAt[] = [];
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
    if (value === null && property && property.nullable !== true) check(name, null, property);
  }
  visitValues(entity.properties, type.properties, check);
  return findings;
}

/** Keywords that say which names an object may have: each name is a mistake of its own. */
const aboutNames = ['additionalProperties', 'unevaluatedProperties', 'propertyNames', 'patternProperties'];

/**
 * One failure for each place and keyword, and for each name where names are meant, without those about a value whose kind is wrong
 * already: one mistake, one finding. What could not be judged for a mistake in the schema has its finding there.
 */
function relevant(failures: Failure[], wrongPaths: Set<string>, type: EntityType): Failure[] {
  const seen = new Set<string>();
  const ofBranches = failures.filter(({ keyword }) => keyword === 'anyOf' || keyword === 'oneOf');
  return failures.filter((failure) => {
    const { keyword, params } = failure;
    if (params.isTooSlow !== true && isUnjudged(failure)) return false;
    const path = failure.path.slice(1);
    // Where no alternative fits, a property that one of them has is not unknown besides.
    const isLeftOver =
      keyword === 'unevaluatedProperties' &&
      type.properties.has(String(params.property)) &&
      ofBranches.some((other) => other.path === failure.path);
    if (isLeftOver) return false;
    const isKnown = [...wrongPaths].some(
      (wrong) =>
        path === wrong || path.startsWith(`${wrong}/`) || (path !== '' && wrong.startsWith(`${path}/`)),
    );
    const isAboutName = aboutNames.includes(keyword);
    const member = isAboutName ? String(params.property) : path === '' ? showValue(params) : '';
    const key = `${path} ${isAboutName && params.pattern === undefined ? 'name' : keyword} ${member}`;
    if (isKnown || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
