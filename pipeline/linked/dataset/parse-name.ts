import type { EntityId, PropertyPath, Vocabulary } from '../../model.ts';
import { parseAnnotation } from '../../text/annotation.ts';

/** What a name on the command line is the name of. */
export type Name =
  | { kind: 'entity'; entity: EntityId; path: PropertyPath | undefined }
  /** Address of a statement or citation. */
  | { kind: 'said'; iri: string }
  /** A block of the editions of a publication, by its id. */
  | { kind: 'block'; publication: string; id: string }
  | { kind: 'line'; path: string; line: number; column: number | undefined };

/**
 * Reads "type:slug", "type:slug#property", an address under the project's base, or "path:line" or "path:line:column", the
 * path being one of the project's. Undefined where it is none of them.
 *
 * @param paths by which a file of the project may be called, and its path in the project
 */
export function parseName(
  name: string,
  { vocabulary, base, paths }: { vocabulary: Vocabulary; base: string; paths: ReadonlyMap<string, string> },
): Name | undefined {
  const { path = '', line, column } = splitPlace(name) ?? {};
  const file = paths.get(path);
  if (file !== undefined && line !== undefined) return { kind: 'line', path: file, line, column };
  if (base !== '' && name.startsWith(base)) return parseAddress(name.slice(base.length), base);
  const address = parseAnnotation(name, vocabulary);
  if (address.kind === 'mention') return { kind: 'entity', entity: address.entity, path: undefined };
  if (address.kind === 'property') return { kind: 'entity', entity: address.entity, path: address.path };
  return undefined;
}

/** The parts of "path:line" and "path:line:column", as compilers and editors write places. */
export function splitPlace(
  name: string,
): { path: string; line: number; column: number | undefined } | undefined {
  const [, path, line, column] = /^(.+?):(\d+)(?::(\d+))?$/s.exec(name) ?? [];
  if (path === undefined || line === undefined) return undefined;
  return { path, line: Number(line), column: column === undefined ? undefined : Number(column) };
}

/** The addresses that graph/iri.ts makes, without the base. */
function parseAddress(address: string, base: string): Name | undefined {
  const [, type, slug, path] = /^id\/([^/#]+)\/([^/#]+)(?:#(.+))?$/.exec(address) ?? [];
  // Of many values the second and later ones have a number, and belong to the same property.
  if (type && slug) return { kind: 'entity', entity: `${type}:${slug}`, path: path?.replace(/\.\d+$/, '') };
  if (/^(?:statement|citation)\//.test(address)) {
    return { kind: 'said', iri: base + address.replace(/#.*$/s, '') };
  }
  const edition =
    /^edition\/([^/#]+)\/[^#]*#(.+)$/.exec(address) ?? /^[^/#]+\/([^/#]+)\.[a-z]+#(.+)$/.exec(address);
  const [, publication, id] = edition ?? [];
  return publication && id ? { kind: 'block', publication: decode(publication), id: decode(id) } : undefined;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
