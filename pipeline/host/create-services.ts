import { createHash } from 'node:crypto';
import type { BuildServices } from '../build.ts';

/** What a build asks of the machine; `progress` is told the key of each stage that begins. */
export function createServices(progress: (stage: string) => void): BuildServices {
  return {
    readCitationStyle: async (name, tag) =>
      (await import('./citation-styles.ts')).readCitationStyle(name, tag),
    digest: (text) => createHash('sha256').update(text).digest('hex'),
    progress,
  };
}
