import { jsonldType } from '../media-types.ts';
import type { FileKind, PublicationOutput } from './output.ts';
import { placeFile } from './place-file.ts';

const file: FileKind = {
  path: '{language}/{name}.jsonld',
  mediaType: jsonldType,
  relation: 'describedby',
  about: 'flat',
};

export const flatArticle: PublicationOutput = {
  name: 'flat-article',
  files: [file],
  isEmbedded: true,
  isMain: true,
  write: async ({ publication, vocabulary, iris, links }) => {
    const { writeFlatArticle } = await import('../flat-article.ts');
    const { name, editions } = publication;
    return editions.map((edition) => {
      const place = { name, language: edition.language };
      return placeFile(file, place, writeFlatArticle(publication, edition, { vocabulary, iris, links }));
    });
  },
};
