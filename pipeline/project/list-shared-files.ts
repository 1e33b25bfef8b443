import { isBibliography } from '../graph/bibliography/is-bibliography.ts';
import type { RecordFiles, SourceFile } from '../model.ts';
import { sharedFolder } from './shared-folder.ts';

/** The files of records, bibliography and register that all publications of a project share: those that stand in source/ itself. */
export function listSharedFiles(own: readonly SourceFile[]): RecordFiles {
  const inSource = own.filter(({ path }) => /^source\/[^/]+$/.test(path));
  return {
    records: own.filter(({ path }) => isSharedRecord(path)),
    bibliographies: inSource.filter(isBibliography),
    register: inSource.find(({ path }) => path === 'source/identifiers.yaml'),
  };
}

function isSharedRecord(path: string): boolean {
  return path.startsWith(`source/${sharedFolder}/`) && /\.ya?ml$/.test(path);
}

/** Whether a file of source/ is no publication's; a text in the shared folder is one in the wrong place. */
export function isSharedPath(path: string): boolean {
  return (
    /^source\/[^/]+$/.test(path) || (path.startsWith(`source/${sharedFolder}/`) && !path.endsWith('.md'))
  );
}
