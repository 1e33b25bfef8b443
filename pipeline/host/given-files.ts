import type { FileConfiguration } from '../model.ts';
import { startOfFile } from '../rules/start-of-file.ts';
import { UsageError } from './usage-error.ts';

/** What `--schema` and `--for` say, in the form of `files`; undefined without them. @throws UsageError for one without the other */
export function givenFiles(
  schema: string | undefined,
  globs: readonly string[],
): FileConfiguration[] | undefined {
  if (schema === undefined && globs.length === 0) return undefined;
  if (schema === undefined) throw new UsageError('needsOption', { found: '--for', other: '--schema' });
  if (globs.length === 0) throw new UsageError('needsOption', { found: '--schema', other: '--for' });
  const place = startOfFile(schema);
  return globs.map((glob) => ({ glob, schema, at: { glob: place, schema: place } }));
}

/** Files are read anew in each run, in one stage. @throws UsageError for an option that tells of several */
export function refuseStages({ explain, timings }: { explain: boolean; timings: boolean }): void {
  const found = explain ? '--explain' : timings ? '--timings' : undefined;
  if (found !== undefined) throw new UsageError('needsOption', { found, other: 'source/<name>/article.md' });
}
