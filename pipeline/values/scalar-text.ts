import { isScalar, type Pair } from 'yaml';

/** Text of a scalar as it stands in the file, without quotes; undefined for a collection. */
export function scalarText(node: unknown): string | undefined {
  return isScalar(node) ? String(node.value ?? '') : undefined;
}

/** Key of a pair as text; '' for a key that is no scalar. */
export function keyText(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : '';
}
