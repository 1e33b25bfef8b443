import type { Location } from '../model.ts';
import type { Instance } from '../values/json-schema/instance.ts';

/** A value of a file, with the place of everything in it. Steps are names of members and places in lists. */
export interface LocatedValue {
  /** What findings call it: the file, or one line of it. */
  name: string;
  value: Instance;
  /** Place of what steps lead to; the nearest value's around it where they end early. */
  locate: (steps: readonly string[]) => Location;
  /** Place of a key of the object that steps lead to; the object's where it has no such key. */
  locateKey: (steps: readonly string[], key: string) => Location;
}
