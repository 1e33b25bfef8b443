import type { EntityType, JsonObject, Language, Property, Vocabulary } from '../model.ts';
import { kindOf } from '../values/kind-of.ts';
import { listStructures } from '../values/list-structures.ts';

/** Objects under their own names, for one may hold itself. */
export function describeStructures(
  types: readonly EntityType[],
  vocabulary: Vocabulary,
  languages: Language[],
): JsonObject {
  const properties = types.flatMap((type) => [...type.properties.values()]);
  return Object.fromEntries(
    listStructures(properties).map(({ structure, parts }) => [
      structure.name,
      {
        type: 'object',
        properties: Object.fromEntries(
          [...parts.values()].map((part) => [part.name, describeProperty(part, vocabulary, languages)]),
        ),
        additionalProperties: structure.isOpen,
      },
    ]),
  );
}

/** Editors that read draft-07 see nothing beside a reference. */
function withReference(schema: JsonObject): JsonObject {
  return '$ref' in schema ? { allOf: [schema] } : schema;
}

/** A property as an editor may help to write it: in all its short forms, with what it demands of a value. */
export function describeProperty(
  property: Property,
  vocabulary: Vocabulary,
  languages: Language[],
): JsonObject {
  const kind = kindOf(property);
  const item = kind.editorSchema(property, {
    languages,
    unitCodes: [...vocabulary.units.keys()],
    describe: (part) => describeProperty(part, vocabulary, languages),
  });
  const isList = property.many && !kind.isTagged;
  const values = isList ? { anyOf: [{ type: 'array', items: item }, item] } : item;
  return {
    title: property.label.en ?? property.name,
    description: property.description,
    ...(property.nullable === true ? { anyOf: [{ type: 'null' }, values] } : withReference(values)),
  };
}
