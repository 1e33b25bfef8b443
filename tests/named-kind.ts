import type { KindName } from '../pipeline/model.ts';
import { kindNamed } from '../pipeline/values/kinds.ts';

/** The name of a kind of value as properties and statements have it. */
export function namedKind(name: string): KindName {
  const kind = kindNamed(name);
  if (!kind) throw new Error(`no kind ${name}`);
  return kind;
}
