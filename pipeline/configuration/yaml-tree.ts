import { isMap, isNode, isScalar, isSeq, type Node } from 'yaml';
import type { Json, Location } from '../model.ts';
import type { YamlSource } from '../notation/yaml-source.ts';

/** A tree of the failsafe schema, whose scalars are all texts, as JSON; unquoted `true` and `false` are booleans. */
export function toJson(node: unknown): Json {
  if (isMap(node)) {
    // fromEntries makes an own property even of "__proto__".
    return Object.fromEntries(node.items.map(({ key, value }) => [keyOf(key), toJson(value)]));
  }
  if (isSeq(node)) return node.items.map(toJson);
  if (!isScalar(node)) return null;
  const text = String(node.value ?? '');
  if (node.type !== 'PLAIN') return text;
  if (text === 'true' || text === 'false') return text === 'true';
  return text === '' || text === '~' || text === 'null' ? null : text;
}

/** Place of a key of the map that a path with slashes leads to; the map's where it has no such key. */
export function locateKey(source: YamlSource, root: Node, path: string, name: string): Location {
  let node: unknown = root;
  for (const step of path === '' ? [] : path.split('/')) {
    if (isMap(node)) node = node.items.find(({ key }) => keyOf(key) === step)?.value;
    else if (isSeq(node)) node = node.items[Number(step)];
  }
  const key = isMap(node) ? node.items.find((item) => keyOf(item.key) === name)?.key : undefined;
  return isNode(key) ? source.locate(key) : source.locatePath(root, path);
}

function keyOf(key: unknown): string {
  return isScalar(key) ? String(key.value) : '';
}
