import { Ajv } from 'ajv';
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import type { Diagnostic, Json, JsonObject } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { suggest } from '../rules/likely-names.ts';
import { unescapeStep } from '../values/json-pointer.ts';
import { readDrafts } from '../values/json-schema/canonical-draft.ts';
import { getAt, isObject, showValue } from '../values/json-value.ts';
import { replaceUnheld } from '../values/unheld-number.ts';
import { isPlainSchema } from './is-plain-schema.ts';
import { definitionFolders, schemaPlaceOf, visitSchemas } from './schema-places.ts';
import type { SchemaSource } from './schema-source.ts';

/** What $schema of a modern schema may be; a file without one is of the first. */
const dialects = [
  'https://json-schema.org/draft/2020-12/schema',
  'http://json-schema.org/draft-07/schema#',
  'http://json-schema.org/draft-07/schema',
];

/**
 * Drafts that are read as one of those: what they say otherwise (a list of `items`, `$recursiveRef`) is no keyword there, or not of that
 * form, and found as such. What draft-04 says otherwise is translated before (`modernSchema`).
 */
const neighbours = new Map([
  ['http://json-schema.org/draft-06/schema', 'http://json-schema.org/draft-07/schema'],
  ['https://json-schema.org/draft/2019-09/schema', 'https://json-schema.org/draft/2020-12/schema'],
]);

/** Keywords of JSON Schema that Ajv does not list because they assert nothing. */
const annotationKeywords = [
  ...['$schema', '$id', '$comment', '$vocabulary', '$anchor', '$dynamicAnchor', '$defs', 'definitions'],
  ...['title', 'description', 'default', 'examples', 'deprecated', 'readOnly', 'writeOnly'],
  ...['contentMediaType', 'contentEncoding', 'contentSchema'],
];
/** Keywords that Ajv knows, of OpenAPI and of drafts other than the two: nothing here reads them. */
const keywordsElsewhere: ReadonlySet<string> = new Set([
  'nullable',
  'id',
  '$recursiveRef',
  '$recursiveAnchor',
]);

/** Annotations that are read, as schemas/entity-type.json describes them. */
const projectAnnotations = [
  ...[
    'x-abstract',
    'x-acyclic',
    'x-classes',
    'x-code-list',
    'x-csl',
    'x-description',
    'x-follows',
    'x-in-name',
    'x-inverse',
    'x-jsonld-context',
    'x-jsonld-type',
    'x-kind',
    'x-label',
    'x-labels',
  ],
  ...[
    'x-many',
    'x-named-in',
    'x-plural',
    'x-range',
    'x-role',
    'x-super',
    'x-term',
    'x-translatable',
    'x-unique',
    'x-units',
  ],
];

/**
 * Holds schema files against the meta-schema of their draft, 2020-12 or 7, and finds keywords that are none (the meta-schema lets
 * a mistyped one pass). Of annotations, which begin with "x-", only the spelling and the labels are looked at here.
 * Findings: schema-is-valid, schema-keyword-is-known.
 *
 * @param others annotations that are read besides those of entity types
 */
export function checkSchemas(sources: SchemaSource[], others: readonly string[] = []): Diagnostic[] {
  const annotations = [...projectAnnotations, ...others];
  if (sources.length === 0) return [];
  const validators = createMetaValidators();
  const diagnostics: Diagnostic[] = [];
  for (const source of sources) {
    const [dialect = ''] = dialects;
    const { $schema: named = dialect } = source.value;
    const $schema = neighbours.get(String(named).replace(/#$/, '')) ?? named;
    if (!dialects.includes(String($schema))) {
      const values = {
        keyword: '$schema',
        expected: readDrafts.join(' | '),
        found: showValue($schema),
      };
      diagnostics.push(diagnose('schema-is-valid', source.locate('$schema'), values));
    }
    const isOld = dialects.indexOf(String($schema)) > 0;
    const ajv = validators(isOld);
    const isKeyword = (name: string) =>
      annotationKeywords.includes(name) || (!keywordsElsewhere.has(name) && Boolean(ajv.getKeyword(name)));
    const keywords = [...Object.keys(ajv.RULES.all), ...annotationKeywords].filter(isKeyword);
    const value = replaceUnheld(source.value, Number) as JsonObject;
    const schema = { ...value, $schema: isOld ? 'http://json-schema.org/draft-07/schema#' : dialect };
    if (isOld || !isPlainSchema(schema)) {
      ajv.validateSchema(schema);
      for (const error of innermost(ajv.errors ?? [])) diagnostics.push(describe(error, source));
    }
    const folders = definitionFolders(value);
    visitSchemas(source.value, (schema, path) => {
      const { pattern } = schema;
      if (typeof pattern === 'string' && !isPattern(pattern)) {
        const values = { keyword: 'pattern', expected: 'ECMA-262', found: pattern };
        diagnostics.push(diagnose('schema-is-valid', source.locate(`${path}/pattern`), values));
      }
      for (const [keyword, value] of Object.entries(schema)) {
        const locate = () => source.locate(path === '' ? keyword : `${path}/${keyword}`);
        if ((keyword === 'x-label' || keyword === 'x-plural') && !isLanguageMap(value)) {
          const values = { keyword, expected: '{ "es": "…", "pt": "…" }', found: showValue(value) };
          diagnostics.push(diagnose('schema-is-valid', locate(), values));
        }
        const isAnnotation = keyword.startsWith('x-');
        if (isAnnotation ? annotations.includes(keyword) : isKeyword(keyword)) continue;
        if (schemaPlaceOf(keyword, path, folders) !== undefined) continue;
        const likely = suggest(keyword, isAnnotation ? annotations : keywords);
        const key = () => source.locateKey(path, keyword);
        if (!isAnnotation)
          diagnostics.push(diagnose('schema-keyword-is-known', key(), { keyword, ...likely }));
        // Others may have annotations of their own.
        else if (likely.likely !== '')
          diagnostics.push(diagnose('schema-is-valid', key(), { keyword, ...likely }));
      }
    });
  }
  return diagnostics;
}

/** Makes what validates schemas of draft-07 and of 2020-12, each on first use. */
function createMetaValidators(): (isOld: boolean) => Ajv {
  const options = {
    strict: false,
    allErrors: true,
    validateFormats: false,
    logger: false,
    code: { optimize: false },
  } as const;
  const made = new Map<boolean, Ajv>();
  return (isOld) => {
    const ajv = made.get(isOld) ?? (isOld ? new Ajv(options) : new Ajv2020(options));
    made.set(isOld, ajv);
    return ajv;
  };
}

function isLanguageMap(value: Json): boolean {
  return isObject(value) && Object.values(value).every((words) => typeof words === 'string');
}

function isPattern(text: string): boolean {
  try {
    new RegExp(text, 'u');
    return true;
  } catch {
    return false;
  }
}

/** The first error of each innermost place: those above it only say that something below is wrong. */
function innermost(errors: ErrorObject[]): ErrorObject[] {
  const firsts = new Map<string, ErrorObject>();
  for (const error of errors) if (!firsts.has(error.instancePath)) firsts.set(error.instancePath, error);
  const paths = [...firsts.keys()];
  return [...firsts.values()].filter(
    (error) => !paths.some((path) => path.startsWith(`${error.instancePath}/`)),
  );
}

function describe(error: ErrorObject, source: SchemaSource): Diagnostic {
  const path = unescapeStep(error.instancePath.slice(1));
  const keyword = path.split('/').at(-1) ?? '';
  const values = {
    keyword,
    expected: expectation(error),
    found: showValue(getAt(source.value, path.split('/'))),
  };
  return diagnose('schema-is-valid', source.locate(path), values);
}

/** What the meta-schema wants, in its own words: a type, the allowed values, a form. */
function expectation({ keyword, params, message }: ErrorObject): string {
  if (keyword === 'type') return String(params.type);
  if (keyword === 'enum') return (params.allowedValues as string[]).join(' | ');
  if (keyword === 'format') return String(params.format);
  return message ?? keyword;
}
