import { visitSchemas } from '../graph/schema-places.ts';
import type { IdentifiedSchema } from '../graph/schema-set.ts';
import type { Diagnostic, Json, JsonObject } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { acrossKeywords } from '../values/json-schema/evaluate.ts';
import { formatNames, numberFormats } from '../values/json-schema/formats.ts';
import { keywordTypes } from '../values/json-schema/keyword-types.ts';
import { showValue } from '../values/json-value.ts';

/** What each keyword of ours may be, as a message shows it. */
const forms: Record<(typeof acrossKeywords)[number], { form: string; isOne: (value: Json) => boolean }> = {
  'x-unique': { form: 'true | false', isOne: (value) => typeof value === 'boolean' },
  'x-range': { form: '"author.json"', isOne: (value) => isTextOrTexts(value) },
  'x-file': { form: 'true | "static"', isOne: (value) => value === true || isTextOrTexts(value, false) },
};

/** Types of values that our keywords say something of. */
const spokenOf: Record<(typeof acrossKeywords)[number], readonly string[]> = {
  'x-unique': ['string', 'number', 'integer', 'boolean'],
  'x-range': ['string', 'number', 'integer'],
  'x-file': ['string'],
};

/** Keywords that may stand beside a `$ref` of draft-07, which hides others: they say nothing of values. */
const besideReference = new Set([
  '$ref',
  '$id',
  '$schema',
  '$comment',
  'title',
  'description',
  'definitions',
  '$defs',
  'default',
  'examples',
]);

/**
 * Keywords of a schema that say nothing of the values that its `type` allows, or that a `$ref` hides, and keywords of ours with a
 * value that they cannot have. Standard keywords are told as advice, for JSON Schema lets them stand.
 * Findings: schema-keyword-has-an-effect, schema-is-valid.
 */
export function checkKeywords(file: IdentifiedSchema): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const isOld = /draft-0[3-7]/.test(String(file.value.$schema ?? ''));
  visitSchemas(file.written, (schema, path) => {
    const locate = (keyword: string) => file.locate(path === '' ? keyword : `${path}/${keyword}`);
    const property = path.split('/').at(-1) || file.name;
    const types = [schema.type ?? []].flat().map(String);
    const kind = types.join(' | ');
    for (const keyword of Object.keys(schema)) {
      const context = effectOf(keyword, schema, types, isOld);
      const values = { keyword, property, kind, found: showValue(schema[keyword]) };
      if (context !== undefined) {
        const finding = diagnose('schema-keyword-has-an-effect', file.locateKey(path, keyword), {
          ...values,
          context,
        });
        diagnostics.push(isOurs(keyword) ? finding : { ...finding, isAdvice: true });
      } else if (isOurs(keyword) && !forms[keyword].isOne(schema[keyword] ?? null)) {
        const wanted = { keyword, expected: forms[keyword].form, found: showValue(schema[keyword]) };
        diagnostics.push(diagnose('schema-is-valid', locate(keyword), wanted));
      }
    }
  });
  return diagnostics;
}

/** Why a keyword has no effect, as a variant of the message; undefined where it has one. */
function effectOf(
  keyword: string,
  schema: JsonObject,
  types: readonly string[],
  isOld: boolean,
): string | undefined {
  if (isOld && '$ref' in schema && !besideReference.has(keyword)) return 'beside';
  if (isOurs(keyword)) {
    const isSpokenOf = types.length === 0 || types.some((type) => spokenOf[keyword].includes(type));
    return isSpokenOf ? undefined : 'scalar';
  }
  const format = keyword === 'format' ? String(schema.format) : '';
  // Of numbers, and of those that are written as texts (https://spec.openapis.org/registry/format/).
  if (numberFormats.has(format)) return undefined;
  const wanted = keywordTypes.get(keyword);
  if (wanted !== undefined && types.length > 0) {
    const isWanted = types.some((type) => type === wanted || (type === 'integer' && wanted === 'number'));
    if (!isWanted) return wanted;
  }
  return keyword === 'format' && !formatNames.has(format) ? 'format' : undefined;
}

function isOurs(keyword: string): keyword is (typeof acrossKeywords)[number] {
  return acrossKeywords.some((own) => own === keyword);
}

function isTextOrTexts(value: Json, isList = true): boolean {
  if (Array.isArray(value))
    return isList && value.length > 0 && value.every((item) => isTextOrTexts(item, false));
  return typeof value === 'string' && value !== '';
}
