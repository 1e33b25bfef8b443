import type { Json, JsonObject, KindName, Property } from '../model.ts';
import { kindOf } from '../values/kind-of.ts';
import { kindNamed } from '../values/kinds.ts';
import {
  type Alternative,
  type Alternatives,
  childOf,
  expandSchema,
  isOldDraft,
  type JsonTypeName,
  type LocatedSchema,
} from './expand-schema.ts';
import { inferKind } from './infer-kind.ts';
import { type PartReader, readStructure, type StructureContext } from './read-structure.ts';

/** What a plain schema says of the form of a property's values. */
export type Form = Pick<
  Property,
  'kind' | 'many' | 'alone' | 'nullable' | 'alternatives' | 'structure' | 'parts' | 'codes' | 'isPlain'
> & {
  /** The property that a schema which names a kind of our own describes. */
  leaf?: Property;
};

/** What reading a form needs. */
export interface FormContext extends StructureContext {
  /** Reads what a value of one kind may be, of a schema that names a kind of our own. */
  readLeaf: (schema: JsonObject, at: LocatedSchema) => Property | undefined;
  readPart: PartReader;
  /** An alternative as a property of its own. */
  wrap: (form: Form) => Property;
}

/**
 * The form of values that a schema without `x-kind` describes: the kind that `type`, `format` and `enum` mean, a list of such, an
 * object with parts, one of several; what no kind can hold part by part is kept whole, as JSON.
 */
export function readForm(at: LocatedSchema, name: string, context: FormContext): Form {
  return formOf(expandSchema(at, context.set), name, context);
}

function formOf(alternatives: Alternatives | undefined, name: string, context: FormContext): Form {
  if (!alternatives) return { ...plain('json'), nullable: true };
  const nullable = alternatives.has('null');
  const others = new Map([...alternatives].filter(([type]) => type !== 'null' && type !== 'array'));
  const lists = alternatives.get('array');
  const form = lists ? formOfList(lists, others, name, context) : formOfOne(others, name, context);
  return nullable ? { ...form, nullable } : form;
}

/** A list whose items have a form is many values; lists of lists, and lists whose places have meanings, are one. */
function formOfList(
  lists: readonly Alternative[],
  others: Alternatives,
  name: string,
  context: FormContext,
): Form {
  const isAlone = others.size > 0;
  const items = lists.map(itemsOf);
  if (items.includes('tuple')) return plain('json');
  const merged = new Map<JsonTypeName, Alternative[]>([...others].map(([type, all]) => [type, [...all]]));
  let isAny = false;
  for (const schemas of items) {
    const expanded = schemas === 'tuple' || schemas.length === 0 ? undefined : intersectAll(schemas, context);
    if (!expanded) isAny = true;
    for (const [type, all] of expanded ?? []) merged.set(type, [...(merged.get(type) ?? []), ...all]);
  }
  if (merged.has('array')) return plain('json');
  // What a list holds of which nothing is said is taken for what may stand alone.
  const isOpen = isAny && merged.size > 0;
  if (isAny && merged.size === 0) return { ...plain('json'), many: true };
  merged.delete('null');
  const one = formOfOne(merged, name, context);
  const structure = one.structure && isOpen ? { ...one.structure, isOpen } : one.structure;
  return { ...one, ...(structure ? { structure } : {}), many: true, ...(isAlone ? { alone: true } : {}) };
}

/** The schemas that hold for the items of a list. */
function itemsOf({ schemas }: Alternative): LocatedSchema[] | 'tuple' {
  const isTuple = schemas.some(
    ({ schema, file }) => 'prefixItems' in schema || (isOldDraft(file.value) && Array.isArray(schema.items)),
  );
  return isTuple ? 'tuple' : schemas.flatMap((at) => childOf(at, 'items') ?? []);
}

function intersectAll(
  [first, ...rest]: readonly LocatedSchema[],
  { set }: FormContext,
): Alternatives | undefined {
  const expanded = first && expandSchema(first, set);
  return expanded ?? (rest.length > 0 ? intersectAll(rest, { set } as FormContext) : undefined);
}

function formOfOne(alternatives: Alternatives, name: string, context: FormContext): Form {
  const found: Form[] = [];
  for (const type of ['boolean', 'number', 'string', 'object'] as const) {
    const all = alternatives.get(type) ?? [];
    const plainOnes = all.filter(({ kind }) => kind === undefined);
    for (const leaf of all) if (leaf.kind) found.push(...leafOf(leaf, context));
    if (plainOnes.length === 0) continue;
    if (type === 'object') found.push(formOfObject(plainOnes, name, context));
    else if (type === 'string') found.push(...formsOfStrings(plainOnes));
    else found.push(plain(inferKind({ type: type === 'number' ? numberType(plainOnes) : type }) ?? 'json'));
  }
  const distinct = found.filter(
    (form, index) => form.parts.size > 0 || found.findIndex((other) => other.kind === form.kind) === index,
  );
  const [only] = distinct;
  if (!only) return plain('json');
  if (distinct.length === 1) return only;
  // A text in languages is told by its keys from no other object; what has several values by itself can be no alternative.
  const isMixed = distinct.some((form) => kindOf(form).isTagged || form.many || kindOf(form).composition);
  if (isMixed) return plain('json');
  const object = distinct.find(({ parts }) => parts.size > 0);
  return {
    ...plain('union'),
    alternatives: distinct.map(context.wrap),
    ...(object ? { parts: object.parts, structure: object.structure } : {}),
  };
}

function leafOf({ schemas }: Alternative, { readLeaf }: FormContext): Form[] {
  const [first] = schemas;
  if (!first) return [];
  const merged = Object.assign({}, ...schemas.map(({ schema }) => schema).reverse()) as JsonObject;
  const { allOf: _all, anyOf: _any, oneOf: _one, ...own } = merged;
  const read = readLeaf(own, first);
  return read ? [{ ...read, leaf: read }] : [];
}

function formOfObject(all: readonly Alternative[], name: string, context: FormContext): Form {
  const read = readStructure(all, name, context);
  return read ? { ...plain('object'), ...read } : plain('json');
}

/** Strings of several forms, the plain one last; codes together. */
function formsOfStrings(all: readonly Alternative[]): Form[] {
  const forms = new Map<string, Form>();
  for (const { schemas } of all) {
    const merged: JsonObject = {
      ...(Object.assign({}, ...schemas.map(({ schema }) => schema).reverse()) as object),
    };
    const { enum: allowed, const: only, format } = merged;
    const codes = typeof only === 'string' ? [only] : Array.isArray(allowed) ? allowed : undefined;
    const texts = codes?.filter((code): code is string => typeof code === 'string');
    const kind =
      inferKind({ type: 'string', ...(texts ? { enum: texts } : {}), format: format ?? null }) ?? 'string';
    const form = forms.get(kind) ?? plain(kind);
    forms.set(kind, form);
    for (const code of texts ?? []) form.codes.set(code, {});
  }
  const free = forms.get('string');
  if (free && forms.has('code')) forms.delete('code');
  return [...[...forms.values()].filter((form) => form !== free), ...(free ? [free] : [])];
}

function numberType(all: readonly Alternative[]): string {
  const isWhole = ({ schemas }: Alternative): boolean =>
    schemas.some(({ schema }) => {
      const types = [schema.type ?? []].flat();
      const values = 'const' in schema ? [schema.const ?? null] : schema.enum;
      const isInteger = types.includes('integer') && !types.includes('number');
      return isInteger || (Array.isArray(values) && values.filter(isNumber).every(Number.isInteger));
    });
  return all.every(isWhole) ? 'integer' : 'number';
}

function isNumber(value: Json): boolean {
  return typeof value === 'number';
}

/** A form of a kind, alone. */
function plain(kind: string): Form {
  // Each of these is in the table of kinds.
  const named = kindNamed(kind) as KindName;
  return { kind: named, isPlain: true, many: false, parts: new Map(), codes: new Map() };
}
