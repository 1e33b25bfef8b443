import { stringify } from 'yaml';
import type { SourceFile } from '../../model.ts';

/** A schema, data that it describes, and the line that joins them: what a project without texts begins with. */
export function startSchemas(): SourceFile[] {
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Lake',
    type: 'object',
    properties: {
      name: { type: 'string' },
      area: { description: 'In km².', type: 'number', exclusiveMinimum: 0 },
    },
    required: ['name'],
    additionalProperties: false,
  };
  return [
    { path: 'tinkuy.yaml', text: stringify({ files: { 'data/lakes/*.yaml': 'schemas/lake.json' } }) },
    { path: 'schemas/lake.json', text: `${JSON.stringify(schema, undefined, 2)}\n` },
    { path: 'data/lakes/junin.yaml', text: stringify({ name: 'Junín', area: 530 }) },
  ];
}
