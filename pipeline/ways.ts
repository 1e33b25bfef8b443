/** The ways through the stages, each loaded when it is gone: a command pays for what it uses. */
export const ways = {
  build: async () => (await import('./build.ts')).build,
  generate: async () => (await import('./generate.ts')).generate,
  syncCatalogs: async () => (await import('./catalog/sync.ts')).syncCatalogs,
};

export type Ways = typeof ways;
