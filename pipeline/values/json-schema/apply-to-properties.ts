import { objectMembers } from '../json-value.ts';
import { isInstanceObject } from './instance.ts';
import type { Application } from './outcome.ts';

/**
 * Applies the schemas for the properties of an object: `properties`, `patternProperties`, `additionalProperties`, `propertyNames`,
 * `unevaluatedProperties`. A property that none of them allows is a failure at the object, with its name.
 */
export function applyToProperties(application: Application): void {
  const { schema, instance, outcome, apply, fail, matches, isOld } = application;
  if (!isInstanceObject(instance)) return;
  const look = (steps: (string | number)[], name: string): void => {
    const { failures, marks, named: own } = apply(steps, instance[name] ?? null, name);
    outcome.failures.push(...failures);
    outcome.marks.push(...marks);
    outcome.properties.add(name);
    if (own.has('')) outcome.named.add(name);
  };
  const named = objectMembers(schema.properties);
  const patterns = objectMembers(schema.patternProperties);
  const others: string[] = [];
  for (const name of Object.keys(instance)) {
    const isNamed = Object.hasOwn(named, name);
    if (isNamed) look(['properties', name], name);
    const fitting: string[] = [];
    for (const pattern of Object.keys(patterns)) {
      const isMatch = matches(pattern, name);
      if (isMatch === undefined) {
        fail('patternProperties', { property: name, pattern, isTooSlow: true });
        // Whether the name is known cannot be said.
        outcome.properties.add(name);
      } else if (isMatch) look(['patternProperties', pattern], name);
      if (isMatch !== false) fitting.push(pattern);
    }
    if (!isNamed && fitting.length === 0) others.push(name);
    const ofName = 'propertyNames' in schema ? apply(['propertyNames'], name).failures : [];
    if (ofName.length > 0)
      fail('propertyNames', { property: name }, { branches: [ofName], alternatives: [], named: [] });
  }
  const refuse = (keyword: string, names: string[]): void => {
    for (const name of names) {
      if (schema[keyword] === false) {
        fail(keyword, { property: name });
        outcome.properties.add(name);
      } else look([keyword], name);
    }
  };
  if ('additionalProperties' in schema) refuse('additionalProperties', others);
  if (isOld || !('unevaluatedProperties' in schema)) return;
  refuse(
    'unevaluatedProperties',
    Object.keys(instance).filter((name) => !outcome.properties.has(name)),
  );
}
