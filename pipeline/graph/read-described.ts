import { isMap, type Node } from 'yaml';
import type {
  Diagnostic,
  Document,
  Entity,
  FrontMatterForm,
  Json,
  Origin,
  Property,
  Staged,
} from '../model.ts';
import { readYaml } from '../project/yaml-source.ts';
import { diagnose } from '../rules/diagnose.ts';
import { suggest } from '../rules/likely-names.ts';
import { canonicalValue } from '../values/canonical-value.ts';
import { setKey } from '../values/json-value.ts';
import { keyText } from '../values/scalar-text.ts';
import { typedJson } from '../values/typed-json.ts';
import { addOrigin, type EntityDraft } from './entity-draft.ts';

/** A publication as an entity, with what its front matter says. */
export interface Described {
  /** With all keys, as they are held against the schemas. */
  whole: Entity;
  /** Without the keys of the tool's form, which the data have otherwise. */
  carried: Entity;
}

/**
 * Reads what a front matter says of its publication: in canonical form where a schema of the project speaks of a key, else as it
 * stands. Undefined where no front matter could be read, which has its finding.
 * Findings: property-is-known, of parts that a value of the project's schemas does not have.
 *
 * @param name of the publication
 * @param keys of the tool's form
 */
export function readDescribed(
  { path, frontMatter: { yaml, locate, locateKey } }: Document,
  name: string,
  keys: readonly string[],
  { type, path: file, shared }: FrontMatterForm,
): Staged<Described | undefined> {
  const diagnostics: Diagnostic[] = [];
  const source = readYaml({ path, text: yaml ?? '' }).value;
  const { root } = source;
  if (locateKey === undefined || !isMap<Node, Node | null>(root)) return { value: undefined, diagnostics };
  const originAt = (at: string): Origin => {
    const slash = at.lastIndexOf('/');
    return {
      source: 'record',
      location: locate(at),
      key: locateKey(at.slice(0, Math.max(slash, 0)), at.slice(slash + 1)),
      language: undefined,
      segment: undefined,
    };
  };
  const { start: head, ...rest } = locate('');
  const start = { ...rest, start: head, end: head };
  const draft: EntityDraft = { id: name, type, properties: {}, origins: new Map(), csl: undefined };
  draft.origins.set('', [{ ...originAt(''), location: start, key: start }]);
  for (const pair of root.items) {
    const named = keyText(pair);
    const node = pair.value;
    const property = type.properties.get(named);
    const place = shared.get(named);
    const unknown = (key: Node, part: string, parts: ReadonlyMap<string, Property>): void => {
      const values = { property: part, type: file, ...suggest(part, parts.keys()) };
      const related = place ? [{ location: place, role: 'schema' }] : [];
      diagnostics.push(diagnose('property-is-known', source.locate(key), values, related));
    };
    const read = (at: Node): Json => (property ? canonicalValue(at, property, unknown) : typedJson(at));
    const value = node ? read(node) : null;
    setKey(draft.properties, named, value);
    addOrigin(draft, named, value, originAt);
  }
  const { id, properties, origins, csl } = draft;
  const whole: Entity = { id, type: type.name, slug: name, properties, origins, csl };
  const own = Object.entries(properties).filter(([key]) => !keys.includes(key));
  return { value: { whole, carried: { ...whole, properties: Object.fromEntries(own) } }, diagnostics };
}
