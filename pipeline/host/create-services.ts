import { setImmediate } from 'node:timers/promises';
import type { Recall } from '../model.ts';
import type { BuildServices, Step } from '../project/build-services.ts';
import { recallNothing } from '../values/recall-nothing.ts';
import { createKeep } from './create-keep.ts';
import { createBoundedMatch } from './match-bounded.ts';
import { readVersion } from './package-root.ts';
import { createCldrReader } from './read-cldr.ts';
import { sha256 } from './sha256.ts';

/**
 * What a build asks of the machine.
 *
 * @param progress is told the key of each stage that begins
 * @param keep what builds share; those of these services unless given
 * @param recall answers of earlier builds; none unless given
 */
export function createServices(
  progress: (stage: Step) => void,
  keep: BuildServices['keep'] = createKeep(),
  recall: Recall = recallNothing,
): BuildServices {
  return {
    readCitationStyle: (name, tag) =>
      keep(`style ${name} ${tag}`, [], async () =>
        (await import('./citation-styles.ts')).readCitationStyle(name, tag),
      ),
    tool: { version: readVersion(), revision: process.env.SOURCE_REVISION || undefined, time: readTime() },
    readCldr: keep('CLDR', [], createCldrReader),
    matchBounded: createBoundedMatch(),
    digest: sha256,
    keep,
    recall,
    rest: () => setImmediate(),
    lay: (file) => file,
    inPlace: () => undefined,
    published: () => ({ files: [], pages: [], proofs: new Map() }),
    progress,
  };
}

/** https://reproducible-builds.org/specs/source-date-epoch/: seconds since 1970; undefined where it is not set, or no number. */
function readTime(): string | undefined {
  const seconds = Number.parseInt(process.env.SOURCE_DATE_EPOCH ?? '', 10);
  return Number.isNaN(seconds) ? undefined : new Date(seconds * 1000).toISOString().replace('.000', '');
}
