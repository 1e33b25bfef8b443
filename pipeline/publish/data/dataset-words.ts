import type { Translate } from '../../project/furniture.ts';

/** What a dataset is called, what it is and how it was made, in the words of one language. */
export interface DatasetWords {
  title: string;
  description: string;
  provenance: string;
}

/** @param title of the edition in the same language */
export function datasetWords(t: Translate, title: string): DatasetWords {
  return {
    title: t('edition:datasetTitle', { title }),
    description: t('edition:datasetDescription', { title }),
    provenance: t('edition:datasetProvenance', { title }),
  };
}
