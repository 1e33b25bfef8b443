import { biblatexType, cslType } from '../media-types.ts';
import type { FileKind, PublicationOutput } from './output.ts';
import { placeFile } from './place-file.ts';

const csl: FileKind = { path: 'data/{name}-references.json', mediaType: cslType };
const biblatex: FileKind = { path: 'data/{name}-references.bib', mediaType: biblatexType };

/** The works that the publication cites or lists; none where there are none. */
export const references: PublicationOutput = {
  name: 'references',
  files: [csl, biblatex],
  isUnread: true,
  write: async ({ publication: { name, graph } }) => {
    const works = [...graph.entities.values()].flatMap(({ csl: item }) => (item ? [item] : []));
    if (works.length === 0) return [];
    const { serializeItems, toBiblatex } = await import('../bibliography-files.ts');
    return [
      placeFile(csl, { name }, serializeItems(works)),
      placeFile(biblatex, { name }, await toBiblatex(works)),
    ];
  },
};
