import { statSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import type { CommandContext } from '../command-context.ts';
import { createKeep } from '../create-keep.ts';
import { exitCodes } from '../exit-codes.ts';
import { HostFailure } from '../host-failure.ts';
import { openFolder } from '../open-folder.ts';
import { createRound, type RoundOutcome } from './create-round.ts';
import { listPages } from './list-pages.ts';
import { listenToFolders } from './listen-to-folders.ts';
import { printCause, printFresh, printRound, tellCounts } from './print-round.ts';
import type { RoundOptions, RoundStages } from './round-options.ts';
import { type PageServer, serveProject } from './serve-project.ts';
import { digestHeldFile, listHeldFiles } from './survey-held-files.ts';
import { surveyProject } from './survey-project.ts';
import { watchProject } from './watch-project.ts';

export interface WatchOptions extends RoundOptions {
  /** Port to serve dist/ at, 0 for any; undefined where it is not served. */
  port: number | undefined;
}

/**
 * Watches a project until whoever started it ends it, and returns the exit code.
 *
 * @throws UsageError where there is no such folder; HostFailure where it disappears, or the port is taken
 */
export async function watchFolder(
  folder: string,
  options: WatchOptions,
  given: CommandContext,
  stages: RoundStages,
): Promise<number> {
  // One for all builds: what a build made of the same files the next one has.
  const terminal = { ...given.terminal, keep: given.terminal.keep ?? createKeep() };
  const context = { ...given, terminal };
  const { say } = context;
  const read = () => openFolder(folder, terminal, { withMemory: false });
  const { root } = read();
  const server = await serve(root, options.port, context);
  const changes = listenToFolders();
  const end = () => {
    changes.end();
    server?.close();
    return exitCodes.clean;
  };
  const letGo = terminal.onInterrupt?.(end);
  let isFirst = true;
  const { strict } = options;
  const round = createRound(stages, options, context, (fresh) =>
    printFresh(fresh, { root, isFirst, strict }, context),
  );
  try {
    await watchProject({
      changes,
      now: () => performance.now(),
      survey: () => surveyProject(root, (at) => listHeldFiles(at, stages.createHeldTest)),
      read,
      digestHeld: (at) => digestHeldFile(root, at),
      build: async (each) => {
        printCause(each, context);
        const outcome = await round(each);
        const milliseconds = performance.now() - each.began;
        printRound(outcome, { root, milliseconds }, context);
        server?.tell(tellPages(outcome, context));
        isFirst = false;
      },
      tell: {
        idle: () =>
          terminal.write(`${say('watch.waiting', { folder: path.relative(terminal.cwd, root) || '.' })}\n`),
        restless: () => terminal.writeError(`${say('watch.restless')}\n`),
        deaf: (code) => terminal.writeError(`${say('watch.deaf', { code })}\n`),
      },
    });
  } catch (error) {
    // Whatever was being done with it.
    throw isFolder(root) ? error : new HostFailure('gone', { path: root }, error);
  } finally {
    letGo?.();
    end();
  }
  return exitCodes.clean;
}

function isFolder(root: string): boolean {
  return statSync(root, { throwIfNoEntry: false })?.isDirectory() === true;
}

async function serve(
  root: string,
  port: number | undefined,
  { terminal, language, say }: CommandContext,
): Promise<PageServer | undefined> {
  if (port === undefined) return undefined;
  const words = { language, title: 'dist/', nothing: say('watch.noPages') };
  const server = await serveProject(root, { port, listPages: (files) => listPages(files, words) });
  terminal.write(`${say('watch.serving', { url: server.url })}\n`);
  return server;
}

/** What an open page says while what it shows is not what the project says. */
function tellPages(outcome: RoundOutcome, context: CommandContext): { count: number; message: string } {
  const { findings, written, failure } = outcome;
  if (written) return { count: 0, message: '' };
  const causes = findings.filter(({ severity }) => severity === 'error');
  const counted = causes.length > 0 ? causes : findings;
  const reason = failure ?? tellCounts(counted, context);
  return { count: Math.max(counted.length, 1), message: context.say('watch.banner', { reason }) };
}
