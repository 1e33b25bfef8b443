import type { Json } from '../model.ts';
import { ExactNumber, type Instance } from '../values/json-schema/instance.ts';

/** An instance as JSON: what a double would round is the text of the number, unless `write` makes something else of it. */
export function instanceToJson(instance: Instance, write: (text: string) => Json = (text) => text): Json {
  if (instance instanceof ExactNumber) return write(instance.text);
  if (Array.isArray(instance)) return instance.map((item) => instanceToJson(item, write));
  if (typeof instance !== 'object' || instance === null) return instance;
  return Object.fromEntries(
    Object.entries(instance).map(([name, value]) => [name, instanceToJson(value, write)]),
  );
}
