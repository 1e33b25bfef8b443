import type {
  Diagnostic,
  Entity,
  EntityType,
  Graph,
  Json,
  JsonObject,
  Language,
  Property,
  Recall,
  Vocabulary,
} from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { relevantFailures } from '../rules/relevant-failures.ts';
import { addTo } from '../values/add-to.ts';
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
function validateGraph(
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

/**
 * As `validateGraph`, where types whose entities are as they were when nothing was found are not looked at again.
 *
 * @param validators are made where there is something to look at
 * @param declared digest of the schemas that the vocabulary is read from
 */
export function recallValidity(
  graph: Graph,
  { vocabulary, published, validators, declared, recall }: ValidityContext,
): Diagnostic[] {
  const byType = new Map<string, [string, JsonObject][]>();
  for (const { id, type, properties } of graph.entities.values()) addTo(byType, type, [id, properties]);
  const faulty = new Set<string>();
  for (const [name, entities] of byType) {
    const read = [declared, JSON.stringify(published), JSON.stringify(entities)];
    const look = (): Diagnostic[] => {
      const own = [...graph.entities].filter(([, { type }]) => type === name);
      return validateGraph({ ...graph, entities: new Map(own) }, vocabulary, published, validators());
    };
    if (!recall('entities fit their type', read, () => look().length === 0)) faulty.add(name);
  }
  if (faulty.size === 0) return [];
  const entities = new Map([...graph.entities].filter(([, { type }]) => faulty.has(type)));
  return validateGraph({ ...graph, entities }, vocabulary, published, validators());
}

/** What entities are held against. */
interface ValidityContext {
  vocabulary: Vocabulary;
  published: Language[];
  validators: () => Validators;
  declared: string;
  recall: Recall;
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
