import type { build } from '../../build.ts';
import type { HeldTest } from '../../files/create-held-test.ts';
import type { Diagnostic, SourceFile } from '../../model.ts';
import type { OverwrittenFile } from '../../translation/workbench/find-hand-edits.ts';
import type { CheckRepository } from '../inspect-files.ts';

/** What the command line says of every build of a watch. */
export interface RoundOptions {
  strict: boolean;
  /** Whether editions that were corrected by hand are written over. */
  overwrite: boolean;
  timings: boolean;
}

/** The rooms that a watch needs, as the command hands them over. */
export interface RoundStages {
  /** Checks what `files` of tinkuy.yaml names beside the publication. */
  checkRepository: CheckRepository;
  /** Tells which files that are. */
  createHeldTest: (configuration: SourceFile) => HeldTest | undefined;
  build: (...given: Parameters<typeof build>) => ReturnType<typeof build>;
  findHandEdits: (files: readonly OverwrittenFile[]) => Promise<Diagnostic[]>;
}
