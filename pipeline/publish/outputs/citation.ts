import { biblatexType, cslType } from '../media-types.ts';
import type { FileKind, PublicationOutput } from './output.ts';
import { placeFile } from './place-file.ts';

const relation = 'describedby';
const csl: FileKind = { path: 'data/{name}-citation.json', mediaType: cslType, relation };
const biblatex: FileKind = { path: 'data/{name}-citation.bib', mediaType: biblatexType, relation };

/** How to cite each edition. */
export const citation: PublicationOutput = {
  name: 'citation',
  files: [csl, biblatex],
  isUnread: true,
  write: async ({ publication, editions, iris }) => {
    const { listCitationItems } = await import('../citation.ts');
    const { serializeItems, toBiblatex } = await import('../bibliography-files.ts');
    const { name } = publication;
    const items = listCitationItems(publication, editions, iris);
    return [
      placeFile(csl, { name }, serializeItems(items)),
      placeFile(biblatex, { name }, await toBiblatex(items)),
    ];
  },
};
