import type { OutputFile } from '../model.ts';
import type { BuildServices } from '../project/build-services.ts';
import type { TextOutcome } from './text-outcome.ts';
import type { TextShare } from './text-share.ts';

/** What is published of a text, its files laid aside until all is written. */
type Laid = Pick<TextOutcome, 'outputs' | 'pages' | 'proof' | 'share'>;

/** Lays the files of a text that is proven aside. */
export function layAside({ outputs, pages, proof, share }: Laid, { lay }: BuildServices): Laid {
  const layAll = (files: readonly OutputFile[]) => files.map((file) => lay(file));
  return { outputs: layAll(outputs), pages, proof, share: share && layShare(share, lay) };
}

function layShare({ use, terms, entities, dataset }: TextShare, lay: BuildServices['lay']): TextShare {
  return {
    ...copy({ use, terms }),
    entities: entities.map(({ entity, turtle, jsonld }) => ({
      entity: copy(entity),
      turtle: lay(turtle),
      jsonld: lay(jsonld),
    })),
    dataset: dataset && { ...copy({ ...dataset, ntriples: null }), ntriples: lay(dataset.ntriples) },
  };
}

/** The same in strings of its own: a piece of a text holds the whole of it (https://v8.dev/docs/heap-snapshots, sliced strings). */
function copy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
