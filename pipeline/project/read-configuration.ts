import type { ChosenSeverity, Configuration, JsonObject, ProjectFiles, Staged } from '../model.ts';
import { createSchemaCheck, type SchemaCheck } from '../rules/create-schema-check.ts';
import { describeErrors, describeUnknown } from '../rules/describe-errors.ts';
import { diagnose } from '../rules/diagnose.ts';
import { rules } from '../rules/rules.ts';
import { startOfFile } from '../rules/start-of-file.ts';
import { isObject } from '../values/json-value.ts';
import { findIdleGlobs } from './find-idle-globs.ts';
import { listOwnRuleFiles } from './own-rule-files.ts';
import { readEditions } from './read-editions.ts';
import { readPages } from './read-pages.ts';
import { type Reading, report, valueAt } from './reading.ts';
import { toJson } from './to-json.ts';
import { readYaml } from './yaml-source.ts';

const path = 'tinkuy.yaml';
const schemaPath = 'schemas/configuration.json';
const rule = 'configuration-is-valid';
/** Places whose form is checked beyond the schema, by code that can say more than a pattern. */
const checkedElsewhere = /^\/(?:base$|editions(?:$|\/[^/]*(?:\/tag)?$)|rules$)/;

/** What holds where tinkuy.yaml says nothing, as in schemas/configuration.json. */
const defaults: Configuration = {
  base: 'https://example.org/',
  editions: [],
  mentions: 'first-in-section',
  numberSections: true,
  allowHtml: false,
  rules: {},
  pages: [],
  files: [],
};

/**
 * Reads tinkuy.yaml, checks it by schemas/configuration.json and beyond (base IRI, language tags, names of rules), and
 * fills in defaults. What is wrong is left out of the value, so that the next stages find what else there is to find.
 * Findings: project-is-configured, configuration-is-valid, those of a YAML file.
 *
 * @param isPublication whether what every publication needs is demanded, be there a key of publications or not
 */
export function readConfiguration(
  files: ProjectFiles,
  form: SchemaCheck = createSchemaCheck(files.builtin, schemaPath),
  isPublication = true,
): Staged<Configuration> {
  const file = files.own.find((candidate) => candidate.path === path);
  if (file === undefined) {
    return { value: defaults, diagnostics: [diagnose('project-is-configured', startOfFile(path))] };
  }
  const yaml = readYaml(file);
  const root = yaml.value.root;
  const value = root === undefined ? null : toJson(root);
  if (root === undefined || typeof value !== 'object' || value === null || Array.isArray(value)) {
    const isKnown = yaml.diagnostics.length > 0;
    const place = root === undefined ? yaml.value.start : yaml.value.locate(root);
    const problem = isKnown
      ? []
      : [diagnose(rule, place, { context: 'object', found: JSON.stringify(value) })];
    return { value: defaults, diagnostics: [...yaml.diagnostics, ...problem] };
  }
  const reading: Reading = { source: yaml.value, root, value, diagnostics: [...yaml.diagnostics] };
  checkSchema(reading, form, isPublication);
  const configuration = convert(reading, files);
  // Where files are held beside the texts, what holds them knows of all paths.
  const idle =
    isPublication && configuration.files.length === 0
      ? findIdleGlobs(
          file,
          configuration.rules,
          files.own.map((each) => each.path),
        )
      : [];
  return { value: configuration, diagnostics: [...reading.diagnostics, ...idle] };
}

function checkSchema(reading: Reading, { findErrors }: SchemaCheck, isPublication: boolean): void {
  const { base, editions } = reading.value;
  // A key of publications alone makes the schema demand the others.
  const whole = base === undefined && editions === undefined && isPublication ? { pages: {} } : {};
  const found = findErrors({ ...whole, ...reading.value });
  const isForm = (keyword: string) => keyword === 'pattern' || keyword === 'propertyNames';
  const errors = found.filter(
    ({ keyword, instancePath }) =>
      keyword !== 'if' && (!isForm(keyword) || !checkedElsewhere.test(instancePath)),
  );
  for (const { path: at, key, values } of describeErrors(errors, reading.value)) {
    const place = key === undefined ? valueAt(reading, at) : reading.source.locateKey(reading.root, at, key);
    // What is missing is missing at the start of what should hold it.
    report(reading, values.context === 'missing' ? { ...place, end: place.start } : place, values);
  }
}

function convert(reading: Reading, files: ProjectFiles): Configuration {
  const { value } = reading;
  const editions = readEditions(reading);
  return {
    base: convertBase(reading),
    editions,
    mentions: oneOf(value.mentions, ['first-in-section', 'all', 'none']) ?? defaults.mentions,
    numberSections:
      value.numberSections === undefined ? defaults.numberSections : value.numberSections === true,
    allowHtml: value.allowHtml === true,
    rules: convertRules(reading, files),
    pages: readPages(reading, editions, files),
    files: convertFiles(reading),
  };
}

function convertBase(reading: Reading): string {
  const { base } = reading.value;
  if (typeof base !== 'string') return defaults.base;
  const context = findBaseProblem(base);
  if (context === undefined) return base.endsWith('/') ? base : `${base}/`;
  report(reading, valueAt(reading, 'base'), { context, found: base });
  return defaults.base;
}

function convertRules(reading: Reading, files: ProjectFiles): Configuration['rules'] {
  const chosen = reading.value.rules;
  if (!isObject(chosen)) return {};
  const known = [...Object.keys(rules), ...listOwnRuleFiles(files.own).map(({ id }) => id)];
  const entries = Object.entries(chosen).flatMap(([id, value]): [string, ChosenSeverity][] => {
    const severity = isObject(value) ? chooseByGlob(value) : oneOf(value, severities);
    if (!known.includes(id)) {
      const { context, likely } = describeUnknown(id, known) as { context: string; likely?: string };
      const values = { context: `${context}Rule`, found: id, ...(likely === undefined ? {} : { likely }) };
      report(reading, reading.source.locateKey(reading.root, 'rules', id), values);
      return [];
    }
    return severity === undefined ? [] : [[id, severity]];
  });
  return Object.fromEntries(entries);
}

const severities = ['error', 'warning', 'off'] as const;

function chooseByGlob(value: JsonObject): ChosenSeverity {
  const entries = Object.entries(value).flatMap(([glob, each]) => {
    const severity = oneOf(each, severities);
    return severity === undefined ? [] : [[glob, severity] as const];
  });
  return Object.fromEntries(entries);
}

function convertFiles(reading: Reading): Configuration['files'] {
  const { files } = reading.value;
  if (!isObject(files)) return [];
  return Object.entries(files).flatMap(([glob, schema]) => {
    if (typeof schema !== 'string' || schema === '' || glob === '') return [];
    const at = {
      glob: reading.source.locateKey(reading.root, 'files', glob),
      schema: reading.source.locateMember(reading.root, ['files', glob]),
    };
    return [{ glob, schema: schema === 'none' ? undefined : schema, at }];
  });
}

function oneOf<const T extends string>(value: unknown, allowed: readonly T[]): T | undefined {
  return allowed.find((candidate) => candidate === value);
}

/**
 * What is wrong with a base IRI, as a variant of configuration-is-valid; undefined where nothing is. Ids are put after
 * it as they are, so it is absolute, over HTTP, and holds nothing that could end it early or that readers write in another
 * way: letters beyond ASCII, segments of dots, a percent sign that encodes nothing.
 */
function findBaseProblem(base: string): 'base' | 'basePart' | 'baseForm' | undefined {
  let url: URL;
  try {
    url = new URL(base);
  } catch {
    return 'base';
  }
  if (!/^https?:\/\/[^\s<>"{}|\\^`]+$/.test(base) || url.hostname === '') return 'base';
  if (base.includes('#') || base.includes('?') || url.username !== '' || url.password !== '')
    return 'basePart';
  const isNormal = url.href === base || url.href === `${base}/`;
  if (!isNormal || /%(?![\da-f]{2})|[[\]]/i.test(url.pathname)) return 'baseForm';
  return undefined;
}
