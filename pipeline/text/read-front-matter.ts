import type { Root } from 'mdast';
import { isMap, isScalar, isSeq, type Node } from 'yaml';
import type { Diagnostic, FrontMatter, Json, JsonObject, Staged } from '../model.ts';
import { readYaml } from '../project/yaml-source.ts';
import { diagnose } from '../rules/diagnose.ts';
import { keyText } from '../values/scalar-text.ts';
import type { Locator } from './locator.ts';

/**
 * Takes the front matter out of a tree and reads it; without one the value is empty. What cannot be read has no
 * `locateKey`.
 * Scalars get the types of YAML's core schema, except that only what JSON writes the same way is a number: "007" and
 * integers beyond 2^53 stay strings.
 * Findings: front-matter-is-well-formed, yaml-is-well-formed, yaml-key-is-unique, yaml-has-no-anchors.
 */
export function readFrontMatter(tree: Root, locator: Locator): Staged<FrontMatter> {
  const start = locator.range(0, 0);
  const unread: FrontMatter = { value: {}, locate: () => start };
  const node = tree.children[0];
  if (node?.type !== 'yaml') {
    const isOpened = /^---[ \t]*(?:\r\n?|\n)/.test(locator.text);
    const finding = diagnose('front-matter-is-well-formed', locator.range(0, 3), {
      context: 'fence',
      found: '---',
    });
    return isOpened
      ? { value: unread, diagnostics: [finding] }
      : { value: { ...unread, locateKey: () => start }, diagnostics: [] };
  }
  tree.children.shift();
  // The opening fence is also YAML's document start, so the text before the closing fence is YAML with right offsets.
  const before = locator.text.slice(0, node.position?.end.offset);
  const yaml = before.replace(/-{3}[ \t]*$/, '');
  const source = readYaml({ path: start.path, text: yaml });
  const { root, locate, locatePath, locateKey } = source.value;
  if (!root) return { value: unread, diagnostics: source.diagnostics };

  const diagnostics: Diagnostic[] = [...source.diagnostics];
  const read = (node: unknown): Json => {
    if (isSeq<Node>(node)) return node.items.map(read);
    if (isScalar(node))
      return node.type === 'PLAIN' ? readPlain(String(node.value ?? '')) : String(node.value ?? '');
    if (!isMap<Node, Node>(node)) return null;
    const object: JsonObject = {};
    for (const pair of node.items) {
      const key = keyText(pair);
      if (key === '__proto__') {
        const location = locate(pair.key);
        diagnostics.push(diagnose('front-matter-is-well-formed', location, { context: 'key', found: key }));
      } else if (!Object.hasOwn(object, key)) {
        object[key] = read(pair.value);
      }
    }
    return object;
  };
  const value = read(root);
  const locatePlace = (path: string) => locatePath(root, path);
  const place = {
    locate: locatePlace,
    locateKey: (path: string, key: string) => locateKey(root, path, key),
    yaml,
  };
  if (isMap(root)) return { value: { value: value as JsonObject, ...place }, diagnostics };
  if (value !== null) {
    const found = Array.isArray(value) ? '- …' : String(value).slice(0, 40);
    diagnostics.push(diagnose('front-matter-is-well-formed', locate(root), { context: 'mapping', found }));
  }
  return { value: value === null ? { value: {}, ...place } : unread, diagnostics };
}

/** https://yaml.org/spec/1.2.2/#103-core-schema, numbers narrowed to JSON's. */
function readPlain(text: string): Json {
  if (/^(?:null|Null|NULL|~|)$/.test(text)) return null;
  if (/^(?:true|True|TRUE)$/.test(text)) return true;
  if (/^(?:false|False|FALSE)$/.test(text)) return false;
  const number = Number(text);
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text) && String(number) === text ? number : text;
}
