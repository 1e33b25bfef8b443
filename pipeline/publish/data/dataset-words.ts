import type { BuildServices } from '../../project/build-services.ts';
import type { Translate } from '../../project/furniture.ts';
import type { GroundCounts } from './count-grounds.ts';

/** What a dataset is called, what it is and how it was made, in the words of one language. */
export interface DatasetWords {
  title: string;
  description: string;
  provenance: string;
}

/**
 * @param edition in the same language: its title, and its tag, by which numbers are written
 * @param grounds what the assertions of the dataset rest on
 */
export function datasetWords(
  t: Translate,
  { title, tag }: { title: string; tag: string },
  grounds: GroundCounts,
  keep: BuildServices['keep'],
): DatasetWords {
  const { format: write } = keep(`figures of ${tag}`, [], () => new Intl.NumberFormat(tag));
  const counts = {
    stated: write(grounds.stated),
    recorded: write(grounds.recorded),
    inferred: write(grounds.inferred),
  };
  return {
    title: t('edition:datasetTitle', { title }),
    description: t('edition:datasetDescription', { title, ...counts }),
    provenance: t('edition:datasetProvenance', { title }),
  };
}
