/** The ways through the stages, each loaded when it is gone: a command pays for what it uses. */
export const ways = {
  build: async () => (await import('./build.ts')).build,
  generate: async () => (await import('./generate.ts')).generate,
  confirmCatalogs: async () => (await import('./catalog/confirm.ts')).confirmCatalogs,
  exportCatalogs: async () => (await import('./catalog/export.ts')).exportCatalogs,
  importCatalogs: async () => (await import('./catalog/import.ts')).importCatalogs,
  importMemory: async () => (await import('./catalog/import-memory.ts')).importMemory,
  adoptEdits: async () => (await import('./catalog/adopt.ts')).adoptEdits,
  explain: async () => (await import('./dataset/explain.ts')).explain,
  findHandEdits: async () => (await import('./catalog/find-hand-edits.ts')).findHandEdits,
  readCatalogStatus: async () => (await import('./catalog/status.ts')).readCatalogStatus,
  syncCatalogs: async () => (await import('./catalog/sync.ts')).syncCatalogs,
  openDrafts: async () => (await import('./catalog/draft.ts')).openDrafts,
  diff: async () => (await import('./dataset/diff.ts')).diff,
  query: async () => (await import('./dataset/query.ts')).query,
  engines: async () => await import('./catalog/create-engine.ts'),
  push: async () => await import('./dataset/push.ts'),
  reconcile: async () => await import('./dataset/reconcile.ts'),
};

export type Ways = typeof ways;
