import type { OutputFile } from '../model.ts';
import type { BuildServices } from '../project/build-services.ts';
import type { TextOutcome } from './text-outcome.ts';

/** What is published of a text, its files laid aside until all is written. */
type Laid = Pick<TextOutcome, 'outputs' | 'pages' | 'proof' | 'share'>;

/** Lays the files of a text that is proven aside. */
export function layAside({ outputs, pages, proof, share }: Laid, { lay }: BuildServices): Laid {
  const layAll = (files: readonly OutputFile[]) => files.map((file) => lay(file));
  const entities = share?.entities.map(({ entity, turtle, jsonld }) => ({
    entity,
    turtle: lay(turtle),
    jsonld: lay(jsonld),
  }));
  return {
    outputs: layAll(outputs),
    pages: layAll(pages),
    proof,
    share: share && {
      ...share,
      entities: entities ?? [],
      dataset: share.dataset && { ...share.dataset, ntriples: lay(share.dataset.ntriples) },
    },
  };
}
