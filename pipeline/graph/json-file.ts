import { isMap, isScalar, isSeq, type Node, visit } from 'yaml';
import type { Diagnostic, Json, JsonObject, Location, Recall, SourceFile, Staged } from '../model.ts';
import { locateJsonMistake } from '../project/locate-json-mistake.ts';
import { readYaml, type YamlSource } from '../project/yaml-source.ts';
import { diagnose } from '../rules/diagnose.ts';
import { getKey, isObject } from '../values/json-value.ts';
import { recallNothing } from '../values/recall-nothing.ts';
import { keyText, scalarText } from '../values/scalar-text.ts';
import { typedJson } from '../values/typed-json.ts';
import { findUnheldNumber } from '../values/unheld-number.ts';

/** A JSON file that holds an object. */
export interface JsonFile {
  value: JsonObject;
  /** Place of what a path with slashes leads to; the nearest ancestor's where it ends early. */
  locate: (path: string) => Location;
  /** Place of a key of the object that a path with slashes leads to; the object's where it has no such key. */
  locateKey: (path: string, key: string) => Location;
  /** Whether the file has something at a path with slashes. */
  has: (path: string) => boolean;
}

/**
 * Reads a JSON file with the place of everything in it. Places cost ten times the reading, so they are looked for when
 * first asked, or at once where `thorough`, which also finds what JSON.parse lets pass: double keys, too deep nesting,
 * rounded numbers. Of a file that is known to have none of them nothing more than JSON.parse is asked.
 * Findings: schema-is-valid, yaml-key-is-unique.
 */
export function readJsonFile(
  file: SourceFile,
  thorough: boolean,
  recall: Recall = recallNothing,
): Staged<JsonFile | undefined> {
  let source: Staged<YamlSource> | undefined;
  const positions = (): Staged<YamlSource> => {
    source ??= readYaml(file);
    return source;
  };
  const diagnostics: Diagnostic[] = [];
  const refuse = (location: Location, values: Diagnostic['values']): Staged<undefined> => {
    diagnostics.push(diagnose('schema-is-valid', location, values));
    return { value: undefined, diagnostics };
  };
  const letPass = (): Diagnostic[] => findLetPass(positions());
  const passed =
    thorough && !recall('JSON as it says', [file.text], () => letPass().length === 0) ? letPass() : [];
  const tooDeep = passed.find(({ values }) => values.context === 'nesting');
  const isDoubled = ({ rule }: Diagnostic) => rule === 'yaml-key-is-unique';
  diagnostics.push(...passed.filter(isDoubled));

  const text = file.text.replace(/^\uFEFF/, '');
  const parsed = parseJson(text);
  if (!parsed) return refuse(locateJsonMistake({ ...file, text }), { context: 'syntax' });
  if (tooDeep) return { value: undefined, diagnostics: [...diagnostics, tooDeep] };
  const { value } = parsed;
  if (!isObject(value)) return refuse(positions().value.start, { context: 'object' });
  if (text.includes('"__proto__"')) {
    const { root, start } = positions().value;
    const forbidden = root && findKey(root, '__proto__', positions().value);
    if (forbidden) return refuse(forbidden ?? start, { context: 'keyword', keyword: '__proto__' });
  }
  diagnostics.push(...passed.filter((finding) => !isDoubled(finding)));
  return {
    value: {
      value,
      locate: (path) => {
        const { root, locatePath, start } = positions().value;
        return root ? locatePath(root, path) : start;
      },
      locateKey: (path, key) => {
        const { root, locateKey, start } = positions().value;
        return root ? locateKey(root, path, key) : start;
      },
      has: (path) => hasPath(value, path),
    },
    diagnostics,
  };
}

/** What is found in a file that JSON.parse takes without a word. */
function findLetPass({ value, diagnostics }: Staged<YamlSource>): Diagnostic[] {
  return [
    ...diagnostics.flatMap((finding) => {
      if (finding.values.context === 'nesting') return finding;
      if (finding.rule !== 'yaml-key-is-unique') return [];
      return finding.values.key === '$comment' ? { ...finding, isAdvice: true } : finding;
    }),
    ...findRounded(value),
  ];
}

function parseJson(text: string): { value: Json } | undefined {
  try {
    return { value: JSON.parse(text) as Json };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Numbers of so many figures, or so large, that reading JSON gives another. */
function findRounded({ root, locate }: YamlSource): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const look = (node: unknown): void => {
    const text = scalarText(node) ?? '';
    // Fewer figures a double holds, without an exponent.
    if (!isScalar(node) || !/^-?\d/.test(text) || (text.length < 16 && !/e/i.test(text))) return;
    const found = findUnheldNumber(typedJson(node));
    if (found !== undefined)
      diagnostics.push(diagnose('schema-is-valid', locate(node), { context: 'number', found }));
  };
  if (root) visit(root, { Pair: (_, { value }) => look(value), Seq: (_, { items }) => items.forEach(look) });
  return diagnostics;
}

function findKey(node: Node, name: string, source: YamlSource): Location | undefined {
  if (isMap<Node, Node>(node)) {
    for (const pair of node.items) {
      if (keyText(pair) === name) return source.locate(pair.key);
      const inner = pair.value && findKey(pair.value, name, source);
      if (inner) return inner;
    }
  } else if (isSeq<Node>(node)) {
    for (const item of node.items) {
      const inner = findKey(item, name, source);
      if (inner) return inner;
    }
  }
  return undefined;
}

function hasPath(value: JsonObject, path: string): boolean {
  let at: Json | undefined = value;
  for (const step of path === '' ? [] : path.split('/')) {
    if (Array.isArray(at)) at = at[Number(step)];
    else at = isObject(at) ? getKey(at, step) : undefined;
    if (at === undefined) return false;
  }
  return true;
}
