import type { Publication } from '../../model.ts';
import { remember } from '../../values/remember.ts';
import type { EditionLink, EditionLinks } from '../edition-link.ts';
import { publicationOutputs } from './outputs.ts';
import { pathOf } from './place-file.ts';

/** What the editions of a publication tell of: the files that are registered with a relation. */
export function listLinks({ name }: Pick<Publication, 'name'>): EditionLinks {
  return remember((language) =>
    publicationOutputs.flatMap(({ files, isDistribution = false }) =>
      files.flatMap((file): EditionLink[] => {
        const { path, mediaType, relation, about } = file;
        if (!relation) return [];
        const own = path.includes('{language}') ? language : undefined;
        const placed = { path: pathOf(file, { name, language }), language: own };
        return [{ ...placed, mediaType, relation, isDistribution, about }];
      }),
    ),
  );
}
