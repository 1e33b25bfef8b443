import type { Translate } from '../project/furniture.ts';
import type { Ways } from '../ways.ts';
import type { Terminal } from './terminal.ts';

export const reporters = ['terminal', 'json', 'github', 'sarif'] as const;
export type Reporter = (typeof reporters)[number];

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
