import path from 'node:path';
import type { DiffFormat } from '../../linked/dataset/diff.ts';
import type { SourceFile } from '../../model.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCodes } from '../exit-codes.ts';
import { openProject } from '../open-project.ts';
import { readDataFiles } from '../read-data-files.ts';
import { UsageError } from '../usage-error.ts';

export const diffFormats = ['text', 'json', 'markdown'] as const;

export interface DiffOptions {
  format: DiffFormat;
  /** Language of labels and of the note; that of the messages unless given. */
  labels: string | undefined;
  /** Folder of the project. */
  project: string;
}

/** `tinkuy diff`: tells what published data says that an earlier state of it did not. Returns the exit code. */
export async function diffData(
  old: string,
  now: string | undefined,
  { format, labels, project: folder }: DiffOptions,
  context: CommandContext,
): Promise<number> {
  const { terminal } = context;
  const project = openProject(folder, terminal.cwd, { withMemory: false });
  const before = readSide(old, terminal.cwd);
  const dist = path.join(project.root, 'dist');
  const after = now === undefined ? readDataFiles(dist, terminal.cwd) : readSide(now, terminal.cwd);
  if (after.length === 0) throw new UsageError('notBuilt', { path: path.join(folder, 'dist', 'data') });
  const diff = await context.ways.diff();
  const language = labels ?? context.language;
  const answer = await diff({ files: project.value, before, after, format, language });
  if ('reason' in answer)
    throw new UsageError('unreadableData', { path: answer.path, reason: answer.reason });
  terminal.write(answer.text);
  return exitCodes.clean;
}

function readSide(at: string, cwd: string): SourceFile[] {
  const files = readDataFiles(at, cwd);
  if (files.length === 0) throw new UsageError('noFile', { path: at });
  return files;
}
