import type { Json } from '../model.ts';
import { ExactNumber, type Instance } from '../values/json-schema/instance.ts';

/** An instance as JSON: what a double would round is the text of the number. */
export function instanceToJson(instance: Instance): Json {
  if (instance instanceof ExactNumber) return instance.text;
  if (Array.isArray(instance)) return instance.map(instanceToJson);
  if (typeof instance !== 'object' || instance === null) return instance;
  return Object.fromEntries(Object.entries(instance).map(([name, value]) => [name, instanceToJson(value)]));
}
