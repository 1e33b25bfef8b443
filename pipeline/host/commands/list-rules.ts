import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Severity } from '../../model.ts';
import { rules } from '../../rules/rules.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCodes } from '../exit-codes.ts';
import { openProject } from '../open-project.ts';

/** What is told of a rule: its id, what it weighs by itself, and the file in which a project wrote it. */
interface Line {
  id: string;
  severity: Severity | undefined;
  path: string;
}

/**
 * `tinkuy rules`: the id and default severity of every rule, a line each, those of the tool and then the project's own,
 * which have their file beside them. One of these that cannot be read has no severity; `tinkuy check` says why.
 */
export async function listRules(folder: string, { terminal, say }: CommandContext): Promise<number> {
  const ours = Object.entries(rules).map(([id, { severity }]): Line => ({ id, severity, path: '' }));
  const lines = [...ours, ...(await listOwn(folder, terminal.cwd))].map(({ id, severity, path: at }) => ({
    id,
    severity: severity ? say(`report.${severity}`) : '–',
    path: at,
  }));
  const width = Math.max(...lines.map(({ id }) => id.length));
  const wide = Math.max(...lines.map(({ severity }) => severity.length));
  for (const { id, severity, path: at } of lines) {
    terminal.write(`${[id.padEnd(width), severity.padEnd(wide), at].join('  ').trimEnd()}\n`);
  }
  return exitCodes.clean;
}

/** A project without a folder rules/ has none, and is not read for it. */
async function listOwn(folder: string, cwd: string): Promise<Line[]> {
  if (folder === '.' && !existsSync(path.join(cwd, 'rules'))) return [];
  const { readOwnRules } = await import('../../project/read-own-rules.ts');
  const { value: files } = openProject(folder, cwd, { withMemory: false });
  const { value } = await readOwnRules(files, []);
  return [
    ...value.rules.map(({ rule: { id, severity, path: at } }) => ({ id, severity, path: at })),
    ...value.unread.map((id) => ({ id, severity: undefined, path: '' })),
  ];
}
