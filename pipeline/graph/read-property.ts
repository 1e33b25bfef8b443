import type {
  Diagnostic,
  Follows,
  Json,
  JsonObject,
  LanguageMap,
  Limits,
  Property,
  TermLabel,
} from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { suggest } from '../rules/likely-names.ts';
import { getKey, isObject, setKey, showValue } from '../values/json-value.ts';
import { kindOf } from '../values/kind-of.ts';
import { kindNamed, kinds } from '../values/kinds.ts';
import { propertyNamePattern } from '../values/property-name.ts';
import type { SchemaKeyword, ValueKind } from '../values/value-kind.ts';
import { followReferences, type LocatedSchema } from './expand-schema.ts';
import { strings } from './json-strings.ts';
import { type Form, type FormContext, readForm } from './read-form.ts';
import type { ReadStructure } from './read-structure.ts';
import type { IdentifiedSchema, SchemaSet } from './schema-set.ts';

const termRoles: readonly TermLabel['role'][] = ['name', 'alternate', 'acronym', 'form', 'avoided'];
const operations: readonly Follows['operation'][] = ['quotient', 'product', 'sum', 'after'];

/** Objects within each other that are read: the reading recurses, and no author nests so deep. */
const depthMax = 250;

/** What reading a property needs to know about the rest of the schemas. */
export interface PropertyContext {
  file: IdentifiedSchema;
  set: SchemaSet;
  /** A type's name → it and all its subtypes; undefined for an unknown type. */
  withSubtypes: (type: string) => string[] | undefined;
  typeNames: Iterable<string>;
  /** Types that do not come with the tool, and where its repository has them. */
  elsewhere: ReadonlyMap<string, string>;
  unitCodes: ReadonlySet<string>;
  iriOf: (property: string) => string;
  /** IRI of a part of a value. */
  partIri: (part: string) => string;
  /** IRI of a part of an object of which a schema that comes with the tool tells. */
  coreIri: (part: string) => string;
  /** Compact IRI of the datatype that the type's context gives the values of a property; undefined where it gives none. */
  datatypeOf: (property: string) => string | undefined;
  /** What objects within the property are named after: the class of the type, then of the object that has it ("CffAuthor"). */
  prefix: string;
  /** How many objects the property is within; none unless given. */
  depth?: number;
  /** Objects of the type that were read. */
  structures: Map<string, ReadStructure>;
  /** A full IRI of a compact one. */
  expand: (compact: string) => string;
  report: (finding: Diagnostic) => void;
}

/** The schema of a property with what its references say, and the way to report what is wrong with one of its keywords. */
interface PropertySchema {
  name: string;
  path: string;
  full: JsonObject;
  isList: boolean;
  kind: ValueKind;
  /** Whether a keyword says something of the kind. */
  answers: (keyword: SchemaKeyword) => boolean;
  refuse: (
    annotation: string,
    expected: string,
    found: Json | undefined,
    at?: string,
    hint?: Diagnostic['values'],
  ) => undefined;
}

/**
 * Reads the schema of a property. `wider` is the property of the same name of a supertype: what the schema does not
 * say again is taken from it. Undefined, with a finding, where no `x-kind` can be found.
 * Findings: schema-annotation-is-valid.
 */
export function readProperty(
  name: string,
  schema: JsonObject,
  path: string,
  wider: Property | undefined,
  context: PropertyContext,
): Property | undefined {
  const whole = openSchema(name, schema, path, context);
  const { full, isList } = whole;
  const named = full['x-kind'] ?? undefined;
  const form =
    named === undefined && !wider
      ? readForm(locate(schema, path, context), name, formContext(name, context))
      : undefined;
  const inherited = wider ?? form?.leaf;
  const kind = named === undefined ? (inherited?.kind ?? form?.kind) : kindNamed(named);
  if (!kind) return whole.refuse('x-kind', [...kinds.keys()].join(', '), named);
  const face = kindOf({ kind });
  const own: PropertySchema = { ...whole, kind: face, answers: (keyword) => face.keywords.has(keyword) };

  const codes = readCodes(own);
  const codeClasses = readCodeClasses(own, codes, context);
  const range = readRange(own, context);
  const units = readUnits(own, context);
  const parts = form?.parts ?? readParts(own, units, context);
  const csl = full['x-csl'] ?? inherited?.csl;
  return {
    name,
    kind,
    many:
      form?.many ?? (isList || full['x-many'] === true || (!('x-kind' in full) && inherited?.many === true)),
    ...formOf(form ?? inherited),
    datatype: context.datatypeOf(name),
    range: range.length > 0 ? [...new Set(range)].sort() : (inherited?.range ?? []),
    codes:
      form && form.codes.size > 0 && codes.size === 0
        ? form.codes
        : codes.size > 0
          ? codes
          : (inherited?.codes ?? codes),
    codeClasses: codeClasses.size > 0 ? codeClasses : (inherited?.codeClasses ?? codeClasses),
    ownCodes: hasOwnCodes(name, codes, context.file.builtin),
    units: units.length > 0 ? units : (inherited?.units ?? []),
    label: readLabel(schema, inherited?.label ?? readLabel(full, { en: name })),
    description: text(schema.description) ?? inherited?.description ?? text(full.description) ?? '',
    parts: parts.size > 0 ? parts : (inherited?.parts ?? parts),
    follows: readFollows(own, inherited),
    csl: typeof csl === 'string' ? csl : undefined,
    term: readTerm(own, inherited),
    codeList: text(full['x-code-list']) ?? inherited?.codeList,
    acyclic: full['x-acyclic'] === true || inherited?.acyclic === true,
    ...readHeld(own, inherited),
    definition: readDefinition(schema, inherited?.definition ?? readDefinition(full, {})),
    wider: readWider(full, context) ?? inherited?.wider,
    limits: {
      ...inherited?.limits,
      ...readLimits(full, face, form !== undefined && (form.alone === true || !form.many)),
    },
    iri: context.iriOf(name),
  };
}

/** What a form says besides kind and number of values. */
function formOf(
  form: Form | Property | undefined,
): Pick<Property, 'alone' | 'nullable' | 'alternatives' | 'structure' | 'isPlain'> {
  const { alone, nullable, alternatives, structure, isPlain } = form ?? {};
  return {
    ...(isPlain ? { isPlain } : {}),
    ...(alone ? { alone } : {}),
    ...(nullable ? { nullable } : {}),
    ...(alternatives ? { alternatives } : {}),
    ...(structure ? { structure } : {}),
  };
}

function locate(schema: JsonObject, path: string, { file }: PropertyContext): LocatedSchema {
  return { schema, file, steps: path.split('/') };
}

/** Whether a schema that comes with the tool has it, rather than a project's. */
function comesWithTool({ file, steps }: LocatedSchema): boolean {
  let found: Json | undefined = file.builtin;
  for (const step of steps) found = isObject(found ?? null) ? getKey(found as JsonObject, step) : undefined;
  return found !== undefined;
}

/** What reading a plain schema needs: how its parts and alternatives become properties. */
function formContext(name: string, context: PropertyContext): FormContext {
  const at = ({ file, steps }: LocatedSchema): [string, PropertyContext] => [
    steps.join('/'),
    { ...context, file },
  ];
  return {
    set: context.set,
    prefix: context.prefix,
    structures: context.structures,
    expand: context.expand,
    readLeaf: (schema, place) => {
      const [path, own] = at(place);
      return readProperty(name, schema, path, undefined, own);
    },
    readPart: (part, schema, place, structure) => {
      const [path, own] = at(place);
      const depth = (context.depth ?? 0) + 1;
      const iriOf = comesWithTool(place) ? context.coreIri : context.iriOf;
      if (depth <= depthMax)
        return readProperty(part, schema, path, undefined, { ...own, iriOf, prefix: structure, depth });
      const reference = text(schema.$ref)?.replace(/^[^#]*(?=#)/, '') ?? part;
      const values = { context: 'tooFar', keyword: '$ref', reference, limit: depthMax };
      context.report(diagnose('schema-reference-resolves', place.file.locate(path), values));
      return undefined;
    },
    refuse: (part, place) => {
      const values = {
        property: part,
        annotation: 'properties',
        expected: propertyNamePattern,
        found: part,
        likely: '',
      };
      context.report(
        diagnose('schema-annotation-is-valid', place.file.locate(place.steps.join('/')), values),
      );
    },
    wrap: (form) => ({ ...bare(name, context.iriOf(name)), ...form }),
  };
}

/** A property of which nothing is said. */
function bare(name: string, iri: string): Omit<Property, keyof Form> {
  const nothing = { label: {}, description: '', follows: undefined, csl: undefined };
  return { name, range: [], units: [], ...nothing, iri };
}

function openSchema(
  name: string,
  schema: JsonObject,
  path: string,
  { set, file, report }: PropertyContext,
): Omit<PropertySchema, 'kind' | 'answers'> {
  const outer = effective(schema, set);
  const isList = outer.type === 'array' && isObject(outer.items);
  return {
    name,
    path,
    isList,
    full: isList ? { ...effective(outer.items as JsonObject, set), ...outer } : outer,
    refuse: (annotation, expected, found, at = annotation, hint = {}) => {
      const likely = suggest(typeof found === 'string' ? found : '', expected.split(', '));
      const values = { property: name, annotation, expected, found: showValue(found), ...likely, ...hint };
      report(diagnose('schema-annotation-is-valid', file.locate(`${path}/${at}`), values));
      return undefined;
    },
  };
}

function readCodes({ full, answers, refuse }: PropertySchema): Property['codes'] {
  const codes = new Map<string, LanguageMap>();
  const labels = isObject(full['x-labels']) ? full['x-labels'] : {};
  for (const code of strings(full.enum)) codes.set(code, languageMap(labels[code]));
  for (const code of Object.keys(labels)) {
    if (answers('x-labels') && !codes.has(code))
      refuse('x-labels', [...codes.keys()].join(', '), code, `x-labels/${code}`);
  }
  return codes;
}

/** The classes of other vocabularies that codes stand for. */
function readCodeClasses(
  { full, answers, refuse }: PropertySchema,
  codes: Property['codes'],
  { expand }: PropertyContext,
): Map<string, string[]> {
  const declared = full['x-classes'];
  if (!isObject(declared)) return new Map();
  if (!answers('x-classes')) refuse('x-classes', 'x-kind: code', declared);
  const unknown = Object.keys(declared).filter((code) => !codes.has(code));
  for (const code of unknown) refuse('x-classes', [...codes.keys()].join(', '), code, `x-classes/${code}`);
  return new Map(Object.entries(declared).map(([code, names]) => [code, strings(names).map(expand)]));
}

/** Whether a property has other codes than the file has that came with the tool. */
function hasOwnCodes(name: string, codes: Property['codes'], builtin: JsonObject | undefined): boolean {
  const declared = isObject(builtin?.properties) ? getKey(builtin.properties, name) : undefined;
  if (!isObject(declared)) return false;
  const listed = strings((isObject(declared.items) ? declared.items : declared).enum);
  return codes.size > 0 && listed.join('\n') !== [...codes.keys()].join('\n');
}

function readRange({ full, refuse }: PropertySchema, context: PropertyContext): string[] {
  return strings(full['x-range']).flatMap((type) => {
    const types = context.withSubtypes(type);
    const file = context.elsewhere.get(type);
    const hint = file === undefined ? {} : { context: 'elsewhere', file };
    return types ?? refuse('x-range', [...context.typeNames].join(', '), type, 'x-range', hint) ?? [];
  });
}

function readUnits({ full, kind, refuse }: PropertySchema, { unitCodes }: PropertyContext): string[] {
  const units = strings(full['x-units']);
  const known = kind.knownUnits(unitCodes);
  for (const unit of units) if (!known.has(unit)) refuse('x-units', [...known].join(', '), unit);
  return units;
}

function readParts(
  { full, path, kind, answers }: PropertySchema,
  units: string[],
  context: PropertyContext,
): Property['parts'] {
  const parts = new Map<string, Property>();
  if (!answers('properties') || !isObject(full.properties)) return parts;
  for (const [part, schema] of Object.entries(full.properties)) {
    const within = { ...context, iriOf: context.partIri };
    const read = isObject(schema) ? readProperty(part, schema, path, undefined, within) : undefined;
    // What an amount is in: a part of a quantity's units, of money's currencies.
    if (read) parts.set(part, part === kind.composition?.stated[1] ? { ...read, units } : read);
  }
  return parts;
}

function readTerm(
  { full, answers, refuse }: PropertySchema,
  inherited: Property | undefined,
): TermLabel['role'] | undefined {
  const term = termRoles.find((role) => role === full['x-term']);
  if ('x-term' in full && (!term || !answers('x-term')))
    refuse('x-term', answers('x-term') ? termRoles.join(', ') : 'x-kind: text', full['x-term']);
  return answers('x-term') ? (term ?? inherited?.term) : undefined;
}

/** What values are held against: each other, the entity's name, another property. */
function readHeld(
  { full, kind, answers, refuse }: PropertySchema,
  inherited: Property | undefined,
): Pick<Property, 'unique' | 'inName' | 'inverse' | 'namedIn'> {
  for (const keyword of ['x-unique', 'x-in-name', 'x-inverse', 'x-named-in'] as const)
    if (keyword in full && !answers(keyword)) {
      const expected = [...kinds].filter(([, each]) => each.keywords.has(keyword)).map(([name]) => name);
      refuse(keyword, `x-kind: ${expected.join(' | ')}`, full[keyword]);
    }
  const has = (keyword: SchemaKeyword): boolean => kind.keywords.has(keyword) && full[keyword] === true;
  const named = (keyword: SchemaKeyword): string | undefined =>
    kind.keywords.has(keyword) ? text(full[keyword]) : undefined;
  return {
    unique: has('x-unique') || inherited?.unique === true,
    inName: has('x-in-name') || inherited?.inName === true,
    inverse: named('x-inverse') ?? inherited?.inverse,
    namedIn: named('x-named-in') ?? inherited?.namedIn,
  };
}

function readFollows({ full, refuse }: PropertySchema, inherited: Property | undefined): Follows | undefined {
  if (!('x-follows' in full)) return inherited?.follows;
  const follows = parseFollows(full['x-follows']);
  return follows ?? refuse('x-follows', `{${operations.join(' | ')}: […], tolerance}`, full['x-follows']);
}

/** `description` is the English definition; `x-description` has those in other languages. */
export function readDefinition(schema: JsonObject, fallback: LanguageMap): LanguageMap {
  const english = text(schema.description);
  const definition = {
    ...languageMap(schema['x-description']),
    ...(english === undefined ? {} : { en: english }),
  };
  return english === undefined ? fallback : definition;
}

function readWider(schema: JsonObject, { expand }: PropertyContext): string | undefined {
  return typeof schema['x-super'] === 'string' ? expand(schema['x-super']) : undefined;
}

/** The limits that a shape can hold of single values, and of how many there are; those of other types of value say nothing. */
function readLimits(schema: JsonObject, { instanceType }: ValueKind, isAlone: boolean): Limits {
  const number = (...keywords: (keyof Limits)[]) =>
    Object.fromEntries(
      keywords.flatMap((keyword) => {
        const value = schema[keyword];
        return typeof value === 'number' ? [[keyword, value]] : [];
      }),
    );
  const isNumber = instanceType === 'number' || instanceType === 'integer';
  return {
    ...(instanceType === 'string' && typeof schema.pattern === 'string' ? { pattern: schema.pattern } : {}),
    ...(instanceType === 'string' ? number('minLength', 'maxLength') : {}),
    ...(isNumber ? number('minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum') : {}),
    ...(isAlone ? {} : number('minItems', 'maxItems')),
  };
}

/** `title` is the English label; `x-label` has those in other languages. */
export function readLabel(schema: JsonObject, fallback: LanguageMap): LanguageMap {
  const label = { ...languageMap(schema['x-label']) };
  const title = text(schema.title);
  if (title !== undefined && label.en === undefined) return { en: title, ...label };
  return Object.keys(label).length > 0 ? { ...fallback, ...label } : fallback;
}

export function languageMap(value: Json | undefined): LanguageMap {
  const map: LanguageMap = {};
  if (!isObject(value)) return map;
  for (const [language, words] of Object.entries(value)) if (typeof words === 'string') map[language] = words;
  return map;
}

/** A schema with what its chain of $ref says behind what it says itself. */
function effective(schema: JsonObject, set: SchemaSet): JsonObject {
  return followReferences(schema, set).reduce(withOwn, {});
}

/** A schema with what another says beside its reference to it; of parts each says something by itself. */
function withOwn(referred: JsonObject, own: JsonObject): JsonObject {
  const whole = { ...referred, ...own };
  const [base, parts] = [referred.properties, own.properties];
  if (!isObject(base ?? null) || !isObject(parts ?? null)) return whole;
  const properties: JsonObject = { ...(base as JsonObject) };
  for (const [name, part] of Object.entries(parts as JsonObject)) {
    const present = getKey(properties, name);
    setKey(
      properties,
      name,
      isObject(present ?? null) && isObject(part) ? { ...(present as JsonObject), ...part } : part,
    );
  }
  return { ...whole, properties };
}

function parseFollows(value: Json | undefined): Follows | undefined {
  if (!isObject(value)) return undefined;
  const operation = operations.find((name) => name in value);
  if (!operation) return undefined;
  const operands = strings(value[operation]);
  const tolerance = value.tolerance ?? 0;
  const wanted = operation === 'quotient' ? operands.length === 2 : operands.length > 0;
  if (!wanted || typeof tolerance !== 'number' || !(tolerance >= 0)) return undefined;
  return { operation, operands, tolerance };
}

function text(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
