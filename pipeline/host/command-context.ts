import type { build } from '../build.ts';
import type { Translate } from '../furniture.ts';
import type { generate } from '../generate.ts';
import type { syncCatalogs } from '../sync-catalogs.ts';
import type { Terminal } from './terminal.ts';

export const reporters = ['terminal', 'json', 'github', 'sarif'] as const;
export type Reporter = (typeof reporters)[number];

/** The ways through the stages, each loaded when it is gone: a command pays for what it uses. */
export interface Ways {
  build: () => Promise<typeof build>;
  generate: () => Promise<typeof generate>;
  syncCatalogs: () => Promise<typeof syncCatalogs>;
}

/** What every command gets. */
export interface CommandContext {
  terminal: Terminal;
  ways: Ways;
  language: string;
  say: Translate;
  /** What --color or --no-color says; undefined without them. */
  color: boolean | undefined;
}

/** Options of the commands that print findings. */
export interface ReportOptions {
  strict: boolean;
  reporter: Reporter;
}
