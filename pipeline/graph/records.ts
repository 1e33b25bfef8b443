import { isAlias, isMap, type Node, type Pair } from 'yaml';
import type { Diagnostic, JsonObject, RecordEntry, SourceFile, Staged, Vocabulary } from '../model.ts';
import { readYaml, type YamlSource } from '../project/yaml-source.ts';
import { diagnose } from '../rules/diagnose.ts';
import { suggest } from '../rules/likely-names.ts';
import { canonicalValue } from '../values/canonical-value.ts';
import { parseEntityId } from '../values/entity-id.ts';
import { setKey } from '../values/json-value.ts';
import { keyText, scalarText } from '../values/scalar-text.ts';
import { typedJson } from '../values/typed-json.ts';

/**
 * Reads the records of entities/*.yaml: a map from ids to properties. Values come out in canonical form where they fit
 * the kind of their property, else as they stand (`validateGraph` refuses them); what has no property is left out.
 * Findings: yaml-is-well-formed, yaml-key-is-unique, yaml-has-no-anchors, record-is-well-formed,
 * entity-id-is-well-formed, entity-type-is-known, property-is-known.
 */
export function readRecords(files: SourceFile[], vocabulary: Vocabulary): Staged<RecordEntry[]> {
  const diagnostics: Diagnostic[] = [];
  const records: RecordEntry[] = [];
  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const source = readYaml(file);
    const root = source.value.root;
    // Of a second record of an entity, entity-id-is-unique tells.
    const ids = new Set(
      isMap<Node>(root) ? root.items.map(({ key }) => source.value.locate(key).start.offset) : [],
    );
    diagnostics.push(
      ...source.diagnostics.filter(
        ({ rule, location }) => rule !== 'yaml-key-is-unique' || !ids.has(location.start.offset),
      ),
    );
    if (!root || scalarText(root) === '') continue;
    if (!isMap<Node, Node>(root)) {
      diagnostics.push(diagnose('record-is-well-formed', source.value.locate(root), { context: 'file' }));
      continue;
    }
    for (const pair of root.items) {
      const record = readRecord(pair, source.value, vocabulary, (finding) => diagnostics.push(finding));
      if (record) records.push(record);
    }
  }
  return { value: records, diagnostics };
}

function readRecord(
  pair: Pair<Node, Node | null>,
  source: YamlSource,
  vocabulary: Vocabulary,
  report: (finding: Diagnostic) => void,
): RecordEntry | undefined {
  const id = keyText(pair);
  const location = source.locate(pair.key);
  const parsed = parseEntityId(id);
  if (!parsed) {
    report(diagnose('entity-id-is-well-formed', location, { id }));
    return undefined;
  }
  const type = vocabulary.types.get(parsed.type);
  if (!type || type.abstract) {
    const usable = [...vocabulary.types.values()].filter((candidate) => !candidate.abstract);
    const likely = suggest(
      parsed.type,
      usable.map((candidate) => candidate.name),
    );
    const file = vocabulary.elsewhere?.get(parsed.type);
    const hint = type || file === undefined ? likely : { context: 'elsewhere', file };
    report(diagnose('entity-type-is-known', location, { type: parsed.type, entity: id, ...hint }));
    return undefined;
  }
  const node = pair.value;
  // An alias has its finding already.
  const isEmpty = !node || isAlias(node) || scalarText(node) === '';
  if (!isEmpty && !isMap<Node, Node>(node)) {
    report(diagnose('record-is-well-formed', source.locate(node), { context: '', entity: id }));
    return undefined;
  }
  const unknown = (key: Node, name: string, known: Iterable<string>): void => {
    const values = { property: name, type: type.name, ...suggest(name, known) };
    report(diagnose('property-is-known', source.locate(key), values));
  };
  const properties: JsonObject = {};
  for (const item of isMap<Node, Node>(node) ? node.items : []) {
    const name = keyText(item);
    const property = type.properties.get(name);
    if (!property && type.isOpen === true)
      setKey(properties, name, item.value ? typedJson(item.value) : null);
    else if (!property) unknown(item.key, name, type.properties.keys());
    else if (!isAlias(item.value)) {
      properties[name] = item.value
        ? canonicalValue(item.value, property, (key, part, parts) => unknown(key, part, parts.keys()))
        : null;
    }
  }
  return {
    id,
    properties,
    location,
    locate: (path) => (path === '' || isEmpty ? location : source.locatePath(node, path)),
    locateKey: (path) => {
      const slash = path.lastIndexOf('/');
      return isEmpty
        ? location
        : source.locateKey(node, path.slice(0, Math.max(slash, 0)), path.slice(slash + 1));
    },
    source: 'record',
    csl: undefined,
  };
}
