import type { Quad } from '@rdfjs/types';
import { readPrefixes } from '../../linked/rdf/read-prefixes.ts';
import { serializeJson } from '../../values/serialize-json.ts';
import { narrowContext } from '../data/narrow-context.ts';
import { jsonldType } from '../media-types.ts';
import type { FileKind, SharedOutput } from './output.ts';
import { placeFile } from './place-file.ts';

const file: FileKind = { path: 'data/context.jsonld', mediaType: jsonldType };

/**
 * The context that the data of all publications share, as a document of its own: their terms, with the prefixes that these or
 * the data use.
 */
export const dataContext: SharedOutput = {
  name: 'data-context',
  files: [file],
  write: async ({ vocabulary: { context }, drawn }) => {
    const prefixes = readPrefixes(context);
    const used = findUsed(
      prefixes,
      drawn.flatMap(({ quads }) => quads),
    );
    const words = Object.keys(context).filter((term) => !prefixes.has(term) || used.has(term));
    const narrowed = narrowContext(context, [Object.fromEntries(words.map((word) => [word, '']))]);
    return [placeFile(file, {}, serializeJson({ '@context': narrowed }))];
  },
};

/** Prefixes of what the data say, of their classes and of their datatypes. */
function findUsed(prefixes: ReadonlyMap<string, string>, quads: readonly Quad[]): Set<string> {
  const iris = new Set(
    quads.flatMap(({ predicate, object }) => [
      predicate.value,
      object.termType === 'Literal' ? object.datatype.value : object.value,
    ]),
  );
  const isUsed = (namespace: string) => [...iris].some((iri) => iri.startsWith(namespace));
  return new Set([...prefixes].flatMap(([prefix, namespace]) => (isUsed(namespace) ? [prefix] : [])));
}
