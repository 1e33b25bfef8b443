import type {
  Diagnostic,
  EntityType,
  Json,
  JsonObject,
  Property,
  RecordEntry,
  SourceFile,
  Staged,
  Vocabulary,
} from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { slugOfKey } from '../values/citation-key.ts';
import { parseEntityId } from '../values/entity-id.ts';
import { getKey, isObject } from '../values/json-value.ts';
import { kindOf } from '../values/kind-of.ts';
import type { BibliographicItem } from './bibliography/bibliographic-item.ts';
import { type CompleteItem, completeItem } from './bibliography/complete-item.ts';
import type { BibliographyFormats } from './bibliography/load-formats.ts';
import { readCslJson } from './bibliography/read-csl-json.ts';
import { labelProperty } from './label-property.ts';

/** Language under which a bibliography's texts stand until the graph copies them to every edition (BCP 47 "und"). */
export const undetermined = 'und';

/** CSL-JSON alone. */
const cslOnly: BibliographyFormats = { readers: new Map(), languages: undefined };

/**
 * Turns the works of bibliographies as reference managers export them into records of the vocabulary's bibliographic type:
 * `x-csl` names the variable of CSL that fills a property, the title is the label. What is read is CSL-JSON
 * (https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables), and by their readers the `formats`.
 * Findings: bibliography-is-well-formed, bibliography-is-kept-whole, yaml-key-is-unique, entity-id-is-well-formed.
 */
export function readBibliography(
  files: SourceFile[],
  vocabulary: Vocabulary,
  formats: BibliographyFormats = cslOnly,
): Staged<RecordEntry[]> {
  const diagnostics: Diagnostic[] = [];
  const report = (finding: Diagnostic): void => {
    diagnostics.push(finding);
  };
  const type = bibliographicType(vocabulary);
  if (!type) return { value: [], diagnostics };
  const value = [...files]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap((file) => {
      const read = formats.readers.get(extensionOf(file.path)) ?? readCslJson;
      const items = read(file);
      diagnostics.push(...items.diagnostics);
      return items.value.flatMap((item) => readItem(item, type, formats, report) ?? []);
    });
  return { value, diagnostics };
}

/**
 * A work that no file of a bibliography has, as the record that it would be in one.
 *
 * @param item in the form that styles take
 */
export function recordOfWork(item: BibliographicItem, type: EntityType): RecordEntry | undefined {
  return readItem(item, type, cslOnly, () => undefined);
}

/** The type with the role "bibliography" that is nobody's subtype in that role. */
export function bibliographicType(vocabulary: Vocabulary): EntityType | undefined {
  const types = [...vocabulary.types.values()].filter(
    (type) => type.role === 'bibliography' && !type.abstract,
  );
  return types.find((type) => !types.some((other) => type.supertypes.includes(other.name)));
}

function extensionOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1).toLowerCase();
}

function readItem(
  item: BibliographicItem,
  type: EntityType,
  { languages }: BibliographyFormats,
  report: (finding: Diagnostic) => void,
): RecordEntry | undefined {
  const refuse = (variable: string): void => {
    const values = { context: 'variable', variable, problem: item.quote(variable) };
    report(diagnose('bibliography-is-well-formed', item.locate(variable), values));
  };
  const key = keyOf(item.csl);
  const missing = ['type', 'title'].filter((variable) => !isText(getKey(item.csl, variable)));
  if (key === undefined) refuse('id');
  missing.forEach(refuse);
  if (key === undefined || missing.length > 0) return undefined;
  const id = `${type.name}:${slugOfKey(key)}`;
  // Programs that keep works by their keys would lose one of this name.
  if (!parseEntityId(id) || key === '__proto__') {
    report(diagnose('entity-id-is-well-formed', item.locate('id'), { id: key }));
    return undefined;
  }
  const complete = completeItem(item, languages, report);
  const { properties, variables } = readProperties(complete, type, refuse);
  return {
    id,
    properties,
    location: item.locate('id'),
    locate: (path) => {
      const [name = '', ...within] = path.split('/');
      return item.locate(variables.get(name) ?? 'id', ...within);
    },
    source: 'bibliography',
    key,
    csl: complete.csl,
  };
}

/**
 * What the work is called where texts are written: its id; where that is an address, as Zotero gives, its citation key, if it
 * has one.
 */
function keyOf(csl: JsonObject): string | undefined {
  const id = getKey(csl, 'id');
  const key = getKey(csl, 'citation-key');
  if (typeof id === 'number') return String(id);
  if (!isText(id)) return undefined;
  return id.includes('://') && isText(key) ? key : id;
}

function isText(value: Json | undefined): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function readProperties(
  { data }: CompleteItem,
  type: EntityType,
  refuse: (variable: string) => void,
): { properties: JsonObject; variables: Map<string, string> } {
  const properties: JsonObject = {};
  const variables = new Map<string, string>();
  for (const property of type.properties.values()) {
    const variable = property.csl ?? (property.name === labelProperty ? 'title' : undefined);
    const value = variable === undefined ? undefined : getKey(data, variable);
    if (variable === undefined || value === undefined) continue;
    const read = readVariable(value, property);
    if (read === undefined) {
      refuse(variable);
      continue;
    }
    properties[property.name] = read;
    variables.set(property.name, variable);
  }
  return { properties, variables };
}

/** A CSL variable (text, number, names or a date as EDTF) in the canonical form of a property; undefined where it has none. */
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
  if (!Array.isArray(value)) return [];
  return value.flatMap((name) => {
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
