import { defineCommand } from '../define-command.ts';
import { exitCodes } from '../exit-codes.ts';

/** `tinkuy rules`: the id and default severity of every rule, a line each. */
export const rulesCommand = defineCommand({
  arguments: {},
  options: {},
  action: async (_, { terminal, say }) => {
    const { rules } = await import('../../rules/rules.ts');
    const { tableLines } = await import('../../rules/report/table-lines.ts');
    const rows = Object.entries(rules).map(([id, { severity }]) => [id, say(`report.${severity}`)]);
    terminal.write(`${tableLines({ rows }).join('\n')}\n`);
    return exitCodes.clean;
  },
});
