import path from 'node:path';
import type { SourceFile } from '../../model.ts';
import { defineCommand } from '../define-command.ts';
import { exitCodes } from '../exit-codes.ts';
import { choice, optionalText, textOr } from '../parameters.ts';
import { UsageError } from '../usage-error.ts';

/** `tinkuy diff`: tells what published data says that an earlier state of it did not. */
export const diffCommand = defineCommand({
  arguments: { old: textOr('', 'help.old'), new: optionalText('help.later') },
  options: {
    project: textOr('.', 'help.project', '<folder>'),
    format: choice(['text', 'json', 'markdown'], 'text', 'help.optionDiffFormat'),
    // Language of labels and of the note; that of the messages unless given.
    labels: optionalText('help.optionDiffLabels', '<language>'),
  },
  action: async ({ old, new: now, project: folder, format, labels }, { terminal, language }) => {
    const { openFolder } = await import('../open-folder.ts');
    const { readDataFiles } = await import('../read-data-files.ts');
    const readSide = (at: string): SourceFile[] => {
      const files = readDataFiles(at, terminal.cwd);
      if (files.length === 0) throw new UsageError('noFile', { path: at });
      return files;
    };
    const project = openFolder(folder, terminal, { withMemory: false });
    const before = readSide(old);
    const after =
      now === undefined ? readDataFiles(path.join(project.root, 'dist'), terminal.cwd) : readSide(now);
    if (after.length === 0) throw new UsageError('notBuilt', { path: path.join(folder, 'dist', 'data') });
    const { diff } = await import('../../linked/dataset/diff.ts');
    const answer = await diff({
      files: project.value,
      before,
      after,
      format,
      language: labels ?? language,
    });
    if ('reason' in answer)
      throw new UsageError('unreadableData', { path: answer.path, reason: answer.reason });
    terminal.write(answer.text);
    return exitCodes.clean;
  },
});
