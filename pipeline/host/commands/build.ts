import path from 'node:path';
import type { CommandContext, ReportOptions } from '../command-context.ts';
import { exitCodes } from '../exit-codes.ts';
import { findStale, writeFiles } from '../write-files.ts';
import { writeOutputs } from '../write-outputs.ts';
import { inspect } from './inspect.ts';

export interface BuildOptions extends ReportOptions {
  /** Whether editions that were corrected by hand are written over. */
  overwrite: boolean;
}

/** `tinkuy build`: writes dist/ and the pages in other languages unless a finding is an error. Returns the exit code. */
export async function build(folder: string, options: BuildOptions, context: CommandContext): Promise<number> {
  const { root, outputs, pages, proofs, errors, progress } = await inspect(
    folder,
    options,
    context,
    !options.overwrite,
  );
  const { terminal, say } = context;
  const target = path.join(root, 'dist');
  const shown = path.relative(terminal.cwd, target) || '.';
  // What other programs read is the findings only.
  const tell = options.reporter === 'terminal' ? terminal.write : terminal.writeError;
  if (errors > 0 || outputs.length === 0) {
    tell(`${say('done.untouched', { folder: shown })}\n`);
    return exitCodes.findings;
  }
  progress.show(say('stages.write'));
  try {
    // The manifest, which tells what was built, goes last.
    const stale = findStale(root, pages);
    writeFiles(root, stale);
    tell(`${say('done.built', { folder: shown, ...writeOutputs(target, outputs) })}\n`);
    for (const [publication, { canonicalSha256, triples, oneGraph }] of proofs) {
      tell(`${say('done.data', { publication, triples, digest: canonicalSha256 })}\n`);
      if (!oneGraph) continue;
      const { sha256, triples: shared, editions } = oneGraph;
      tell(`${say('done.oneGraph', { publication, count: editions, triples: shared, digest: sha256 })}\n`);
    }
    for (const { path: page } of stale) tell(`${say('done.generated', { path: page })}\n`);
  } finally {
    progress.clear();
  }
  return exitCodes.clean;
}
