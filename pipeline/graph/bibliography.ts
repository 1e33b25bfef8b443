import { isMap, isSeq, type Node } from 'yaml';
import type {
  Diagnostic,
  EntityType,
  Json,
  JsonObject,
  Location,
  Property,
  RecordEntry,
  SourceFile,
  Staged,
  Vocabulary,
} from '../model.ts';
import { locateJsonMistake } from '../project/locate-json-mistake.ts';
import { readYaml, type YamlSource } from '../project/yaml-source.ts';
import { diagnose } from '../rules/diagnose.ts';
import { parseEntityId } from '../values/entity-id.ts';
import { getKey, isObject, showValue } from '../values/json-value.ts';
import { kindOf } from '../values/kind-of.ts';
import { labelProperty } from './label-property.ts';

/** Language under which a bibliography's texts stand until the graph copies them to every edition (BCP 47 "und"). */
export const undetermined = 'und';

/**
 * Turns the items of a bibliography in CSL-JSON (https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables)
 * into records of the vocabulary's bibliographic type: `x-csl` names the variable that fills a property, the title is
 * the label. BibLaTeX is not read: every reference manager exports CSL-JSON too.
 * Findings: bibliography-is-well-formed, yaml-key-is-unique, entity-id-is-well-formed.
 */
export function readBibliography(files: SourceFile[], vocabulary: Vocabulary): Staged<RecordEntry[]> {
  const diagnostics: Diagnostic[] = [];
  const records: RecordEntry[] = [];
  const type = bibliographicType(vocabulary);
  for (const file of type ? [...files].sort((a, b) => (a.path < b.path ? -1 : 1)) : []) {
    const source = readYaml(file);
    const items = parseItems(file, source, diagnostics);
    const root = source.value.root;
    if (!items || !isSeq<Node>(root) || !type) continue;
    items.forEach((item, index) => {
      const node = root.items[index];
      if (!node) return;
      const record = readItem(item, node, source.value, type, (finding) => diagnostics.push(finding));
      if (record) records.push(record);
    });
  }
  return { value: records, diagnostics };
}

/** The type with the role "bibliography" that is nobody's subtype in that role. */
function bibliographicType(vocabulary: Vocabulary): EntityType | undefined {
  const types = [...vocabulary.types.values()].filter(
    (type) => type.role === 'bibliography' && !type.abstract,
  );
  return types.find((type) => !types.some((other) => type.supertypes.includes(other.name)));
}

function parseItems(
  file: SourceFile,
  source: Staged<YamlSource>,
  diagnostics: Diagnostic[],
): Json[] | undefined {
  const text = file.text.replace(/^\uFEFF/, '');
  const tooDeep = source.diagnostics.find(({ values }) => values.context === 'nesting');
  if (tooDeep) {
    diagnostics.push(tooDeep);
    return undefined;
  }
  const refuse = (location: Location, context: string): undefined => {
    diagnostics.push(diagnose('bibliography-is-well-formed', location, { context }));
  };
  try {
    const items = JSON.parse(text) as Json;
    diagnostics.push(...source.diagnostics);
    return Array.isArray(items) ? items : refuse(source.value.start, 'list');
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return refuse(locateJsonMistake({ ...file, text }), 'syntax');
  }
}

function readItem(
  item: Json,
  node: Node,
  source: YamlSource,
  type: EntityType,
  report: (finding: Diagnostic) => void,
): RecordEntry | undefined {
  const location = source.locate(node);
  if (!isObject(item) || !isMap(node)) {
    report(diagnose('bibliography-is-well-formed', location, { context: 'item', problem: showValue(item) }));
    return undefined;
  }
  let complete = true;
  for (const variable of ['id', 'type', 'title']) {
    const value = getKey(item, variable);
    if (typeof value === 'string' && value !== '') continue;
    complete = false;
    const values = { context: 'variable', variable, problem: showValue(value) };
    report(diagnose('bibliography-is-well-formed', source.locatePath(node, variable), values));
  }
  if (!complete) return undefined;
  const id = `${type.name}:${String(item.id)}`;
  if (!parseEntityId(id)) {
    report(diagnose('entity-id-is-well-formed', source.locatePath(node, 'id'), { id: String(item.id) }));
    return undefined;
  }
  const properties: JsonObject = {};
  const variables = new Map<string, string>();
  for (const property of type.properties.values()) {
    const variable = property.csl ?? (property.name === labelProperty ? 'title' : undefined);
    const value = variable === undefined ? undefined : getKey(item, variable);
    if (variable === undefined || value === undefined) continue;
    const read = readVariable(value, property);
    if (read === undefined) {
      const values = { context: 'variable', variable, problem: showValue(value) };
      report(diagnose('bibliography-is-well-formed', source.locatePath(node, variable), values));
      continue;
    }
    properties[property.name] = read;
    variables.set(property.name, variable);
  }
  return {
    id,
    properties,
    location: source.locatePath(node, 'id'),
    locate: (path) => {
      const [name = '', ...rest] = path.split('/');
      return source.locatePath(node, [variables.get(name) ?? 'id', ...rest].join('/'));
    },
    source: 'bibliography',
    csl: item,
  };
}

/** A CSL variable (text, number, names or date) in the canonical form of a property; undefined where it has none. */
function readVariable(value: Json, property: Property): Json | undefined {
  const [first, ...others] = variableTexts(value);
  if (first === undefined) return undefined;
  const { fromVariable, isTagged } = kindOf(property);
  const items = property.many
    ? [first, ...others].map((text) => fromVariable([text], property))
    : fromVariable([first, ...others], property);
  return isTagged ? { [undetermined]: items } : items;
}

function variableTexts(value: Json): string[] {
  if (typeof value === 'number') return [String(value)];
  if (typeof value === 'string') return [value];
  if (isObject(value)) {
    const date = readDate(value);
    return date === undefined ? [] : [date];
  }
  if (!Array.isArray(value)) return [];
  return value.flatMap((name) => {
    if (typeof name === 'string') return [name];
    if (!isObject(name)) return [];
    if (typeof name.literal === 'string') return [name.literal];
    const family = [name['non-dropping-particle'], name.family]
      .filter((part) => typeof part === 'string')
      .join(' ');
    const given = [name.given, name['dropping-particle']]
      .filter((part) => typeof part === 'string')
      .join(' ');
    const full = [family, given, name.suffix]
      .filter((part) => typeof part === 'string' && part !== '')
      .join(', ');
    return full === '' ? [] : [full];
  });
}

/** CSL's date-parts as EDTF: [[2007, 6]] → "2007-06", two of them → a period. */
function readDate(value: JsonObject): string | undefined {
  const parts = value['date-parts'];
  if (!Array.isArray(parts)) return typeof value.raw === 'string' ? value.raw : undefined;
  const dates = parts.flatMap((date) => {
    if (!Array.isArray(date) || date.length === 0) return [];
    const [year, ...rest] = date.map(String);
    return [[year?.padStart(4, '0'), ...rest.map((part) => part.padStart(2, '0'))].join('-')];
  });
  return dates.length === 0 ? undefined : dates.join('/');
}
