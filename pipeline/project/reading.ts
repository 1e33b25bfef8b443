import type { Node } from 'yaml';
import type { Diagnostic, JsonObject, Location } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import type { YamlSource } from './yaml-source.ts';

/** tinkuy.yaml while it is read. */
export interface Reading {
  source: YamlSource;
  root: Node;
  /** As JSON; has the form of schemas/configuration.json only where there are no diagnostics. */
  value: JsonObject;
  /** Grows while the parts are read. */
  diagnostics: Diagnostic[];
}

/** Adds a finding of configuration-is-valid; `values.context` is the variant of its message. */
export function report(
  reading: Reading,
  location: Location,
  values: Record<string, string>,
  related: Diagnostic['related'] = [],
): void {
  reading.diagnostics.push(diagnose('configuration-is-valid', location, values, related));
}

/** Place of the value at a path with slashes. */
export function valueAt({ source, root }: Reading, path: string): Location {
  return source.locatePath(root, path);
}
