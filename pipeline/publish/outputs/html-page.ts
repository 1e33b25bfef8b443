import type { Language, Publication } from '../../model.ts';
import { htmlType } from '../media-types.ts';
import type { FileKind, PublicationOutput } from './output.ts';
import { pathOf, placeFile } from './place-file.ts';

const file: FileKind = { path: '{language}/{name}.html', mediaType: htmlType, relation: 'alternate' };

export const htmlPage: PublicationOutput = {
  name: 'html-page',
  files: [file],
  isIgnored: true,
  isMain: true,
  needs: 'isEmbedded',
  write: async (drawing, embedded) => {
    const { writeHtml } = await import('../html.ts');
    const { name } = drawing.publication;
    return drawing.editions.map((own) => {
      const { language } = own.edition;
      const carried = embedded.flatMap(({ files }) => files.filter((one) => one.language === language));
      const descriptions = carried.map(({ text }) => text);
      return placeFile(file, { name, language }, writeHtml(own, drawing, descriptions));
    });
  },
};

/** Where the page that readers land on is in dist/. */
export function htmlPath({ name }: Pick<Publication, 'name'>, language: Language): string {
  return pathOf(file, { name, language });
}
