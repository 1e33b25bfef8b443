import type { JsonObject } from '../../model.ts';
import { serializeJson } from '../../values/serialize-json.ts';
import { narrowContext } from '../data/narrow-context.ts';
import { jsonldType, ntriplesType, turtleType } from '../media-types.ts';
import type { FileKind, PublicationOutput } from './output.ts';
import { placeFile } from './place-file.ts';

const relation = 'describedby';
const jsonld: FileKind = { path: 'data/{name}.jsonld', mediaType: jsonldType, relation, about: 'dataset' };
const turtle: FileKind = { path: 'data/{name}.ttl', mediaType: turtleType, relation };
const ntriples: FileKind = { path: 'data/{name}.nt', mediaType: ntriplesType, relation };

export const linkedData: PublicationOutput = {
  name: 'linked-data',
  files: [jsonld, turtle, ntriples],
  isDistribution: true,
  isMain: true,
  write: async ({ publication: { name }, compact, quads, canonical, vocabulary, isForProof }) => {
    // Proofs read the triples themselves; the files are told of by their names.
    if (isForProof) return [jsonld, turtle, ntriples].map((kind) => placeFile(kind, { name }, ''));
    const { readPrefixes } = await import('../../linked/rdf/read-prefixes.ts');
    const { writeTurtle } = await import('../../linked/rdf/write-turtle.ts');
    const compacted = await compact();
    const context = narrowContext(vocabulary.context, compacted['@graph'] as JsonObject[]);
    return [
      placeFile(jsonld, { name }, serializeJson({ ...compacted, '@context': context })),
      placeFile(turtle, { name }, writeTurtle(quads, readPrefixes(vocabulary.context))),
      placeFile(ntriples, { name }, canonical),
    ];
  },
};
