/** A type of boats that have a length, for the project with this base. */
export function boatSchema(base: string): string {
  return JSON.stringify({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `${base}schemas/types/boat.json`,
    title: 'Boat',
    description: 'A boat.',
    'x-label': { es: 'Barco' },
    'x-plural': { en: 'Boats', es: 'Barcos' },
    'x-jsonld-type': 'schema:Vehicle',
    allOf: [{ $ref: 'https://w3id.org/tinkuy/schemas/types/thing.json' }],
    properties: {
      length: {
        $ref: 'https://w3id.org/tinkuy/schemas/values.json#/$defs/quantity',
        title: 'Length',
        description: 'Length over all.',
        'x-label': { es: 'Eslora' },
        'x-units': ['m'],
      },
    },
  });
}
