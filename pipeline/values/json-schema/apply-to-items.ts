import { isUnjudged } from './is-unjudged.ts';
import type { Application, Failure } from './outcome.ts';

/** Applies the schemas for the items of a list: `prefixItems`, `items`, `contains`, `unevaluatedItems`; of older drafts `additionalItems`. */
export function applyToItems(application: Application): void {
  const { schema, instance, outcome, apply } = application;
  if (!Array.isArray(instance)) return;
  const look = (steps: (string | number)[], index: number): void => {
    const { failures, marks } = apply(steps, instance[index] ?? null, index);
    outcome.failures.push(...failures);
    outcome.marks.push(...marks);
    outcome.items.add(index);
  };
  const { prefix, rest } = positions(application);
  const members = schema[prefix];
  const length = Array.isArray(members) ? members.length : 0;
  instance.forEach((_, index) => {
    if (index < length) look([prefix, index], index);
    else if (rest !== undefined) look([rest], index);
  });
  if ('contains' in schema) applyContains(application, instance.length);
  if (application.isOld || !('unevaluatedItems' in schema)) return;
  for (const [index, item] of instance.entries()) {
    if (outcome.items.has(index)) continue;
    const { failures } = apply(['unevaluatedItems'], item, index);
    if (schema.unevaluatedItems === false) application.fail('unevaluatedItems', { index });
    else outcome.failures.push(...failures);
    outcome.items.add(index);
  }
}

/** The keywords for the first items and for all others. */
function positions({ schema, isOld }: Application): { prefix: string; rest: string | undefined } {
  const present = (keyword: string): string | undefined => (keyword in schema ? keyword : undefined);
  if (!isOld) return { prefix: 'prefixItems', rest: present('items') };
  return Array.isArray(schema.items)
    ? { prefix: 'items', rest: present('additionalItems') }
    : { prefix: '', rest: present('items') };
}

function applyContains({ schema, instance, outcome, fail, apply, isOld }: Application, length: number): void {
  const items = Array.isArray(instance) ? instance : [];
  const open: Failure[] = [];
  const fitting = items.flatMap((item, index) => {
    const { failures } = apply(['contains'], item, index);
    open.push(...failures.filter((failure) => isUnjudged(failure)));
    return failures.length === 0 ? [index] : [];
  });
  if (open.length > 0) {
    outcome.failures.push(...open);
    return;
  }
  const limit = (keyword: string, fallback: number): number => {
    const value = schema[keyword];
    return typeof value === 'number' && !isOld ? value : fallback;
  };
  const [least, most] = [limit('minContains', 1), limit('maxContains', length)];
  const found = fitting.length;
  if (found < least) fail('minContains' in schema ? 'minContains' : 'contains', { limit: least, found });
  if (found > most) fail('maxContains', { limit: most, found });
  if (!isOld) for (const index of fitting) outcome.items.add(index);
}
