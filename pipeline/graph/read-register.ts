import { isMap, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import type { Diagnostic, EntityId, Location, SourceFile, Staged } from '../model.ts';
import { readYaml, type YamlSource } from '../project/yaml-source.ts';
import { diagnose } from '../rules/diagnose.ts';
import { encodeIri, isIri } from '../values/iri-form.ts';
import { keyText, scalarText } from '../values/scalar-text.ts';

/** The entity that an address elsewhere is of, by the register. */
export interface AddressOwner {
  entity: EntityId;
  /** Of the address in the register. */
  location: Location;
  /** Of the entity in the register. */
  group: Location;
}

/** Where addresses in other datasets were seen, and what they are of. */
export interface Register {
  /** Keys of the sources by address. */
  seen: Map<string, string[]>;
  /** By address; of those that the register lists under an entity. */
  owners: Map<string, AddressOwner>;
}

/**
 * Reads a register of identifiers (source/<name>/identifiers.yaml): `sources`, from a key to what the source is, and
 * `identifiers`, from an entity to its addresses, and from each to the keys of the sources in which it was seen for that
 * thing. An address may stand without its entity, too, and is then nobody's. Undefined for no file.
 * Findings: yaml-is-well-formed, yaml-key-is-unique, yaml-has-no-anchors, register-is-well-formed,
 * register-address-is-of-one-entity.
 */
export function readRegister(file: SourceFile | undefined): Staged<Register | undefined> {
  if (!file) return { value: undefined, diagnostics: [] };
  const { value: source, diagnostics } = readYaml(file);
  const refuse = (location: Location, expected: string, found: string): Diagnostic =>
    diagnose('register-is-well-formed', location, { expected, found });
  const root = source.root;
  const register: Register = { seen: new Map(), owners: new Map() };
  if (!isMap<Node, Node>(root)) {
    if (diagnostics.length > 0) return { value: register, diagnostics };
    return { value: register, diagnostics: [refuse(source.start, 'sources: …, identifiers: …', '')] };
  }
  const member = (name: string) => root.items.find((item) => keyText(item) === name)?.value;
  const [sources, identifiers] = [member('sources'), member('identifiers')];
  if (!isMap<Node, Node>(sources) || !isMap<Node, Node>(identifiers)) {
    const missing = isMap(sources) ? 'identifiers' : 'sources';
    return {
      value: register,
      diagnostics: [...diagnostics, refuse(source.locate(root), `${missing}: { … }`, '')],
    };
  }
  const known = new Set(sources.items.map((item) => keyText(item) ?? ''));
  const reading = { register, known, source, refuse, report: (one: Diagnostic) => diagnostics.push(one) };
  for (const item of identifiers.items) {
    if (isMap<Node, Node>(item.value)) readGroup(item.key, item.value, reading);
    else readAddress(item, reading);
  }
  return { value: register, diagnostics };
}

interface RegisterReading {
  register: Register;
  /** Keys of the sources. */
  known: ReadonlySet<string>;
  source: YamlSource;
  refuse: (location: Location, expected: string, found: string) => Diagnostic;
  report: (finding: Diagnostic) => void;
}

/** The addresses of an entity. */
function readGroup(key: Node, addresses: YAMLMap<Node, Node>, reading: RegisterReading): void {
  const { register, source, report } = reading;
  const entity = scalarText(key) ?? '';
  for (const item of addresses.items) {
    const address = readAddress(item, reading);
    const location = source.locate(item.key);
    const owner = register.owners.get(address);
    if (owner && owner.entity !== entity) {
      const values = { found: address, entity, other: owner.entity };
      const related = [{ location: owner.location, role: 'same' }];
      report({ ...diagnose('register-address-is-of-one-entity', location, values), related });
    }
    if (!owner) register.owners.set(address, { entity, location, group: source.locate(key) });
  }
}

function readAddress(
  item: Pair<Node, Node | null>,
  { register, known, source, refuse, report }: RegisterReading,
): string {
  const address = keyText(item) ?? '';
  if (!isIri(address)) report(refuse(source.locate(item.key), encodeIri(address), address));
  const list = isSeq<Node>(item.value) ? item.value.items : [];
  if (list.length === 0) report(refuse(source.locate(item.key), '[source, …]', address));
  const keys = list.map((each) => ({ key: scalarText(each) ?? '', place: source.locate(each) }));
  for (const { key, place } of keys) if (!known.has(key)) report(refuse(place, [...known].join(', '), key));
  register.seen.set(address, [...new Set(keys.map(({ key }) => key))]);
  return address;
}
