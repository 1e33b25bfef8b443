import type { Diagnostic, Json, JsonObject, ProjectFiles, SourceFile } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { isObject } from '../values/json-value.ts';
import { locateJsonMistake } from './locate-json-mistake.ts';
import { readYaml } from './yaml-source.ts';

/** Files of words that a project may have beside its catalogs: locales/<language>/<name>.json. */
const languageFile = /^locales\/[^/]+\/[^/]+\.json$/;

/**
 * All files of a path laid over each other, key by key at every depth, the later ones over the earlier: a unit that a project adds is
 * one more. A list is one value. What cannot be read, or has
 * another form than in the files that come with the tool, is left out; `checkLanguageFiles` reports it.
 */
export function readLanguageFile<T extends object>(
  { builtin, own }: ProjectFiles,
  path: string,
  empty: T,
): T {
  let merged: JsonObject = {};
  const models = modelsOf(builtin, path);
  for (const file of builtin) if (file.path === path) merged = layOver(merged, parseObject(file) ?? {});
  for (const file of own) {
    if (file.path !== path) continue;
    for (const [key, value] of Object.entries(parseObject(file) ?? {})) {
      if (findMisfit(value, placesOf(models, key), [key]) === undefined)
        merged = layOver(merged, { [key]: value });
    }
  }
  return { ...empty, ...merged } as T;
}

function layOver(under: JsonObject, over: JsonObject): JsonObject {
  const merged = { ...under };
  for (const [key, value] of Object.entries(over)) {
    const known = Object.hasOwn(under, key) ? under[key] : undefined;
    // Assigning would set the prototype where a file has a key "__proto__".
    const laid = isObject(known) && isObject(value) ? layOver(known, value) : value;
    Object.defineProperty(merged, key, { value: laid, enumerable: true, configurable: true, writable: true });
  }
  return merged;
}

/** What is wrong with the project's own files of words. Findings: language-file-is-well-formed. */
export function checkLanguageFiles(files: ProjectFiles): Diagnostic[] {
  const { builtin, own } = files;
  const rule = 'language-file-is-well-formed';
  return own
    .filter(({ path }) => languageFile.test(path))
    .flatMap((file): Diagnostic[] => {
      const json = parseJson(file);
      if (json === undefined) return [diagnose(rule, locateJsonMistake(withoutMark(file)), {})];
      const { value: source, diagnostics } = readYaml(file);
      const { root, locatePath, start } = source;
      const place = (steps: string[]) => (root ? locatePath(root, steps.join('/')) : start);
      if (!isObject(json)) return [diagnose(rule, place([]), { context: 'object' })];
      const models = modelsOf(builtin, file.path);
      const shared = findSharedForms(files, file.path, json).map(({ steps, form, codes }) =>
        diagnose(rule, place(steps), { context: 'shared', found: form, expected: codes.join(', ') }),
      );
      const twice = diagnostics.filter((one) => one.rule === 'yaml-key-is-unique');
      const misfits = Object.entries(json).flatMap(([key, value]) => {
        const misfit = findMisfit(value, placesOf(models, key), [key]);
        if (!misfit) return [];
        const values = { key: misfit.steps.join('/'), expected: misfit.expected, found: misfit.found };
        return [diagnose(rule, place(misfit.steps), { context: 'form', ...values })];
      });
      return [...twice, ...misfits, ...shared];
    });
}

/** Words and signs of a unit in a project's file that another unit has too, so that nobody could tell which is meant. */
function findSharedForms(
  files: ProjectFiles,
  path: string,
  { units: own }: JsonObject,
): { steps: string[]; form: string; codes: string[] }[] {
  if (!isObject(own)) return [];
  const { units } = readLanguageFile<{ units: JsonObject }>(files, path, { units: {} });
  const codes = new Map<string, Set<string>>();
  for (const [code, unit] of Object.entries(units))
    for (const { form } of formsOf(unit)) codes.set(form, (codes.get(form) ?? new Set()).add(code));
  return Object.entries(own).flatMap(([code, unit]) =>
    formsOf(unit).flatMap(({ form, steps }) => {
      const sharing = [...(codes.get(form) ?? [])];
      return sharing.length > 1 ? [{ steps: ['units', code, ...steps], form, codes: sharing }] : [];
    }),
  );
}

function formsOf(unit: Json | undefined): { form: string; steps: string[] }[] {
  if (!isObject(unit)) return [];
  const { symbol, forms } = unit;
  const listed = Array.isArray(forms) ? forms : [];
  const found = listed.map((form, index) => ({ form, steps: ['forms', String(index)] }));
  const all =
    typeof symbol === 'string' && !listed.includes(symbol)
      ? [{ form: symbol, steps: ['symbol'] }, ...found]
      : found;
  return all.flatMap(({ form, steps }) => (typeof form === 'string' ? [{ form, steps }] : []));
}

/** The files of the same name that come with the tool, of any language: what forms a key's value has. */
function modelsOf(builtin: SourceFile[], path: string): JsonObject[] {
  const name = path.slice(path.lastIndexOf('/'));
  return builtin
    .filter((file) => languageFile.test(file.path) && file.path.endsWith(name))
    .map((file) => parseObject(file) ?? {});
}

interface Misfit {
  steps: string[];
  expected: string;
  found: string;
}

/**
 * The first value within a value that has another JSON type than the same place of the models. A place that no model
 * has is compared with its neighbors where all of them have one type, as in a table of words.
 *
 * @param samples what the models have at the place of the value, which is that of the steps
 */
function findMisfit(value: Json, samples: readonly Json[], steps: string[]): Misfit | undefined {
  const expected = [...new Set(samples.map(typeOf))];
  const found = typeOf(value);
  if (expected.length > 0 && !expected.includes(found)) return { steps, expected: expected[0] ?? '', found };
  if (typeof value !== 'object' || value === null || steps.length > 8) return undefined;
  for (const [key, member] of Object.entries(value)) {
    const misfit = findMisfit(member, placesOf(samples, key), [...steps, key]);
    if (misfit) return misfit;
  }
  return undefined;
}

/** What each has under a key; all that it has, where it has no such key and is a table. */
function placesOf(samples: readonly Json[], key: string): Json[] {
  return samples.flatMap((sample): Json[] => {
    if (typeof sample !== 'object' || sample === null) return [];
    if (Object.hasOwn(sample, key)) return [(sample as JsonObject)[key] ?? null];
    const members: Json[] = Object.values(sample);
    return new Set(members.map(typeOf)).size === 1 ? members : [];
  });
}

function typeOf(value: Json): string {
  return Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;
}

function parseObject(file: SourceFile): JsonObject | undefined {
  const json = parseJson(file);
  return isObject(json) ? json : undefined;
}

function parseJson(file: SourceFile): Json | undefined {
  try {
    return JSON.parse(withoutMark(file).text) as Json;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}

function withoutMark({ path, text }: SourceFile): SourceFile {
  return { path, text: text.replace(/^\uFEFF/, '') };
}
