import { createKeep } from '../pipeline/host/create-keep.ts';

/**
 * What the builds of a worker share, as those of one command do: the vocabulary, the words of the editions, the outputs
 * that follow from schemas alone. tests/host/keep.test.ts holds builds that share against builds that do not.
 */
export const keep = createKeep();
