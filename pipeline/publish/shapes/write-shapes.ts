import { createIris } from '../../graph/iri.ts';
import { expandIri } from '../../linked/rdf/expand-iri.ts';
import type { Node } from '../../linked/rdf/nodes.ts';
import { readPrefixes } from '../../linked/rdf/read-prefixes.ts';
import type { Configuration, Vocabulary } from '../../model.ts';
import type { ShapeContext } from './property-shape.ts';
import { writePublicationShapes } from './publication-shapes.ts';
import { writeTypeShape } from './write-type-shape.ts';

/**
 * The SHACL shapes of a project's data (https://www.w3.org/TR/shacl/), SHACL Core only: those of its entity types, made
 * from the schemas, and those of what is written about every text. A text that is required is so in each language
 * whose edition has no threshold.
 */
export function writeShapes(vocabulary: Vocabulary, configuration: Configuration): Node[] {
  const prefixes = readPrefixes(vocabulary.context);
  const context: ShapeContext = {
    vocabulary,
    expand: (compact) => expandIri(compact, prefixes) ?? compact,
    iris: createIris(configuration.base),
    structures: { base: `${configuration.base}shapes#`, open: new Set(), done: new Set() },
    languages: configuration.editions.map(({ language }) => language),
    complete: configuration.editions.flatMap(({ language, threshold }) =>
      threshold === undefined ? [language] : [],
    ),
  };
  return [
    ...[...vocabulary.types.values()].flatMap((type) => writeTypeShape(type, context)),
    ...writePublicationShapes(context),
  ];
}
