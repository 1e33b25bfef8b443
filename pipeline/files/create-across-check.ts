import type { Diagnostic, Location } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { suggest } from '../rules/likely-names.ts';
import { unescapeStep } from '../values/json-pointer.ts';
import { ExactNumber, type Instance } from '../values/json-schema/instance.ts';
import type { AcrossMark } from '../values/json-schema/outcome.ts';
import { showValue, stableJson } from '../values/json-value.ts';
import { instanceToJson } from './instance-to-json.ts';
import { joinPath } from './join-path.ts';
import type { LoadedSchema, LoadedSchemas } from './load-schemas.ts';
import type { LocatedValue } from './located-value.ts';

/** What is asked of all files together: ids that are one thing's, references that lead to one, files that are there. */
export interface AcrossCheck {
  /** Takes a value that a keyword of ours speaks of. */
  mark: (mark: AcrossMark, held: LocatedValue, schema: LoadedSchema, path: string) => void;
  /** Takes a file that is one value: where its schema has no ids, the file's name is one. */
  name: (path: string, schema: LoadedSchema) => void;
  /** To be called when all files are read. */
  finish: () => Diagnostic[];
}

/** A value that was met before. */
interface Met {
  location: Location;
  entity: string;
}

interface Reference {
  /** Any of them will do. */
  targets: { path: string; pointer: string | undefined }[];
  text: string;
  location: Location;
  entity: string;
  property: string;
}

/**
 * Findings: unique-value-is-of-one-entity (x-unique), reference-resolves (x-range), path-leads-to-a-file (x-file),
 * schema-reference-resolves.
 */
export function createAcrossCheck(
  { follow, files }: LoadedSchemas,
  exists: (path: string) => boolean,
): AcrossCheck {
  const diagnostics: Diagnostic[] = [];
  const unique = new Map<string, Met>();
  /** By path of a schema, and by the place of a property in it, the ids of what is held against it. */
  const ids = new Map<string, Set<string>>();
  const names = new Map<string, Set<string>>();
  const references: Reference[] = [];
  const broken = new Map<string, Diagnostic>();

  const takeUnique = (mark: AcrossMark, schema: LoadedSchema, location: Location, entity: string): void => {
    const value = instanceToJson(mark.instance);
    const key = `${mark.document}#${mark.pointer} ${stableJson(value)}`;
    const first = unique.get(key);
    if (!first) unique.set(key, { location, entity });
    else if (!isSamePlace(first.location, location)) {
      const values = {
        context: 'file',
        property: propertyOf(mark.path),
        found: showValue(value),
        entity,
        other: first.entity,
      };
      const related = [{ location: first.location, role: 'other' }];
      diagnostics.push(diagnose('unique-value-is-of-one-entity', location, values, related));
    }
    for (const place of [schema.path, `${schema.path}#${mark.pointer}`]) {
      const known = ids.get(place) ?? new Set();
      ids.set(place, known.add(textOf(mark.instance)));
    }
  };

  const takeReference = (mark: AcrossMark, location: Location, entity: string): void => {
    const property = propertyOf(mark.path);
    const wanted = [mark.demand].flat().filter((each) => typeof each === 'string');
    const found = wanted.flatMap((reference) => follow(reference, mark.document) ?? []);
    if (found.length < wanted.length) {
      const file = [...files.values()].find(({ id }) => id === mark.document);
      const at = file?.locate(
        mark.pointer.slice(1).split('/').map(unescapeStep).concat('x-range').filter(Boolean).join('/'),
      );
      const values = { keyword: 'x-range', reference: wanted.join(', '), likely: '' };
      if (at)
        broken.set(`${mark.document}${mark.pointer}`, diagnose('schema-reference-resolves', at, values));
      return;
    }
    references.push({ targets: found, text: textOf(mark.instance), location, entity, property });
  };

  const idsOf = ({ path, pointer }: Reference['targets'][number]): ReadonlySet<string> => {
    if (pointer !== undefined && pointer !== '') return ids.get(`${path}#${pointer}`) ?? new Set();
    return ids.get(path) ?? names.get(path) ?? new Set();
  };

  return {
    mark: (mark, held, schema, path) => {
      const location = held.locate(stepsOf(mark.path));
      const isScalar = typeof mark.instance !== 'object' || mark.instance instanceof ExactNumber;
      if (!isScalar || mark.instance === null) return;
      if (mark.keyword === 'x-unique' && mark.demand === true) takeUnique(mark, schema, location, held.name);
      if (mark.keyword === 'x-range') takeReference(mark, location, held.name);
      if (mark.keyword === 'x-file' && typeof mark.instance === 'string')
        diagnostics.push(...findLostFile(mark, path, location, exists));
    },
    name: (path, schema) => {
      const name = path.replace(/^.*\//, '').replace(/\.[^.]+$/, '');
      const known = names.get(schema.path) ?? new Set();
      names.set(schema.path, known.add(name));
    },
    finish: () => {
      for (const reference of references) {
        const { targets, text, location, entity, property } = reference;
        const known = targets.map(idsOf);
        if (known.some((each) => each.has(text))) continue;
        const { likely = '', context } = suggest(
          text,
          known.flatMap((each) => [...each]),
        );
        const values = {
          entity,
          property,
          target: text,
          type: targets.map(({ path }) => path).join(' | '),
          likely,
        };
        const variant = { context: context === undefined ? 'file' : 'fileLikely' };
        diagnostics.push(diagnose('reference-resolves', location, { ...values, ...variant }));
      }
      return [...diagnostics, ...broken.values()];
    },
  };
}

/** Finds that a path leads to no file: from the file that has it, or from the folder that the keyword names. */
function findLostFile(
  { demand, instance, path: at }: AcrossMark,
  path: string,
  location: Location,
  exists: (path: string) => boolean,
): Diagnostic[] {
  const value = String(instance);
  const folder = typeof demand === 'string' ? demand.replace(/^\/|\/$/g, '') : undefined;
  const ways = [value, decode(value)].map((each) =>
    folder === undefined ? joinPath(path, each) : joinPath(`${folder}/x`, each.replace(/^\/+/, '')),
  );
  if (ways.some((way) => way !== undefined && way !== '' && exists(way))) return [];
  const values = { property: propertyOf(at), found: value, path: ways[0] ?? value };
  const context = ways[0] === undefined ? { context: 'outside' } : {};
  return [diagnose('path-leads-to-a-file', location, { ...values, ...context })];
}

function isSamePlace(a: Location, b: Location): boolean {
  return a.path === b.path && a.start.line === b.start.line && a.start.column === b.start.column;
}

function textOf(instance: Instance): string {
  return instance instanceof ExactNumber ? instance.text : String(instance);
}

/** Steps of a JSON Pointer. */
export function stepsOf(pointer: string): string[] {
  return pointer === '' ? [] : pointer.slice(1).split('/').map(unescapeStep);
}

/** A place in a value as an author names it, without the places in lists: "authors.name". */
export function propertyOf(pointer: string): string {
  return stepsOf(pointer)
    .filter((step) => !/^\d+$/.test(step))
    .join('.');
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
