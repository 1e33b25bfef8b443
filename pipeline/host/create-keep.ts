import type { BuildServices } from '../project/build-services.ts';

/** Keeps the last value of each name, for as long as the function itself is held. */
export function createKeep(): BuildServices['keep'] {
  const kept = new Map<string, { inputs: readonly unknown[]; value: unknown }>();
  return <T>(name: string, inputs: readonly unknown[], make: () => T): T => {
    const known = kept.get(name);
    if (known && isSame(known.inputs, inputs)) return known.value as T;
    const value = make();
    kept.set(name, { inputs, value });
    return value;
  };
}

function isSame(first: readonly unknown[], second: readonly unknown[]): boolean {
  return first.length === second.length && first.every((input, index) => input === second[index]);
}
