import { isMap, isSeq, type Node } from 'yaml';
import type { Diagnostic, Location, SourceFile, Staged } from '../model.ts';
import { readYaml } from '../project/yaml-source.ts';
import { diagnose } from '../rules/diagnose.ts';
import { keyText, scalarText } from '../values/scalar-text.ts';

/** Where addresses in other datasets were seen. */
export interface Register {
  /** Keys of the sources by address. */
  seen: Map<string, string[]>;
}

/**
 * Reads a register of identifiers (source/<name>/identifiers.yaml): `sources`, from a key to what the source is, and
 * `identifiers`, from an address to the keys of the sources in which it was seen for that thing. Undefined for no file.
 * Findings: yaml-is-well-formed, yaml-key-is-unique, yaml-has-no-anchors, register-is-well-formed.
 */
export function readRegister(file: SourceFile | undefined): Staged<Register | undefined> {
  if (!file) return { value: undefined, diagnostics: [] };
  const { value: source, diagnostics } = readYaml(file);
  const refuse = (location: Location, expected: string, found: string): Diagnostic =>
    diagnose('register-is-well-formed', location, { expected, found });
  const root = source.root;
  const seen = new Map<string, string[]>();
  if (!isMap<Node, Node>(root)) {
    if (diagnostics.length > 0) return { value: { seen }, diagnostics };
    return { value: { seen }, diagnostics: [refuse(source.start, 'sources: …, identifiers: …', '')] };
  }
  const member = (name: string) => root.items.find((item) => keyText(item) === name)?.value;
  const [sources, identifiers] = [member('sources'), member('identifiers')];
  if (!isMap<Node, Node>(sources) || !isMap<Node, Node>(identifiers)) {
    const missing = isMap(sources) ? 'identifiers' : 'sources';
    return {
      value: { seen },
      diagnostics: [...diagnostics, refuse(source.locate(root), `${missing}: { … }`, '')],
    };
  }
  const known = new Set(sources.items.map((item) => keyText(item) ?? ''));
  for (const item of identifiers.items) {
    const address = keyText(item) ?? '';
    const list = isSeq<Node>(item.value) ? item.value.items : [];
    if (list.length === 0) diagnostics.push(refuse(source.locate(item.key), '[source, …]', address));
    const keys = list.map((each) => ({ key: scalarText(each) ?? '', place: source.locate(each) }));
    for (const { key, place } of keys)
      if (!known.has(key)) diagnostics.push(refuse(place, [...known].join(', '), key));
    seen.set(address, [...new Set(keys.map(({ key }) => key))]);
  }
  return { value: { seen }, diagnostics };
}
