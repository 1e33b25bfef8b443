import type { build } from '../../build.ts';
import type { ProjectFiles, TextSources } from '../../model.ts';

/** What building texts one by one needs of the rooms, as the command hands it over. */
export interface TextStages {
  build: typeof build;
  /** The texts of a project, publications before pages. */
  listTexts: (files: ProjectFiles) => Promise<readonly TextSources[]>;
}
