import { readProject } from '../../pipeline/host/read-project.ts';
import { buildProject } from '../build-project.ts';
import { keep } from '../keep.ts';
import { packageRoot } from '../package-root.ts';

/** The files of this repository, and what was found as they were read. */
export const ownProject = readProject(packageRoot, { keep });

/**
 * The publication of this repository, with what dist/ has no room for: a document for each entity, pages of HTML. Building
 * it is the dearest thing that tests do, so it is done once a worker; nobody changes it.
 */
export const ownBuild = await buildProject(ownProject.value);
