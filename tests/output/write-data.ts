import { createHash } from 'node:crypto';
import { expandNodes } from '../../pipeline/linked/rdf/expand-nodes.ts';
import type { Configuration, OutputFile, Publication, Vocabulary } from '../../pipeline/model.ts';
import { serializeDataset, writeDataContext } from '../../pipeline/publish/data/serialize-dataset.ts';
import { writeFlatJsonld } from '../../pipeline/publish/flat-jsonld.ts';
import { writeGraph } from '../../pipeline/publish/jsonld.ts';

/** The data files of a publication, as the build makes them. */
export async function writeData(
  publication: Publication,
  vocabulary: Vocabulary,
  configuration: Configuration,
): Promise<OutputFile[]> {
  const nodes = writeGraph(
    publication,
    new Map(),
    { computed: [], words: { en: 'Cube' } },
    vocabulary,
    configuration,
  );
  const quads = await expandNodes(nodes, vocabulary.context);
  const digest = (text: string) => createHash('sha256').update(text).digest('hex');
  const { files } = await serializeDataset(publication, nodes, quads, vocabulary, digest);
  return [
    writeDataContext(vocabulary),
    ...files,
    ...publication.editions.map((edition) =>
      writeFlatJsonld(publication, edition, vocabulary, configuration),
    ),
  ];
}
