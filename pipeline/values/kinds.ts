import type { KindName } from '../model.ts';
import { boolean } from './kinds/boolean.ts';
import { code } from './kinds/code.ts';
import { date } from './kinds/date.ts';
import { decimal } from './kinds/decimal.ts';
import { entity } from './kinds/entity.ts';
import { integer } from './kinds/integer.ts';
import { iri } from './kinds/iri.ts';
import { json } from './kinds/json.ts';
import { money } from './kinds/money.ts';
import { createObject } from './kinds/object.ts';
import { period } from './kinds/period.ts';
import { point } from './kinds/point.ts';
import { quantity } from './kinds/quantity.ts';
import { string } from './kinds/string.ts';
import { target } from './kinds/target.ts';
import { text } from './kinds/text.ts';
import { time } from './kinds/time.ts';
import { createUnion } from './kinds/union.ts';
import type { ValueKind } from './value-kind.ts';

/** Every kind of value by the name that `x-kind` has in schemas/values.json, in the order of the vocabulary's page. */
export const kinds: ReadonlyMap<string, ValueKind> = new Map(
  Object.entries({
    text,
    string,
    code,
    integer,
    decimal,
    quantity,
    date,
    period,
    entity,
    target,
    iri,
    boolean,
    money,
    point,
    time,
    object: createObject(kindOfProperty),
    union: createUnion(kindOfProperty),
    json,
  } satisfies Record<string, ValueKind>),
);

/** A kind's name as a schema gives it; undefined for a name that no kind has. */
export function kindNamed(name: unknown): KindName | undefined {
  return typeof name === 'string' && kinds.has(name) ? (name as unknown as KindName) : undefined;
}

/** What a kind that has others within it asks, by when all are here. */
function kindOfProperty({ kind }: { kind: KindName }): ValueKind {
  const found = kinds.get(String(kind));
  if (!found) throw new Error(`there is no kind of value ${String(kind)}`);
  return found;
}
