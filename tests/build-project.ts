import { type Build, build } from '../pipeline/build.ts';
import { createServices } from '../pipeline/host/create-services.ts';
import type { ProjectFiles } from '../pipeline/model.ts';
import { keep } from './keep.ts';

/** A build as the command makes it, that tells nobody how far it has come; its editions may be written anew. */
export function buildProject(files: ProjectFiles): Promise<Build> {
  return build(
    files,
    createServices(() => undefined, keep),
    { isForEditing: true },
  );
}
