import type { Build } from '../../build.ts';
import type { Diagnostic, OutputFile } from '../../model.ts';
import { sha256 } from '../sha256.ts';
import type { FileDigest, RunRecord } from './run-record.ts';

/**
 * What a build came to, to be said again. Undefined where a finding points into what was built: it is shown with a line of a
 * file that nobody has.
 *
 * @param isWhole whether it made all that is written
 */
export function recordRun(
  { diagnostics, configuration, isBlocked, outputs, pages, proofs, held }: Build,
  isWhole: boolean,
): RunRecord | undefined {
  const isPublished = (path: string) => path.startsWith('dist/') || pages.some((page) => page.path === path);
  if (diagnostics.some((finding) => placesOf(finding).some(isPublished))) return undefined;
  return {
    diagnostics,
    rules: configuration.rules,
    outputs: isWhole || isBlocked ? outputs.map(digestOf) : undefined,
    pages: pages.map(digestOf),
    proofs: [...proofs],
    held,
  };
}

function placesOf({ location, related }: Diagnostic): string[] {
  return [location.path, ...related.map((other) => other.location.path)];
}

function digestOf(file: OutputFile): FileDigest {
  return [file.path, file.digest?.sha256 ?? sha256(file.text)];
}
