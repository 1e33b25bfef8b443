import type { Diagnostic, Entity, EntityType } from '../model.ts';
import { type HeldValue, tellSchemaFailure } from '../rules/tell-schema-failure.ts';
import { unescapeStep } from '../values/json-pointer.ts';
import type { Failure } from '../values/json-schema/outcome.ts';
import { getAt } from '../values/json-value.ts';
import { kindOf } from '../values/kind-of.ts';
import { fileOfType } from './described-publication.ts';
import { locateKey, locateValue } from './locate-value.ts';
import { propertyAtPath } from './property-at-path.ts';

/**
 * What a keyword of a schema does not accept of an entity, as findings at the line that an author edits.
 * Findings: as tellSchemaFailure.
 */
export function explainSchemaFailure(failure: Failure, entity: Entity, type: EntityType): Diagnostic[] {
  return tellSchemaFailure(failure, heldEntity(entity, type));
}

function heldEntity(entity: Entity, type: EntityType): HeldValue {
  const pathOf = (pointer: string): string => unescapeStep(pointer.slice(1));
  const nameOf = (pointer: string): string => propertyName(pathOf(pointer));
  const propertyAt = (pointer: string) =>
    pointer === '' ? undefined : propertyAtPath(type.properties, nameOf(pointer));
  return {
    entity: entity.id,
    type: type.name,
    schema: `schemas/${fileOfType(type.name)}`,
    valueAt: (pointer) => getAt(entity.properties, pointer === '' ? [] : pathOf(pointer).split('/')),
    locate: (pointer) => locateValue(entity, pathOf(pointer)),
    locateKey: (pointer, key) => locateKey(entity, pointer === '' ? key : `${pathOf(pointer)}/${key}`),
    nameOf,
    membersOf: (pointer) => (pointer === '' ? type.properties : propertyAt(pointer)?.parts)?.keys() ?? [],
    missedOf: (pointer, missing) => {
      const part = propertyAt(pointer);
      // Of a quantity that lacks value and unit, the value is what an author misses.
      return part && kindOf(part).composition ? missing.slice(0, 1) : missing;
    },
    help: undefined,
  };
}

/** "member/2" and "population/value" as an author names them: "member", "population.value". */
export function propertyName(path: string): string {
  return path
    .split('/')
    .filter((step) => !/^\d+$/.test(step))
    .join('.');
}
