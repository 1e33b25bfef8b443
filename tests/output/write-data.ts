import { createIris } from '../../pipeline/graph/iri.ts';
import { createServices } from '../../pipeline/host/create-services.ts';
import { compactNodes } from '../../pipeline/linked/rdf/compact-nodes.ts';
import type { Configuration, OutputFile, Publication, Vocabulary } from '../../pipeline/model.ts';
import { writeFlatArticle } from '../../pipeline/publish/flat-article.ts';
import { writeGraph } from '../../pipeline/publish/jsonld.ts';
import { publicationVersion } from '../../pipeline/publish/metadata.ts';
import { dataContext } from '../../pipeline/publish/outputs/data-context.ts';
import { listLinks } from '../../pipeline/publish/outputs/list-links.ts';
import { placeFile } from '../../pipeline/publish/outputs/place-file.ts';
import { serializeJson } from '../../pipeline/values/serialize-json.ts';

/** The data files of a publication, as the build makes them. */
export async function writeData(
  publication: Publication,
  vocabulary: Vocabulary,
  configuration: Configuration,
): Promise<OutputFile[]> {
  const iris = createIris(configuration.base, publicationVersion(publication));
  const links = listLinks(publication);
  const cube = { computed: [], words: { en: 'Cube' } };
  const nodes = writeGraph(publication, { iris, vocabulary, texts: new Map(), links, cube });
  const json = (path: string, language: string | undefined, text: string) =>
    placeFile({ path, mediaType: 'application/ld+json' }, language === undefined ? {} : { language }, text);
  const shared = await dataContext.write({
    configuration,
    vocabulary,
    wordsOf: (language) => {
      throw new Error(`a context has no words of ${language}`);
    },
    styles: new Map(),
    services: createServices(() => undefined),
    drawn: [],
    shapes: [],
  });
  return [
    ...shared,
    json(
      `data/${publication.name}.jsonld`,
      undefined,
      serializeJson(await compactNodes(nodes, vocabulary.context)),
    ),
    ...publication.editions.map((edition) =>
      json(
        `${edition.language}/${publication.name}.jsonld`,
        edition.language,
        writeFlatArticle(publication, edition, { vocabulary, iris, links }),
      ),
    ),
  ];
}
