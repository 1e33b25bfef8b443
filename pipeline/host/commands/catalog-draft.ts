import type { ServiceRecord } from '../ask-in-parts.ts';
import { catalogChoice } from '../catalog-choice.ts';
import { defineCommand } from '../define-command.ts';
import { exitCodes } from '../exit-codes.ts';
import { optionalText, textOr } from '../parameters.ts';
import { reporting } from '../reporting.ts';

/**
 * `tinkuy catalog draft`: has a machine translate what nobody has translated, as fuzzy translations that say so. The
 * catalog is written after every round of requests, so that an interruption loses one round, and the next run goes on.
 * The exit code is that of findings where an answer could not be taken.
 */
export const catalogDraftCommand = defineCommand({
  arguments: { project: textOr('.', 'help.project') },
  options: { ...reporting, engine: optionalText('help.optionEngine', '<name>'), ...catalogChoice },
  action: async ({ project: folder, engine: asked, edition, publication, ...options }, context) => {
    const { openFolder } = await import('../open-folder.ts');
    const { chooseEngine } = await import('../choose-engine.ts');
    const { createProgressBar } = await import('../create-progress-bar.ts');
    const { draftCatalog } = await import('../draft-catalog.ts');
    const { hurry } = await import('../hurry.ts');
    const { refuseUnknown } = await import('../refuse-unknown.ts');
    const { reportProject } = await import('../report-project.ts');
    const { patience } = await import('../send-request.ts');
    const { tellReason } = await import('../tell-failure.ts');
    const { terminal, say } = context;
    const { createEngine, engineNames, needsModel } = await import(
      '../../translation/workbench/create-engine.ts'
    );
    const engine = chooseEngine(asked, { createEngine, engineNames, needsModel }, terminal.env);
    const project = openFolder(folder, terminal);
    const { loadFormats } = await import('../../graph/bibliography/load-formats.ts');
    const { openProject } = await import('../../project/open-project.ts');
    const { openWorkbench } = await import('../../translation/workbench/open-workbench.ts');
    const { openDrafts } = await import('../../translation/workbench/draft.ts');
    const { excerpt } = await import('../../rules/excerpt.ts');
    const { value: workbench, diagnostics } = openWorkbench(
      openProject(project.value, { keep: terminal.keep, formats: await loadFormats(project.value) }),
    );
    const { rules } = workbench.configuration;
    const { errors, tell } = await reportProject(project, { diagnostics, rules }, options, context);
    if (errors > 0) return exitCodes.findings;
    const found = [...project.diagnostics, ...diagnostics];
    const choice = { editions: edition, publications: publication };
    const { catalogs, unread, unknown } = openDrafts(workbench, found, choice);
    refuseUnknown(unknown);
    for (const path of unread) tell(`${say('done.unread', { path })}\n`);

    const total = catalogs.reduce((sum, { gaps }) => sum + gaps.length, 0);
    const bar = await createProgressBar(terminal, total);
    const record: ServiceRecord = { failures: 0, hasAnswered: false, lastFailure: undefined };
    const drafting = { engine, patience: hurry(patience, terminal.env), bar, record };
    let missing = 0;
    try {
      for (const catalog of catalogs) {
        const { refused, failed } = await draftCatalog(project.root, catalog, drafting);
        if (record.lastFailure && !record.hasAnswered) throw record.lastFailure;
        missing += refused.length + failed.length;
        bar.stop();
        const drafted = catalog.gaps.length - refused.length - failed.length;
        tell(`${say('done.drafted', { path: catalog.path, drafted })}\n`);
        for (const { msgid, problem } of refused)
          tell(`${say(`done.refused.${problem}`, { msgid: excerpt(msgid) })}\n`);
        for (const { msgid, failure } of failed)
          tell(
            `${say('done.refused.failed', { msgid: excerpt(msgid), answer: tellReason(failure, say) })}\n`,
          );
      }
    } finally {
      bar.stop();
    }
    if (catalogs.length + unread.length === 0) tell(`${say('done.nothingToDraft')}\n`);
    return missing > 0 ? exitCodes.findings : exitCodes.clean;
  },
});
