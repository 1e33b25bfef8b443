import type { Translate } from '../project/furniture.ts';
import type { Terminal } from './terminal.ts';

/** What every command gets. */
export interface CommandContext {
  terminal: Terminal;
  language: string;
  say: Translate;
  /** What --color or --no-color says; undefined without them. */
  color: boolean | undefined;
}
