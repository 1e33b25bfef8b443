import type { Diagnostic, Json, JsonObject, Location, Recall, SourceFile, Staged } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { getKey, isObject, showValue, stableJson } from '../values/json-value.ts';
import { recallNothing } from '../values/recall-nothing.ts';
import { frontMatterSource } from './described-publication.ts';
import { isSchemaFile } from './is-schema-file.ts';
import { readJsonFile } from './json-file.ts';
import { modernSchema } from './modern-schema.ts';

/** A file of schemas/, the built-in one and the project's own already one. */
export interface SchemaSource {
  /** Path under schemas/ ("types/place.json", "units.json"). */
  name: string;
  value: JsonObject;
  /** Whether the project has a part in it: what comes with the tool and is as it came, our own tests have checked. */
  isOwn: boolean;
  /** What comes with the tool under this name, as it came; undefined where nothing does. */
  builtin: JsonObject | undefined;
  /** Place of what a path with slashes leads to, in the file that an author can edit: the project's own where it has it. */
  locate: (path: string) => Location;
  /** As `locate`, of a key of the object that a path leads to. */
  locateKey: (path: string, key: string) => Location;
}

/**
 * Reads the JSON files under schemas/ and source/<publication>/schemas/, except schemas/generated/.
 * A project's own file with the name of a built-in one is a JSON Merge Patch (RFC 7396) of it: objects merge member by
 * member, any other value replaces, null takes away. A file with a new name stands by itself. Entities of all publications
 * have addresses of one form, so types are the project's wherever they stand: own files of one name add to each other, and
 * none may say otherwise than another. An own front-matter.json changes nothing of the built-in one, and has a name of its own.
 * Findings: schema-is-valid for what is not JSON, and for own files that say otherwise.
 */
export function readSchemaSources(
  builtin: SourceFile[],
  own: SourceFile[],
  recall: Recall = recallNothing,
): Staged<SchemaSource[]> {
  const diagnostics: Diagnostic[] = [];
  const sources = new Map<string, SchemaSource>();
  const said = new Map<string, ReadFile[]>();
  // In the tool's own repository the project's files are the built-in ones.
  const texts = new Map(builtin.map(({ path, text }) => [path, text]));
  const changed = own.filter(({ path, text }) => texts.get(path) !== text);
  const files = [
    ...byPath(builtin).map((file) => ({ file, isOwn: false })),
    ...byPath(changed).map((file) => ({ file, isOwn: true })),
  ];
  for (const { file, isOwn } of files) {
    const name = (isOwn ? frontMatterSource(file.path) : undefined) ?? schemaName(file.path);
    if (name === undefined) continue;
    const present = sources.get(name);
    const read = readJsonFile(file, isOwn, recall);
    diagnostics.push(...read.diagnostics);
    if (!read.value) continue;
    const { locate, locateKey, has } = read.value;
    const value = isOwn ? modernSchema(read.value.value) : read.value.value;
    const others = said.get(name) ?? [];
    if (isOwn) {
      diagnostics.push(...others.flatMap((other) => findContradictions(other, { value, locate })));
      said.set(name, [...others, { value, locate }]);
    }
    sources.set(name, {
      name,
      isOwn,
      builtin: isOwn ? present?.builtin : value,
      value: present ? (mergePatch(present.value, value) as JsonObject) : value,
      locate: (path) => (present && !has(path) ? present.locate(path) : locate(path)),
      locateKey: (path, key) => {
        const isElsewhere = present && !has(path === '' ? key : `${path}/${key}`);
        return isElsewhere ? present.locateKey(path, key) : locateKey(path, key);
      },
    });
  }
  return { value: [...sources.values()].sort((a, b) => (a.name < b.name ? -1 : 1)), diagnostics };
}

function byPath(files: SourceFile[]): SourceFile[] {
  return [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function schemaName(path: string): string | undefined {
  return isSchemaFile(path) ? path.slice(path.indexOf('schemas/') + 'schemas/'.length) : undefined;
}

/** An own file as it was read. */
type ReadFile = Pick<SchemaSource, 'value' | 'locate'>;

/** Members of two files that are neither equal nor both objects. */
function findContradictions(first: ReadFile, second: ReadFile): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const compare = (a: JsonObject, b: JsonObject, path: string): void => {
    for (const [key, value] of Object.entries(b)) {
      const other = getKey(a, key);
      const at = path === '' ? key : `${path}/${key}`;
      if (other === undefined || stableJson(other) === stableJson(value)) continue;
      if (isObject(other) && isObject(value)) compare(other, value, at);
      else {
        const related = [{ location: first.locate(at), role: 'first' as const }];
        const values = {
          context: 'otherwise',
          keyword: at,
          expected: showValue(other),
          found: showValue(value),
        };
        diagnostics.push(diagnose('schema-is-valid', second.locate(at), values, related));
      }
    }
  };
  compare(first.value, second.value, '');
  return diagnostics;
}

/** RFC 7396. */
function mergePatch(target: Json, patch: Json): Json {
  if (!isObject(patch)) return patch;
  const merged: JsonObject = isObject(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete merged[key];
    else merged[key] = mergePatch(getKey(merged, key) ?? null, value);
  }
  return merged;
}
