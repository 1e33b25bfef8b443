import type { BuildServices } from '../build-services.ts';
import { sha256 } from './sha256.ts';

/** What a build asks of the machine; `progress` is told the key of each stage that begins. */
export function createServices(progress: (stage: string) => void): BuildServices {
  return {
    readCitationStyle: async (name, tag) =>
      (await import('./citation-styles.ts')).readCitationStyle(name, tag),
    digest: sha256,
    progress,
  };
}
