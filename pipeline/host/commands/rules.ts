import { existsSync } from 'node:fs';
import path from 'node:path';
import { defineCommand } from '../define-command.ts';
import { exitCodes } from '../exit-codes.ts';
import { textOr } from '../parameters.ts';
import type { Terminal } from '../terminal.ts';

/**
 * `tinkuy rules`: the id and default severity of every rule, a line each, those of the tool and then the project's own,
 * which have their file beside them. One of these that cannot be read has no severity; `tinkuy check` says why.
 */
export const rulesCommand = defineCommand({
  arguments: { project: textOr('.', 'help.project') },
  options: {},
  action: async ({ project }, { terminal, say }) => {
    const { rules } = await import('../../rules/rules.ts');
    const { tableLines } = await import('../../rules/report/table-lines.ts');
    const ours = Object.entries(rules).map(([id, { severity }]) => [id, say(`report.${severity}`), '']);
    const own = await listOwn(project, terminal);
    const rows = [
      ...ours,
      ...own.map(([id, severity, at]) => [id, severity ? say(`report.${severity}`) : '–', at]),
    ];
    terminal.write(`${tableLines({ rows }).join('\n')}\n`);
    return exitCodes.clean;
  },
});

/** Id, severity and path of the rules that a project wrote. One without a folder rules/ has none, and is not read for it. */
async function listOwn(folder: string, terminal: Terminal): Promise<[string, string, string][]> {
  if (folder === '.' && !existsSync(path.join(terminal.cwd, 'rules'))) return [];
  const { openFolder } = await import('../open-folder.ts');
  const { readOwnRules } = await import('../../project/read-own-rules.ts');
  const { value: files } = openFolder(folder, terminal, { withMemory: false });
  const { value } = await readOwnRules(files, []);
  return [
    ...value.rules.map(({ rule: { id, severity, path: at } }): [string, string, string] => [
      id,
      severity,
      at,
    ]),
    ...value.unread.map((id): [string, string, string] => [id, '', '']),
  ];
}
