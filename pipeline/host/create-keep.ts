import type { BuildServices } from '../project/build-services.ts';

/**
 * Keeps the last value of each name, for as long as the function itself is held.
 *
 * @param most so many names are kept, those that were asked for last: of a project with thousands of texts each has its own
 */
export function createKeep(most = 256): BuildServices['keep'] {
  const kept = new Map<string, { inputs: readonly unknown[]; value: unknown }>();
  return <T>(name: string, inputs: readonly unknown[], make: () => T): T => {
    const known = kept.get(name);
    const value = known && isSame(known.inputs, inputs) ? (known.value as T) : make();
    // A map has its keys in the order in which they were set.
    kept.delete(name);
    kept.set(name, { inputs, value });
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break;
      kept.delete(oldest);
    }
    return value;
  };
}

function isSame(first: readonly unknown[], second: readonly unknown[]): boolean {
  return first.length === second.length && first.every((input, index) => input === second[index]);
}
