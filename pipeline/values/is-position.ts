/** Whether a step of a path is a place in a list, counted from 1: no property has such a name. */
export function isPosition(step: string): boolean {
  return /^[1-9]\d*$/.test(step);
}
