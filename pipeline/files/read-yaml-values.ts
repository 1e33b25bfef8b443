import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseAllDocuments,
} from 'yaml';
import type { Diagnostic, Location, SourceFile, Staged } from '../model.ts';
import {
  createYamlPlaces,
  findDoubledKeys,
  mistakeContexts,
  nestingMax,
  nestsTooDeep,
} from '../project/yaml-source.ts';
import { diagnose } from '../rules/diagnose.ts';
import { startOfFile } from '../rules/start-of-file.ts';
import { type Instance, type InstanceObject, isInstanceObject } from '../values/json-schema/instance.ts';
import { keyText } from '../values/scalar-text.ts';
import type { LocatedValue } from './located-value.ts';
import { readYamlScalar } from './read-yaml-scalar.ts';

/** So many values may aliases repeat; what is beyond is a bomb, or a circle. */
const repeatedMax = 100_000;

/**
 * Reads a file of YAML 1.2 by its core schema, as other programs do: any number of documents, anchors, merge keys, tags (those that
 * are not YAML's say nothing here). A document without content is none.
 * Findings: yaml-is-well-formed, yaml-key-is-unique.
 */
export function readYamlValues(file: SourceFile): Staged<LocatedValue[]> {
  const place = createYamlPlaces(file);
  if (nestsTooDeep(file.text)) {
    const values = { context: 'nesting', limit: nestingMax };
    return { value: [], diagnostics: [diagnose('yaml-is-well-formed', startOfFile(file.path), values)] };
  }
  const parsed = parseAllDocuments(file.text, {
    schema: 'failsafe',
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: 'error',
  });
  const documents = Array.isArray(parsed) ? parsed : [];
  const diagnostics: Diagnostic[] = [];
  const value = documents.flatMap((document, index): LocatedValue[] => {
    const locate = (node: Node): Location => {
      const [start, end] = node.range ?? [0, 0];
      return place(start, start + file.text.slice(start, end).trimEnd().length);
    };
    diagnostics.push(...findDoubledKeys(document, locate));
    const [mistake] = document.errors;
    if (mistake) {
      const context = mistakeContexts.get(mistake.code) ?? '';
      diagnostics.push(diagnose('yaml-is-well-formed', place(...mistake.pos), { context }));
      return [];
    }
    const root = document.contents;
    if (!root || (isScalar(root) && root.source === '')) return [];
    const converted = convertDocument(document, root);
    if (!converted) {
      diagnostics.push(diagnose('yaml-is-well-formed', locate(root), { context: 'aliases' }));
      return [];
    }
    const name = documents.length > 1 ? `${file.path} (${index + 1})` : file.path;
    return [locateIn(document, root, { name, value: converted.value, locate })];
  });
  return { value, diagnostics };
}

/** A document as an instance; undefined where its aliases repeat without end. */
function convertDocument(document: Document, root: Node): { value: Instance } | undefined {
  let repeated = 0;
  const convert = (given: unknown, depth: number, isRepeated: boolean): Instance => {
    if (isRepeated) repeated += 1;
    if (repeated > repeatedMax || depth > 4 * nestingMax) return null;
    const node = isAlias(given) ? given.resolve(document) : given;
    const isCopy = isRepeated || isAlias(given);
    if (depth === 4 * nestingMax) repeated = repeatedMax + 1;
    if (isSeq(node)) return node.items.map((item) => convert(item, depth + 1, isCopy));
    if (isScalar(node)) return readYamlScalar(node);
    if (!isMap(node)) return null;
    const object = Object.create(null) as InstanceObject;
    for (const pair of node.items) {
      if (!isMerge(pair)) object[keyText(pair)] = convert(pair.value, depth + 1, isCopy);
      else
        for (const source of mergedMaps(pair, document))
          for (const [key, value] of Object.entries(membersOf(convert(source, depth + 1, true))))
            if (!(key in object) && !node.items.some((own) => keyText(own) === key)) object[key] = value;
    }
    return object;
  };
  const value = convert(root, 0, false);
  return repeated > repeatedMax ? undefined : { value };
}

/** Of what is no object none. */
function membersOf(value: Instance): InstanceObject {
  return isInstanceObject(value) ? value : {};
}

/** A merge key of YAML 1.1, which nearly all programs read. */
function isMerge({ key }: Pair): boolean {
  return isScalar(key) && key.type === 'PLAIN' && key.value === '<<';
}

/** The maps that a merge key puts in its place: one, or several in a list, the first of which goes before. */
function mergedMaps({ value }: Pair, document: Document): unknown[] {
  const resolved = isAlias(value) ? value.resolve(document) : value;
  const all = isSeq(resolved) ? resolved.items : [resolved];
  return all.map((each) => (isAlias(each) ? each.resolve(document) : each)).filter(isMap);
}

function locateIn(
  document: Document,
  root: Node,
  { name, value, locate }: { name: string; value: Instance; locate: (node: Node) => Location },
): LocatedValue {
  const pairOf = (node: unknown, key: string): Pair | undefined => {
    if (!isMap(node)) return undefined;
    const own = node.items.findLast((pair) => !isMerge(pair) && keyText(pair) === key);
    if (own) return own;
    const merged = node.items.filter(isMerge).flatMap((pair) => mergedMaps(pair, document));
    return merged.map((each) => pairOf(each, key)).find((found) => found !== undefined);
  };
  const resolve = (node: unknown): unknown => (isAlias(node) ? node.resolve(document) : node);
  const find = (steps: readonly string[]): Node => {
    let node: Node = root;
    for (const step of steps) {
      const inside = resolve(node);
      const next = isSeq(inside) ? inside.items[Number(step)] : pairOf(inside, step)?.value;
      if (!isNodeWithRange(next)) return node;
      node = next;
    }
    return node;
  };
  return {
    name,
    value,
    locate: (steps) => locate(find(steps)),
    locateKey: (steps, key) => {
      const node = find(steps);
      const found = pairOf(resolve(node), key)?.key;
      return locate(isNodeWithRange(found) ? found : node);
    },
  };
}

function isNodeWithRange(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'range' in value && Array.isArray(value.range);
}
