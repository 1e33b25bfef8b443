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
import { relevantFailures } from '../rules/relevant-failures.ts';
import { checkValue } from '../values/check-value.ts';
import { unescapeStep } from '../values/json-pointer.ts';
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
  const failures = relevantFailures(validators(type)(entity.properties), wrongPaths, (name) =>
    type.properties.has(name),
  );
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
