import type { Command } from './define-command.ts';

/** By the line that the help shows of a command, words and arguments, its file, which is loaded when it is called for. */
export type Commands = Readonly<Record<string, () => Promise<Command>>>;

/** Every command, in the order of the help. */
export const commands: Commands = {
  'init [project]': async () => (await import('./commands/init.ts')).initCommand,
  'new <thing> <name> [project]': async () => (await import('./commands/new.ts')).newCommand,
  'build [project]': async () => (await import('./commands/build.ts')).buildCommand,
  'check [project]': async () => (await import('./commands/check.ts')).checkCommand,
  'generate [project]': async () => (await import('./commands/generate.ts')).generateCommand,
  'explain [name] [project]': async () => (await import('./commands/explain.ts')).explainCommand,
  'catalog sync [project]': async () => (await import('./commands/catalog-sync.ts')).catalogSyncCommand,
  'catalog status [project]': async () => (await import('./commands/catalog-status.ts')).catalogStatusCommand,
  'catalog confirm [project]': async () =>
    (await import('./commands/catalog-confirm.ts')).catalogConfirmCommand,
  'catalog export [project]': async () => (await import('./commands/catalog-export.ts')).catalogExportCommand,
  'catalog import <files...>': async () =>
    (await import('./commands/catalog-import.ts')).catalogImportCommand,
  'catalog draft [project]': async () => (await import('./commands/catalog-draft.ts')).catalogDraftCommand,
  'catalog adopt [project]': async () => (await import('./commands/catalog-adopt.ts')).catalogAdoptCommand,
  'query <query> [project]': async () => (await import('./commands/query.ts')).queryCommand,
  'diff <old> [new]': async () => (await import('./commands/diff.ts')).diffCommand,
  'push [project]': async () => (await import('./commands/push.ts')).pushCommand,
  'reconcile [project]': async () => (await import('./commands/reconcile.ts')).reconcileCommand,
  'watch [project]': async () => (await import('./commands/watch.ts')).watchCommand,
  'join [project]': async () => (await import('./commands/join.ts')).joinCommand,
  'worker [project]': async () => (await import('./commands/worker.ts')).workerCommand,
  'rules [project]': async () => (await import('./commands/rules.ts')).rulesCommand,
};
