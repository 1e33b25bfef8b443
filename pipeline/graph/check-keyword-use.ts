import type { Diagnostic, EntityType, Json, JsonObject, Property } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { formatNames } from '../values/json-schema/formats.ts';
import type { InstanceType } from '../values/json-schema/instance.ts';
import { keywordTypes } from '../values/json-schema/keyword-types.ts';
import { isObject, objectMembers } from '../values/json-value.ts';
import { kindOf } from '../values/kind-of.ts';
import { isOldDraft } from './expand-schema.ts';
import type { IdentifiedSchema } from './schema-set.ts';

/** Schemas inside one that speak of the same value. */
const inPlace = ['allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else'];
/** Schemas inside one that speak of the items of a list. */
const ofItems = ['items', 'prefixItems', 'contains', 'unevaluatedItems'];

/** Keywords that say something of values of every type. */
const always: ReadonlySet<string> = new Set(['type', 'enum', 'const', ...inPlace]);

/** What a schema in the file of a type speaks of. */
interface Subject {
  /** Undefined for an entity as a whole. */
  property: Property | undefined;
  /** `any` where values bring their own. */
  type: InstanceType | 'any';
  /** Properties of an entity, or parts of a value. */
  members: ReadonlyMap<string, Property>;
}

/**
 * Finds keywords in the schema of a type that say nothing of the values which stand there, and formats that nobody knows: an author
 * would believe that they hold.
 * Findings: schema-keyword-has-an-effect.
 */
export function checkKeywordUse(type: EntityType, file: IdentifiedSchema): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const isOld = isOldDraft(file.value);
  const visit = (schema: Json | undefined, path: string, subject: Subject): void => {
    if (Array.isArray(schema)) {
      for (const [index, item] of schema.entries()) visit(item, `${path}/${index}`, subject);
      return;
    }
    if (!isObject(schema ?? null)) return;
    const own = schema as JsonObject;
    for (const [keyword, value] of Object.entries(own)) {
      const at = path === '' ? keyword : `${path}/${keyword}`;
      const isHidden = isOld && '$ref' in own && (keywordTypes.has(keyword) || always.has(keyword));
      const values = isHidden
        ? { keyword, property: subject.property?.name ?? type.name, context: 'beside' }
        : effectOf(keyword, own, subject);
      if (values) {
        const finding = diagnose('schema-keyword-has-an-effect', file.locate(at), values);
        // By the standard such a keyword is a note, and schemas of the world have some.
        const isAdvice = values.context === 'format' || subject.property?.isPlain === true;
        diagnostics.push(isAdvice ? { ...finding, isAdvice } : finding);
      }
      if (inPlace.includes(keyword)) visit(value, at, subject);
      if (ofItems.includes(keyword) && ['array', 'any'].includes(subject.type))
        visit(value, at, itemOf(subject));
    }
    for (const keyword of ['properties', 'dependentSchemas']) {
      for (const [name, inner] of Object.entries(objectMembers(own[keyword]))) {
        const property = subject.members.get(name);
        const at = `${path === '' ? '' : `${path}/`}${keyword}/${name}`;
        if (keyword === 'dependentSchemas') visit(inner, at, subject);
        else if (property) visit(inner, at, subjectOf(property));
      }
    }
  };
  visit(file.value, '', { property: undefined, type: 'object', members: type.properties });
  return diagnostics;
}

/** What is said of a keyword without effect; undefined where it has one. */
function effectOf(
  keyword: string,
  schema: JsonObject,
  { property, type }: Subject,
): Diagnostic['values'] | undefined {
  if (!property) return undefined;
  const kind = kindOf(property).description;
  const wanted = keywordTypes.get(keyword);
  // An alternative of another type speaks of that.
  const isOfType = [schema.type ?? []].flat().some((name) => name === wanted);
  if (wanted !== undefined && type !== 'any' && wanted !== type && !isOfType) {
    const context = property.parts.size > 0 && wanted === 'number' ? 'parts' : wanted;
    return { keyword, property: property.name, kind, context };
  }
  const value = schema[keyword];
  if (keyword !== 'format' || formatNames.has(String(value))) return undefined;
  return { keyword, property: property.name, kind, context: 'format', found: String(value) };
}

function subjectOf(property: Property): Subject {
  const { instanceType, isTagged } = kindOf(property);
  const one = instanceType === 'integer' ? 'number' : instanceType;
  const type = property.alone === true ? 'any' : property.many && !isTagged ? 'array' : one;
  return { property, type, members: property.parts };
}

function itemOf({ property, members: parts }: Subject): Subject {
  const instanceType = property ? kindOf(property).instanceType : 'object';
  return { property, type: instanceType === 'integer' ? 'number' : instanceType, members: parts };
}
