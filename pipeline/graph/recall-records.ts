import type {
  Diagnostic,
  Json,
  JsonObject,
  Location,
  Recall,
  RecordEntry,
  SourceFile,
  Staged,
  Vocabulary,
} from '../model.ts';
import { isObject } from '../values/json-value.ts';
import { readRecords } from './records.ts';

/** A place in a file: line, column and offset where it begins, and where it ends. */
type KeptPlace = (number | null)[];

/** A record as JSON keeps it. */
interface KeptRecord {
  id: string;
  properties: JsonObject;
  place: KeptPlace;
  /** Of the record, as the path '', and of each path of its properties the places of its value and of its key. */
  places: [path: string, value: KeptPlace, key: KeptPlace | null][];
}

/**
 * As `readRecords`, of one file; what it said before of the same text is said again, without reading its YAML.
 *
 * @param declared digest of the schemas that the vocabulary is read from
 */
export function recallRecords(
  file: SourceFile,
  vocabulary: Vocabulary,
  declared: string,
  recall: Recall,
): Staged<RecordEntry[]> {
  let read: Staged<RecordEntry[]> | undefined;
  const readNow = (): Staged<RecordEntry[]> => {
    read ??= readRecords([file], vocabulary);
    return read;
  };
  const kept = recall('records', [file.path, file.text, declared], () => {
    const { value, diagnostics } = readNow();
    return { records: value.map(keep), diagnostics } satisfies {
      records: KeptRecord[];
      diagnostics: Diagnostic[];
    };
  });
  if (read) return read;
  const value = kept.records.map((record, index) =>
    revive(record, file.path, () => readNow().value[index] as RecordEntry),
  );
  return { value, diagnostics: kept.diagnostics };
}

function keep({ id, properties, location, locate, locateKey }: RecordEntry): KeptRecord {
  const places = ['', ...pathsOf(properties)].map((path): KeptRecord['places'][number] => [
    path,
    flatten(locate(path)),
    locateKey ? flatten(locateKey(path)) : null,
  ]);
  return { id, properties, place: flatten(location), places };
}

/** @param again reads the record from its file, for a path that it has no value at */
function revive(
  { id, properties, place, places }: KeptRecord,
  path: string,
  again: () => RecordEntry,
): RecordEntry {
  const values = new Map(places.map(([at, value]) => [at, value]));
  const keys = new Map(places.map(([at, , key]) => [at, key]));
  const location = unfold(place, path);
  return {
    id,
    properties,
    location,
    locate: (at) => {
      const known = values.get(at);
      return known ? unfold(known, path) : again().locate(at);
    },
    locateKey: (at) => {
      const known = keys.get(at);
      return known ? unfold(known, path) : (again().locateKey?.(at) ?? location);
    },
    source: 'record',
    csl: undefined,
  };
}

/** Paths with slashes to all values within one. */
function pathsOf(value: Json, at = ''): string[] {
  if (!Array.isArray(value) && !isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const path = at === '' ? key : `${at}/${key}`;
    return [path, ...pathsOf(inner, path)];
  });
}

function flatten({ start, end }: Location): KeptPlace {
  return [start, end].flatMap(({ line, column, offset }) => [line, column, offset ?? null]);
}

function unfold(place: KeptPlace, path: string): Location {
  const [line, column, offset, lastLine, lastColumn, lastOffset] = place;
  const point = (
    of: number | null | undefined,
    at: number | null | undefined,
    to: number | null | undefined,
  ) => ({
    line: of ?? 1,
    column: at ?? 1,
    offset: to ?? undefined,
  });
  return { path, start: point(line, column, offset), end: point(lastLine, lastColumn, lastOffset) };
}
