import type { Json } from '../../model.ts';
import { isObject, objectMembers, showValue } from '../json-value.ts';

/** Keywords that tell one alternative from another, where neither a title nor a reference does. */
const telling = ['const', 'enum', 'required', 'type', 'format', 'pattern', 'minimum', 'maximum', 'minItems'];

/**
 * What the schemas of `anyOf` or `oneOf` are called, in their order: the title, else the last name of the reference, else what only
 * this one says ("kind: box", "required: a"), else its place ("#2").
 */
export function nameAlternatives(schemas: readonly Json[]): string[] {
  const candidates = schemas.map((schema) => new Set(listNames(schema)));
  return candidates.map((own, index) => {
    const others = candidates.filter((_, at) => at !== index);
    return [...own].find((name) => others.every((other) => !other.has(name))) ?? `#${index + 1}`;
  });
}

function listNames(schema: Json): string[] {
  if (!isObject(schema)) return [];
  const { title, $ref } = schema;
  return [
    ...(typeof title === 'string' && title !== '' ? [title] : []),
    ...(typeof $ref === 'string' ? lastName($ref) : []),
    ...Object.entries(objectMembers(schema.properties)).flatMap(([name, property]) => {
      const { const: one, enum: some } = objectMembers(property);
      const allowed = one === undefined ? some : [one];
      return Array.isArray(allowed) ? [`${name}: ${show(allowed)}`] : [];
    }),
    ...telling.flatMap((keyword) => {
      const value = schema[keyword];
      return value === undefined ? [] : [`${keyword}: ${show([value].flat())}`];
    }),
  ];
}

/** "person" of "#/$defs/person", "types/person.json" and "https://example.org/schemas/person". */
function lastName(reference: string): string[] {
  const name = reference.split(/[/#]/).findLast((step) => step !== '');
  return name === undefined ? [] : [name.replace(/\.json$/, '')];
}

function show(values: readonly Json[]): string {
  return values.map((value) => showValue(value) || JSON.stringify(value)).join(', ');
}
