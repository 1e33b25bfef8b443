import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Severity } from '../../model.ts';
import { rules } from '../../rules/rules.ts';
import { toolLanguages } from '../choose-language.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCodes } from '../exit-codes.ts';
import { openProject } from '../open-project.ts';

/** What is told of a rule: its id, what it weighs by itself, the languages of its words, and where a project wrote it. */
interface Line {
  id: string;
  severity: Severity | undefined;
  languages: readonly string[];
  path: string;
}

/**
 * `tinkuy rules`: every rule, a line each, those of the tool and then the project's own. One of the project's that cannot be
 * read has no severity here; `tinkuy check` says why.
 */
export async function listRules(folder: string, { terminal, say }: CommandContext): Promise<number> {
  const ours = Object.entries(rules).map(
    ([id, { severity }]): Line => ({ id, severity, languages: toolLanguages, path: '' }),
  );
  const lines = [...ours, ...(await listOwn(folder, terminal.cwd))];
  const width = Math.max(...lines.map(({ id }) => id.length));
  const severities = lines.map(({ severity }) => (severity ? say(`report.${severity}`) : '–'));
  const wide = Math.max(...severities.map((severity) => severity.length));
  for (const [index, { id, languages, path: at }] of lines.entries()) {
    const cells = [id.padEnd(width), (severities[index] ?? '').padEnd(wide), languages.join(' '), at];
    terminal.write(`${cells.join('  ').trimEnd()}\n`);
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
    ...value.rules.map(({ rule: { id, severity, message, path: at } }) => ({
      id,
      severity,
      languages: Object.keys(message),
      path: at,
    })),
    ...value.unread.map((id) => ({ id, severity: undefined, languages: [], path: '' })),
  ];
}
