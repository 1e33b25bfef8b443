import type { JSONSchema } from 'json-schema-to-typescript';
import { classTerm } from '../graph/class-term.ts';
import type { EntityType, JsonObject, OutputFile, Property, Vocabulary } from '../model.ts';
import { kindOf } from '../values/kind-of.ts';
import { kinds } from '../values/kinds.ts';
import { listStructures } from '../values/list-structures.ts';
import { directSupertypes, ownProperties } from './own-properties.ts';

/** Written above the declarations. */
const banner = `/* Generated from schemas/ by \`tinkuy generate\`: edit there. */

/** Id of an entity of one of these types. */
export type Id<Type extends string = string> = \`\${Type}:\${string}\`;
`;

/** What the generator adds to each comment about where it found the schema. */
const provenance = /\n \*\n \* This interface was referenced by .*\n \* via the `definition` ".*"\./g;

/**
 * TypeScript declarations of all entity types as they stand in the graph (canonical form): one interface for each type,
 * extending those of its supertypes, and `Entities`, which leads from a type's name to its interface.
 * The generator is heavy, so it is loaded here and not before.
 */
export async function writeTypes(vocabulary: Vocabulary): Promise<OutputFile> {
  const { compile } = await import('json-schema-to-typescript');
  const declarations = await compile(schemaOf(vocabulary), 'Entities', {
    bannerComment: banner,
    additionalProperties: false,
    declareExternallyReferenced: true,
    unreachableDefinitions: true,
    style: { singleQuote: true, printWidth: 110 },
    // Every reference is internal; nothing is read from disk or network.
    $refOptions: { resolve: { external: false } },
  });
  const text = declarations.replace(provenance, '');
  return { path: 'schemas/generated/entities.ts', text, mediaType: 'text/typescript', language: undefined };
}

function schemaOf(vocabulary: Vocabulary): JSONSchema {
  const values = valueDefinitions(vocabulary) ?? {};
  const nameOf = nameInterfaces([...vocabulary.types.keys()], titlesOf(values));
  const definitions = new Map(Object.entries(values));
  for (const type of vocabulary.types.values())
    definitions.set(definitionOf(type.name), interfaceOf(type, vocabulary, nameOf));
  const concrete = [...vocabulary.types.values()].filter((type) => !type.abstract);
  return {
    title: 'Entities',
    description: 'Properties of an entity, by the name of its type.',
    type: 'object',
    properties: Object.fromEntries(concrete.map((type) => [type.name, { tsType: nameOf(type.name) }])),
    required: concrete.map((type) => type.name),
    additionalProperties: false,
    definitions: Object.fromEntries(definitions),
  };
}

/** Key of the definition of an entity type, which no kind of value has. */
function definitionOf(type: string): string {
  return `type ${type}`;
}

/** What the declarations use besides those of the types: of this file, and of TypeScript itself. */
const takenNames = ['Id', 'Entities', 'Array'];

function titlesOf(definitions: object): string[] {
  return Object.values(definitions).flatMap(({ title }: JSONSchema) => title ?? []);
}

/**
 * Gives every entity type the name of an interface that nothing else in the file has: that of its class, with letters after
 * figures as the generator writes them.
 */
function nameInterfaces(types: readonly string[], values: readonly string[]): (type: string) => string {
  const taken = new Set([...takenNames, ...values]);
  const names = new Map<string, string>();
  for (const type of types) {
    const name = classTerm(type).replace(/\d+[a-z]/g, (letters) => letters.toUpperCase());
    const free = taken.has(name) ? `${name}Entity` : name;
    taken.add(free);
    names.set(type, free);
  }
  return (type) => names.get(type) ?? classTerm(type);
}

function interfaceOf(type: EntityType, vocabulary: Vocabulary, nameOf: (type: string) => string): JSONSchema {
  const own = new Set(ownProperties(type, vocabulary));
  // What a type newly requires it must say again, though it inherits it.
  const inherited = new Set(type.supertypes.flatMap((name) => vocabulary.types.get(name)?.required ?? []));
  for (const name of type.required) {
    const property = type.properties.get(name);
    if (property && !inherited.has(name)) own.add(property);
  }
  const parents = directSupertypes(type, vocabulary);
  const schema: JSONSchema = {
    title: nameOf(type.name),
    description: type.description || type.label.en || type.name,
    type: 'object',
    properties: Object.fromEntries(
      [...own].map((property) => [property.name, describe(property, vocabulary)]),
    ),
    required: [...own].map(({ name }) => name).filter((name) => type.required.includes(name)),
    additionalProperties: false,
  };
  if (parents.length === 0) return schema;
  // The generator reads schemas here; its types, made for an older draft, say strings.
  const references: unknown = parents.map((name) => ({
    $ref: `#/definitions/${encodeURIComponent(definitionOf(name))}`,
  }));
  return { ...schema, extends: references as string[] };
}

function describe(property: Property, { types }: Vocabulary): JsonObject {
  const { many, description } = property;
  const kind = kindOf(property);
  const one = kind.typescript(property, (name) => types.get(name)?.abstract === true);
  const all = many && !kind.isTagged ? `Array<${one}>` : one;
  const type = property.alone === true ? `${one} | ${all}` : all;
  return { tsType: property.nullable === true && one !== 'unknown' ? `${type} | null` : type, description };
}

/** What the types of values are, by kind. */
function valueDefinitions(vocabulary: Vocabulary): JSONSchema['definitions'] {
  const outer = [...vocabulary.types.values()].flatMap((type) => [...type.properties.values()]);
  const structures = listStructures(outer);
  const properties = [...outer, ...structures.flatMap(({ parts }) => [...parts.values()])];
  const definitions = [...kinds.values()].map((kind) => {
    const own = properties.filter((property) => kindOf(property) === kind);
    return kind.typescriptDefinitions(own, (part) => describe(part, vocabulary));
  });
  const objects = structures.map(({ structure, parts }) => ({
    [structure.name]: {
      title: structure.name,
      description: structure.description || 'An object within an entity.',
      type: 'object',
      properties: Object.fromEntries(
        [...parts.values()].map((part) => [part.name, describe(part, vocabulary)]),
      ),
      required: structure.required.filter((name) => parts.has(name)),
      additionalProperties: structure.isOpen,
    },
  }));
  return Object.assign({}, ...definitions, ...objects) as JSONSchema['definitions'];
}
