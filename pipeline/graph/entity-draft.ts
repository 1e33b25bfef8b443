import type {
  EntityId,
  EntityType,
  Json,
  JsonObject,
  Origin,
  Property,
  RecordEntry,
  Statement,
} from '../model.ts';
import { isPosition } from '../values/is-position.ts';
import { isObject } from '../values/json-value.ts';
import { kindOf } from '../values/kind-of.ts';

/** An entity while records and statements are being put together. */
export interface EntityDraft {
  id: EntityId;
  type: EntityType;
  properties: JsonObject;
  origins: Map<string, Origin[]>;
  key?: string | undefined;
  csl: JsonObject | undefined;
}

/**
 * Notes where a value comes from: under its own path, under those of all its parts, and under those of the values around
 * it, so that "population" knows of a sentence that states "population/period".
 */
export function addOrigin(
  draft: EntityDraft,
  path: string,
  value: Json,
  originAt: (path: string) => Origin,
): void {
  const steps = path.split('/');
  for (let length = 1; length < steps.length; length++)
    push(draft, steps.slice(0, length).join('/'), originAt(path));
  const descend = (at: string, part: Json): void => {
    push(draft, at, originAt(at));
    if (Array.isArray(part) || isObject(part)) {
      for (const [key, inner] of Object.entries(part)) descend(`${at}/${key}`, inner);
    }
  };
  descend(path, value);
}

function push(draft: EntityDraft, path: string, origin: Origin): void {
  const origins = draft.origins.get(path) ?? [];
  draft.origins.set(path, origins);
  const { location } = origin;
  const isKnown = origins.some(
    (other) =>
      other.location.path === location.path &&
      other.location.start.offset === location.start.offset &&
      other.location.start.line === location.start.line &&
      other.location.start.column === location.start.column,
  );
  if (!isKnown) origins.push(origin);
}

export function recordOrigin(record: RecordEntry, path: string): Origin {
  return {
    source: record.source,
    location: record.locate(path),
    ...(record.locateKey && { key: record.locateKey(path) }),
    language: undefined,
    segment: undefined,
  };
}

export function statementOrigin(statement: Statement): Origin {
  const { location, language, segment } = statement;
  return { source: 'statement', location, language, segment };
}

/**
 * A stated value as it would stand in a record: inside the properties that its path leads through, texts under their
 * language, values of many-valued properties in a list, where null stands for the objects before the one that is meant. Undefined where a step of the path is not known.
 */
export function spellOut(
  statement: Statement,
  properties: Map<string, Property>,
): { property: Property; value: Json } | undefined {
  const steps = statement.path.split('.');
  const chain: Property[] = [];
  /** By place in the chain, which of several objects is meant. */
  const places: number[] = [];
  let level: Map<string, Property> | undefined = properties;
  for (const step of steps) {
    const last = chain.at(-1);
    if (last?.structure && last.many && isPosition(step)) {
      places[chain.length - 1] = Number(step) - 1;
      continue;
    }
    const property: Property | undefined = level?.get(step);
    if (!property) return undefined;
    chain.push(property);
    level = property.parts;
  }
  const [outermost] = chain;
  if (!outermost) return undefined;
  let value = statement.value;
  const depth = chain.length;
  chain.reverse().forEach((property, index) => {
    if (index > 0) value = { [chain[index - 1]?.name ?? '']: value };
    if (kindOf(property).isTagged) {
      if (!isObject(value))
        value = { [statement.language]: property.many && !Array.isArray(value) ? [value] : value };
    } else if (property.many && !Array.isArray(value))
      value = [...Array<null>(places[depth - 1 - index] ?? 0).fill(null), value];
  });
  return { property: outermost, value };
}
