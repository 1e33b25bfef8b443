import type {
  Diagnostic,
  EntityType,
  JsonObject,
  Recall,
  SourceFile,
  Staged,
  Unit,
  Vocabulary,
} from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { isObject, showValue } from '../values/json-value.ts';
import { recallNothing } from '../values/recall-nothing.ts';
import { buildContext } from './build-context.ts';
import { checkContextTerms } from './check-context-terms.ts';
import { checkKeywordUse } from './check-keyword-use.ts';
import { checkFileName, checkNames, checkPrefixes } from './check-names.ts';
import { checkOwnFrontMatters, locateKeySchema } from './check-own-front-matter.ts';
import { checkReferenceCircles } from './check-reference-circles.ts';
import { checkSchemas } from './check-schemas.ts';
import { fileOfType } from './described-publication.ts';
import { createIris } from './iri.ts';
import { readEntityTypes } from './read-entity-types.ts';
import { readOwnFrontMatter } from './read-own-front-matter.ts';
import { readOwnTerms } from './read-own-terms.ts';
import { readTerms } from './read-terms.ts';
import { identifySchemas, type SchemaSet } from './schema-set.ts';
import { readSchemaSources, type SchemaSource } from './schema-source.ts';
import { takeDeclared } from './take-declared.ts';

/** Where the terms of a project's own vocabulary live that sets no base. */
const defaultBase = 'https://w3id.org/tinkuy/';

/** Types that do not come with the tool, and where its repository has them. */
const elsewhere = 'types-elsewhere.json';

/** What the tool reads at the head of a text; a project's file of the name says more of it, and changes nothing. */
const frontMatter = 'front-matter.json';

/** Files of schemas/ that say what the tool reads and writes: no project changes them. */
const formFiles: ReadonlySet<string> = new Set([
  ...['catalog-status.json', 'configuration.json', 'entity-type.json', 'rules.json'],
  elsewhere,
]);
/** Files of schemas/ that are no schemas of entities. */
const dataFiles: ReadonlySet<string> = new Set([
  ...['units.json', 'prefixes.json', 'terms.json'],
  ...formFiles,
]);

/**
 * Everything that schemas/ declares, the built-in files and a project's own in one (see `readSchemaSources` for how
 * they merge). `base` is the configuration's: terms of the project without an IRI of their own get one under `<base>def#`,
 * those that come with the tool one under `coreNamespace`.
 * Findings: schema-is-valid, schema-reference-resolves, schema-inheritance-ends, schema-annotation-is-valid,
 * schema-keyword-has-an-effect, schema-name-is-free, yaml-key-is-unique; all placed in the file of schemas/ that says it.
 */
export function readVocabulary(
  builtin: SourceFile[],
  own: SourceFile[],
  base = defaultBase,
  recall: Recall = recallNothing,
): Staged<Vocabulary> {
  const sources = readSchemaSources(builtin, own, recall);
  const others = readElsewhere(sources.value.find(({ name }) => name === elsewhere));
  const declared = takeDeclared(
    sources.value.filter(({ name }) => !dataFiles.has(name)),
    others,
  );
  const schemas = declared.value;
  const invalid = checkSchemas(schemas.filter(({ isOwn }) => isOwn));
  const set = identifySchemas(schemas, others);
  const units = readUnits(sources.value.find(({ name }) => name === 'units.json'));
  const prefixes = sources.value.find(({ name }) => name === 'prefixes.json');
  const ownPrefixes = readSchemaSources(builtin.filter(isPrefixes), []).value[0]?.value ?? {};
  const iris = createIris(base);
  // A project adds to the prefixes that the data are written with; what it changes of them is a finding.
  const terms = readTerms(set.value, { ...prefixes?.value, ...ownPrefixes }, iris);
  const read = readEntityTypes(set.value, units.value, terms.value, others);
  const form = set.value.byName.get(frontMatter);
  const conflicts = form
    ? checkOwnFrontMatters(read.value.keys(), form, set.value)
    : new Map<string, Diagnostic[]>();
  const { types, frontMatter: described } = readOwnFrontMatter(
    read.value,
    form?.value ?? {},
    (type, key) => locateKeySchema(type, key, set.value),
    (type) => (conflicts.get(type) ?? []).every(({ isAdvice }) => isAdvice === true),
  );
  const ownTerms = sources.value.find(({ name }) => name === 'terms.json');
  return {
    value: {
      types,
      frontMatter: described,
      terms: readOwnTerms(ownTerms, terms.value, iris),
      elsewhere: others,
      units: units.value,
      context: buildContext(types, terms.value),
      schemas: schemasForAjv(set.value),
    },
    diagnostics: [
      sources.diagnostics,
      invalid,
      declared.diagnostics,
      checkReferenceCircles(set.value),
      checkContextTerms(types, set.value),
      [...conflicts.values()].flat(),
      checkNames(
        set.value,
        terms.value,
        Object.keys(ownTerms?.value ?? {}).filter((name) => !name.startsWith('$')),
      ),
      sources.value.filter(({ name }) => formFiles.has(name)).flatMap(checkFileName),
      prefixes ? checkPrefixes(prefixes, ownPrefixes, types.keys()) : [],
      [...read.value.values()].flatMap((type) => checkUse(type, set.value)),
      ...[set, units, terms, read].map((stage) => stage.diagnostics),
    ].flat(),
  };
}

function isPrefixes({ path }: SourceFile): boolean {
  return path.endsWith('schemas/prefixes.json');
}

function checkUse(type: EntityType, set: SchemaSet): Diagnostic[] {
  const file = set.byName.get(fileOfType(type.name));
  return file?.isOwn ? checkKeywordUse(type, file) : [];
}

function readUnits(source: SchemaSource | undefined): Staged<Map<string, Unit>> {
  const units = new Map<string, Unit>();
  const diagnostics: Diagnostic[] = [];
  for (const [code, value] of Object.entries(source?.value ?? {})) {
    if (code.startsWith('$') || !source) continue;
    const unit = isObject(value) ? value : {};
    const { ucum, qudt, factor, dimension } = unit;
    if (
      typeof ucum !== 'string' ||
      typeof factor !== 'number' ||
      !(factor > 0) ||
      typeof dimension !== 'string'
    ) {
      const expected = '{ ucum: string, factor: number > 0, dimension: string }';
      const values = { keyword: code, expected, found: showValue(value) };
      diagnostics.push(diagnose('schema-is-valid', source.locate(code), values));
      continue;
    }
    units.set(code, { code, ucum, qudt: typeof qudt === 'string' ? qudt : undefined, factor, dimension });
  }
  return { value: units, diagnostics };
}

/** By type the file of the tool's repository that declares it. */
function readElsewhere(source: SchemaSource | undefined): Map<string, string> {
  const files = Object.entries(source?.builtin ?? {});
  return new Map(
    files.flatMap(([type, file]) =>
      typeof file === 'string' && !type.startsWith('$') ? [[type, file]] : [],
    ),
  );
}
/** Keywords that close a type where they are `false`. */
const closing: ReadonlySet<string> = new Set(['additionalProperties', 'unevaluatedProperties']);

/** Type schemas are left open, so that a subtype may add properties; validation closes the concrete type. */
function schemasForAjv(set: SchemaSet): Map<string, JsonObject> {
  const schemas = new Map<string, JsonObject>();
  for (const file of set.byName.values()) {
    const open = Object.entries(file.value).filter(
      ([keyword, value]) => !closing.has(keyword) || value !== false,
    );
    schemas.set(file.name, Object.fromEntries(open));
  }
  return schemas;
}
