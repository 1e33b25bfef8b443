import type { Diagnostic, EntityType, JsonObject, Property, Staged, Unit } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { suggest } from '../rules/likely-names.ts';
import { stepsMax } from '../values/json-schema/steps-max.ts';
import { isObject, objectMembers, showValue } from '../values/json-value.ts';
import { propertyNamePattern } from '../values/property-name.ts';
import { classTerm } from './class-term.ts';
import { describedType, isDescribedType, typeOfFile } from './described-publication.ts';
import { addressOf, childOf, type LocatedSchema, locateReference } from './expand-schema.ts';
import { coreNamespace } from './iri.ts';
import { strings } from './json-strings.ts';
import { listBranches } from './list-branches.ts';
import { propertyAtPath } from './property-at-path.ts';
import {
  languageMap,
  type PropertyContext,
  readDefinition,
  readLabel,
  readProperty,
} from './read-property.ts';
import type { Terms } from './read-terms.ts';
import type { IdentifiedSchema, SchemaSet } from './schema-set.ts';

const roles: readonly EntityType['role'][] = ['entity', 'bibliography', 'note'];

/**
 * The entity types that the files types/*.json declare, and those that a project's front-matter.json give publications, by name,
 * sorted; supertypes are what `allOf` refers to, of a publication's own type that of all publications.
 * A type keeps what can be read of it; a supertype that would close a circle is left out.
 *
 * @param elsewhere types that do not come with the tool, and where its repository has them
 * Findings: schema-inheritance-ends, schema-annotation-is-valid.
 */
export function readEntityTypes(
  set: SchemaSet,
  units: Map<string, Unit>,
  terms: Terms,
  elsewhere: ReadonlyMap<string, string>,
): Staged<Map<string, EntityType>> {
  const diagnostics: Diagnostic[] = [];
  const files = new Map<string, IdentifiedSchema>();
  for (const [name, file] of set.byName) {
    const folder = typeOfFile(name);
    if (folder === undefined) continue;
    if (isDescribedType(folder) || /^[a-z][a-z0-9]*$/.test(folder)) files.set(folder, file);
    else diagnostics.push(refuse(file, '', folder, 'file name', 'types/[a-z][a-z0-9]*.json', folder));
  }
  const typeIds = new Set([...files.values()].map(({ id }) => id));
  const parents = readParents(files, diagnostics);
  const supertypes = (type: string): string[] => {
    const direct = parents.get(type) ?? [];
    return [...new Set([...direct, ...direct.flatMap(supertypes)])];
  };
  const withSubtypes = (type: string): string[] | undefined =>
    files.has(type)
      ? [...files.keys()].filter((name) => name === type || supertypes(name).includes(type))
      : undefined;

  const types = new Map<string, EntityType>();
  const read = (name: string, file: IdentifiedSchema): EntityType => {
    const present = types.get(name);
    if (present) return present;
    const ancestors = (parents.get(name) ?? []).flatMap((parent) => {
      const parentFile = files.get(parent);
      return parentFile ? [read(parent, parentFile)] : [];
    });
    const type = readType(
      name,
      file,
      ancestors,
      supertypes(name),
      {
        file,
        set,
        withSubtypes,
        typeNames: [...files.keys()],
        elsewhere,
        unitCodes: new Set(units.keys()),
        iriOf: (property) => terms.propertyIri(property, [name, ...supertypes(name)]),
        partIri: (part) => terms.partIri(part, [name, ...supertypes(name)]),
        coreIri: (part) => coreNamespace + part,
        datatypeOf: (property) => terms.datatype(property, [name, ...supertypes(name)]),
        prefix: classTerm(name.toLowerCase().replaceAll('-', '')),
        structures: new Map(),
        expand: terms.expand,
        report: (finding) => diagnostics.push(finding),
      },
      terms,
      (id) => typeIds.has(id),
    );
    types.set(name, type);
    return type;
  };
  for (const [name, file] of files) read(name, file);
  return { value: new Map([...types].sort(([a], [b]) => (a < b ? -1 : 1))), diagnostics };
}

function readType(
  name: string,
  file: IdentifiedSchema,
  ancestors: EntityType[],
  supertypes: string[],
  context: PropertyContext,
  terms: Terms,
  isType: (id: string) => boolean,
): EntityType {
  const schema = file.value;
  const properties = new Map<string, Property>();
  for (const ancestor of ancestors) {
    for (const [key, property] of ancestor.properties)
      if (!properties.has(key)) properties.set(key, property);
  }
  const parts = listParts(file, context.set, isType);
  for (const { file: place, path: around, schema: part } of parts) {
    for (const [key, value] of Object.entries(objectMembers(part.properties))) {
      const path = `${around}properties/${key}`;
      if (!propertyName.test(key)) {
        context.report(refuse(place, path, key, 'properties', propertyNamePattern, key));
      } else if (isObject(value) || value === true) {
        const schema = isObject(value) ? value : {};
        const property = readProperty(key, schema, path, properties.get(key), { ...context, file: place });
        if (property) properties.set(key, property);
      }
    }
  }
  readBranches(parts, properties, context);
  for (const [key, property] of properties) {
    for (const operand of property.follows?.operands ?? []) {
      if (propertyAtPath(properties, operand)) continue;
      const expected = [...properties.keys()].join(', ');
      context.report(refuse(file, `properties/${key}/x-follows`, key, 'x-follows', expected, operand));
    }
  }
  for (const [key, { namedIn }] of properties) {
    if (namedIn === undefined || properties.has(namedIn)) continue;
    const expected = [...properties.keys()].join(', ');
    context.report(refuse(file, `properties/${key}/x-named-in`, key, 'x-named-in', expected, namedIn));
  }
  const role = schema['x-role'] ?? ancestors.find((type) => type.role !== 'entity')?.role ?? 'entity';
  const known = roles.find((item) => item === role);
  if (!known) context.report(refuse(file, 'x-role', name, 'x-role', roles.join(', '), showValue(role)));
  const declared = strings(schema['x-jsonld-type']);
  const inherited = ancestors.flatMap((type) => type.classes.slice(1));
  const label = readLabel(schema, { en: name });
  return {
    name,
    label,
    plural: 'x-plural' in schema ? languageMap(schema['x-plural']) : label,
    description: typeof schema.description === 'string' ? schema.description : '',
    definition: readDefinition(schema, {}),
    // No record and no text names a publication.
    abstract: schema['x-abstract'] === true || isDescribedType(name),
    supertypes,
    properties,
    required: [
      ...new Set([
        ...ancestors.flatMap((type) => type.required),
        ...parts.flatMap(({ schema: part }) => strings(part.required)),
      ]),
    ],
    classes: [terms.classIri(name), ...(declared.length > 0 ? declared.map(terms.expand) : inherited)],
    role: known ?? 'entity',
    ...(parts.some(({ schema: part }) => isOpen(part)) || ancestors.some((type) => type.isOpen)
      ? { isOpen: true }
      : {}),
  };
}

const propertyName = new RegExp(`^${propertyNamePattern}$`);

/** Whether a schema allows properties that it does not name. */
function isOpen(schema: JsonObject): boolean {
  return ['additionalProperties', 'unevaluatedProperties', 'patternProperties'].some(
    (keyword) => keyword in schema && schema[keyword] !== false,
  );
}

/** Properties that only some branch of a schema declares: one of its alternatives, a condition. They may be what any of them says. */
function readBranches(
  parts: readonly TypePart[],
  properties: Map<string, Property>,
  context: PropertyContext,
): void {
  for (const [key, found] of listBranches(parts.map(located), context.set)) {
    const [first] = found;
    if (!first || properties.has(key)) continue;
    const path = first.steps.join('/');
    if (!propertyName.test(key)) {
      context.report(refuse(first.file, path, key, 'properties', propertyNamePattern, key));
      continue;
    }
    const references = [...new Set(found.map(addressOf))].map(($ref) => ({ $ref }));
    const schema = found.length === 1 ? first.schema : { anyOf: references };
    const property = readProperty(key, schema, path, undefined, { ...context, file: first.file });
    if (property) properties.set(key, property);
  }
}

function located({ file, path, schema }: TypePart): LocatedSchema {
  return { file, schema, steps: path === '' ? [] : path.slice(0, -1).split('/') };
}

/** A schema that says something of an entity of a type, and where it stands. */
interface TypePart {
  file: IdentifiedSchema;
  /** Path in the file, '' or with a slash at the end. */
  path: string;
  schema: JsonObject;
}

/** The schema of a type and what `allOf` adds to it: members that stand in it or that it refers to, but for other types. */
function listParts(file: IdentifiedSchema, set: SchemaSet, isType: (id: string) => boolean): TypePart[] {
  const parts: TypePart[] = [];
  const seen = new Set<JsonObject>();
  const add = (part: TypePart, steps = 0): void => {
    if (seen.has(part.schema) || steps > stepsMax) return;
    seen.add(part.schema);
    parts.push(part);
    const reference = typeof part.schema.$ref === 'string' ? part.schema.$ref : undefined;
    const referred =
      reference === undefined || isType(reference) ? undefined : locateReference(reference, set);
    if (referred) add(partAt(referred), steps + 1);
    const items = part.schema.type === 'array' ? childOf(located(part), 'items') : undefined;
    if (items) add(partAt(items), steps + 1);
    const members = Array.isArray(part.schema.allOf) ? part.schema.allOf : [];
    for (const [index, member] of members.entries()) {
      if (!isObject(member)) continue;
      const target = typeof member.$ref === 'string' ? set.find(member.$ref) : undefined;
      if (target && !isType(`${member.$ref}`))
        add({ file: target.file, path: target.path, schema: target.schema }, steps + 1);
      add({ file: part.file, path: `${part.path}allOf/${index}/`, schema: member }, steps + 1);
    }
  };
  add({ file, path: '', schema: file.value });
  return parts;
}

function partAt({ file, steps, schema }: LocatedSchema): TypePart {
  return { file, path: steps.length === 0 ? '' : `${steps.join('/')}/`, schema };
}

/** Names of the types that `allOf` refers to, by type, without those that would close a circle. */
function readParents(files: Map<string, IdentifiedSchema>, diagnostics: Diagnostic[]): Map<string, string[]> {
  const names = new Map([...files].map(([name, file]) => [file.id, name]));
  const parents = new Map<string, string[]>();
  const reaches = (from: string, to: string): boolean =>
    from === to || (parents.get(from) ?? []).some((next) => reaches(next, to));
  for (const [name, file] of files) {
    const members = Array.isArray(file.value.allOf) ? file.value.allOf : [];
    const found: string[] = [];
    members.forEach((member, index) => {
      const ref = isObject(member) ? member.$ref : undefined;
      // A part of a file is no type.
      const parent = typeof ref === 'string' ? names.get(ref) : undefined;
      if (parent === undefined) return;
      if (reaches(parent, name)) {
        const location = file.locate(`allOf/${index}/$ref`);
        diagnostics.push(diagnose('schema-inheritance-ends', location, { type: name, parent }));
      } else found.push(parent);
    });
    const ofAll = describedType('');
    if (isDescribedType(name) && name !== ofAll && files.has(ofAll)) found.push(ofAll);
    parents.set(name, found);
  }
  return parents;
}

function refuse(
  file: IdentifiedSchema,
  path: string,
  property: string,
  annotation: string,
  expected: string,
  found: string,
): Diagnostic {
  const values = { property, annotation, expected, found, ...suggest(found, expected.split(', ')) };
  return diagnose('schema-annotation-is-valid', file.locate(path), values);
}
