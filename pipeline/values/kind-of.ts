import type { KindName } from '../model.ts';
import { kinds } from './kinds.ts';
import type { ValueKind } from './value-kind.ts';

/** The kind of a property, a statement or a fact. */
export function kindOf({ kind }: { kind: KindName }): ValueKind {
  const found = kinds.get(String(kind));
  if (!found) throw new Error(`there is no kind of value ${String(kind)}`);
  return found;
}
