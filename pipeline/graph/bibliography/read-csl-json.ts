import { isMap, isSeq, type Node } from 'yaml';
import type { Diagnostic, Json, Location, SourceFile, Staged } from '../../model.ts';
import { locateJsonMistake } from '../../project/locate-json-mistake.ts';
import { readYaml, type YamlSource } from '../../project/yaml-source.ts';
import { diagnose } from '../../rules/diagnose.ts';
import { getKey, isObject, showValue } from '../../values/json-value.ts';
import type { BibliographicItem } from './bibliographic-item.ts';

/** Members that hold the list where a file is an object: Zotero's interface, and the YAML that pandoc takes. */
const listMembers = ['items', 'references'];

/**
 * Reads CSL-JSON: a list of items, or an object that holds one. The same as YAML is read too, by the name of the file.
 * Findings: bibliography-is-well-formed, yaml-is-well-formed, yaml-key-is-unique.
 */
export function readCslJson(file: SourceFile): Staged<BibliographicItem[]> {
  const diagnostics: Diagnostic[] = [];
  const text = file.text.replace(/^\uFEFF/, '');
  const isYaml = /\.ya?ml$/i.test(file.path);
  const source = readYaml({ ...file, text: isYaml ? withoutFences(text) : text });
  const whole = isYaml ? readAsYaml(source, diagnostics) : readAsJson({ ...file, text }, source, diagnostics);
  if (whole === undefined) return { value: [], diagnostics };
  const { root } = source.value;
  const [items, list] = findList(whole, root);
  if (!items) {
    const place = source.value.start;
    diagnostics.push(diagnose('bibliography-is-well-formed', place, { context: 'list' }));
    return { value: [], diagnostics };
  }
  if (!isSeq<Node>(list)) return { value: [], diagnostics };
  const value = items.flatMap((item, index) => {
    const node = list.items[index];
    return node ? readItem(item, node, source.value, diagnostics) : [];
  });
  return { value, diagnostics };
}

function readAsJson(
  file: SourceFile,
  source: Staged<YamlSource>,
  diagnostics: Diagnostic[],
): Json | undefined {
  const tooDeep = source.diagnostics.find(({ values }) => values.context === 'nesting');
  if (tooDeep) {
    diagnostics.push(tooDeep);
    return undefined;
  }
  const refuse = (location: Location, context: string): undefined => {
    diagnostics.push(diagnose('bibliography-is-well-formed', location, { context }));
  };
  try {
    const value = JSON.parse(file.text) as Json;
    diagnostics.push(...source.diagnostics);
    return value;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return refuse(locateJsonMistake(file), 'syntax');
  }
}

function readAsYaml(source: Staged<YamlSource>, diagnostics: Diagnostic[]): Json | undefined {
  diagnostics.push(...source.diagnostics);
  const { root, start } = source.value;
  if (root) return root.toJSON() as Json;
  if (source.diagnostics.length === 0) {
    diagnostics.push(diagnose('bibliography-is-well-formed', start, { context: 'list' }));
  }
  return undefined;
}

/** The lines that begin and end metadata in pandoc's Markdown are no second document; places stay. */
function withoutFences(text: string): string {
  return text.replace(/^(?:---|\.\.\.)[ \t]*$/gm, (fence) => ' '.repeat(fence.length));
}

function findList(whole: Json, root: Node | undefined): [Json[] | undefined, Node | undefined] {
  if (Array.isArray(whole)) return [whole, root];
  if (!isObject(whole)) return [undefined, undefined];
  for (const name of listMembers) {
    const items = getKey(whole, name);
    if (!Array.isArray(items)) continue;
    const node = isMap<Node, Node>(root) ? root.get(name, true) : undefined;
    return [items, node as Node | undefined];
  }
  return [undefined, undefined];
}

function readItem(
  item: Json,
  node: Node,
  source: YamlSource,
  diagnostics: Diagnostic[],
): BibliographicItem[] {
  if (!isObject(item) || !isMap(node)) {
    const values = { context: 'item', problem: showValue(item) };
    diagnostics.push(diagnose('bibliography-is-well-formed', source.locate(node), values));
    return [];
  }
  return [
    {
      csl: item,
      locate: (...steps) => source.locatePath(node, steps.join('/')),
      quote: (variable) => showValue(getKey(item, variable)),
    },
  ];
}
