/** The ways through the stages, each loaded when it is gone: a command pays for what it uses. */
export const ways = {
  build: async () => (await import('./build.ts')).build,
  generate: async () => (await import('./publish/generate.ts')).generate,
  confirmCatalogs: async () => (await import('./translation/workbench/confirm.ts')).confirmCatalogs,
  exportCatalogs: async () => (await import('./translation/workbench/export.ts')).exportCatalogs,
  importCatalogs: async () => (await import('./translation/workbench/import.ts')).importCatalogs,
  importMemory: async () => (await import('./translation/workbench/import-memory.ts')).importMemory,
  adoptEdits: async () => (await import('./translation/workbench/adopt.ts')).adoptEdits,
  explain: async () => (await import('./linked/dataset/explain.ts')).explain,
  findHandEdits: async () => (await import('./translation/workbench/find-hand-edits.ts')).findHandEdits,
  readCatalogStatus: async () => (await import('./translation/workbench/status.ts')).readCatalogStatus,
  syncCatalogs: async () => (await import('./translation/workbench/sync.ts')).syncCatalogs,
  openDrafts: async () => (await import('./translation/workbench/draft.ts')).openDrafts,
  diff: async () => (await import('./linked/dataset/diff.ts')).diff,
  query: async () => (await import('./linked/dataset/query.ts')).query,
  engines: async () => await import('./translation/workbench/create-engine.ts'),
  push: async () => await import('./linked/dataset/push.ts'),
  reconcile: async () => await import('./linked/dataset/reconcile.ts'),
};

export type Ways = typeof ways;
