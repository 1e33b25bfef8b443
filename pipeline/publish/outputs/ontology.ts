import { turtleType } from '../media-types.ts';
import type { FileKind, SharedOutput } from './output.ts';
import { placeFile } from './place-file.ts';

const file: FileKind = { path: 'data/vocabulary.ttl', mediaType: turtleType };

export const ontology: SharedOutput = {
  name: 'ontology',
  files: [file],
  isOfSchemas: true,
  write: async ({ vocabulary, configuration, wordsOf, services }) => {
    const { nodesToQuads } = await import('../../linked/rdf/nodes-to-quads.ts');
    const { readPrefixes } = await import('../../linked/rdf/read-prefixes.ts');
    const { writeTurtle } = await import('../../linked/rdf/write-turtle.ts');
    const { writeOntology } = await import('../ontology/write-ontology.ts');
    const inEveryLanguage = (key: string, base = '') =>
      Object.fromEntries(
        configuration.editions.map(({ language }) => [
          language,
          wordsOf(language).t(`edition:ontology.${key}`, { base }),
        ]),
      );
    const nodes = writeOntology(vocabulary, configuration, {
      title: (address) => inEveryLanguage('title', address),
      description: inEveryLanguage('description'),
      core: inEveryLanguage('core'),
      version: services.tool.version,
    });
    const quads = nodesToQuads(nodes, vocabulary.context);
    return [placeFile(file, {}, writeTurtle(quads, readPrefixes(vocabulary.context)))];
  },
};
