import { defineCommand } from '../define-command.ts';
import { exitCodes } from '../exit-codes.ts';
import { flag, textOr } from '../parameters.ts';
import { reporting } from '../reporting.ts';

/**
 * `tinkuy generate`: writes what follows from the schemas (types, context, schema of records, vocabulary page).
 * With `--check` it only tells which of these files are stale.
 */
export const generateCommand = defineCommand({
  arguments: { project: textOr('.', 'help.project') },
  options: { ...reporting, check: flag('help.optionCheck') },
  action: async ({ project: folder, check, ...options }, context) => {
    const { openFolder } = await import('../open-folder.ts');
    const { reportProject } = await import('../report-project.ts');
    const { findStale, writeFiles } = await import('../write-files.ts');
    const project = openFolder(folder, context.terminal, { withMemory: false });
    const { readConfiguration } = await import('../../project/read-configuration.ts');
    const { readVocabulary } = await import('../../graph/schema.ts');
    const { writeGenerated } = await import('../../publish/write-generated.ts');
    const { own, builtin } = project.value;
    const configuration = readConfiguration(project.value);
    const { base, editions, rules } = configuration.value;
    const vocabulary = readVocabulary(builtin, own, base);
    const diagnostics = [...configuration.diagnostics, ...vocabulary.diagnostics];
    const { errors, tell } = await reportProject(project, { diagnostics, rules }, options, context);
    if (errors > 0) return exitCodes.findings;

    const languages = editions.map(({ language }) => language);
    const stale = findStale(project.root, await writeGenerated(vocabulary.value, languages));
    if (!check) writeFiles(project.root, stale);
    const { say } = context;
    for (const { path } of stale) tell(`${say(check ? 'done.stale' : 'done.generated', { path })}\n`);
    if (stale.length === 0) tell(`${say('done.current')}\n`);
    return check && stale.length > 0 ? exitCodes.findings : exitCodes.clean;
  },
});
