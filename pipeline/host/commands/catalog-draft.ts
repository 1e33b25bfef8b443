import type { Engine } from '../../translation/draft/engine.ts';
import type { CatalogDraft, RefusedDraft } from '../../translation/workbench/draft.ts';
import { catalogChoice } from '../catalog-choice.ts';
import type { ProgressBar } from '../create-progress-bar.ts';
import { defineCommand } from '../define-command.ts';
import { exitCodes } from '../exit-codes.ts';
import { text, textOr } from '../parameters.ts';
import { reporting } from '../reporting.ts';
import type { Patience } from '../send-request.ts';

/**
 * `tinkuy catalog draft`: has a machine translate what nobody has translated, as fuzzy translations that say so. The
 * catalog is written after every round of requests, so that an interruption loses one round, and the next run goes on.
 * The exit code is that of findings where an answer could not be taken.
 */
export const catalogDraftCommand = defineCommand({
  arguments: { project: textOr('.', 'help.project') },
  options: { ...reporting, engine: text('help.optionEngine', '<name>'), ...catalogChoice },
  action: async ({ project: folder, engine: asked, edition, publication, ...options }, context) => {
    const { openFolder } = await import('../open-folder.ts');
    const { chooseEngine } = await import('../choose-engine.ts');
    const { createProgressBar } = await import('../create-progress-bar.ts');
    const { refuseUnknown } = await import('../refuse-unknown.ts');
    const { reportProject } = await import('../report-project.ts');
    const { hurry } = await import('../hurry.ts');
    const { patience } = await import('../send-request.ts');
    const engines = await import('../../translation/workbench/create-engine.ts');
    const { terminal, say } = context;
    const engine = chooseEngine(asked, engines, terminal.env);
    const project = openFolder(folder, terminal.cwd);
    const { openProject } = await import('../../project/open-project.ts');
    const { openWorkbench } = await import('../../translation/workbench/open-workbench.ts');
    const { openDrafts } = await import('../../translation/workbench/draft.ts');
    const { excerpt } = await import('../../rules/excerpt.ts');
    const { value: workbench, diagnostics } = openWorkbench(openProject(project.value));
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
    let refusals = 0;
    try {
      for (const catalog of catalogs) {
        const refused = await draftCatalog(project.root, catalog, engine, hurry(patience, terminal.env), bar);
        refusals += refused.length;
        bar.stop();
        const counts = { path: catalog.path, drafted: catalog.gaps.length - refused.length };
        tell(`${say('done.drafted', counts)}\n`);
        for (const { msgid, problem } of refused)
          tell(`${say(`done.refused.${problem}`, { msgid: excerpt(msgid) })}\n`);
      }
    } finally {
      bar.stop();
    }
    if (catalogs.length + unread.length === 0) tell(`${say('done.nothingToDraft')}\n`);
    return refusals > 0 ? exitCodes.findings : exitCodes.clean;
  },
});

async function draftCatalog(
  root: string,
  catalog: CatalogDraft,
  engine: Engine,
  patience: Patience,
  bar: ProgressBar,
): Promise<RefusedDraft[]> {
  const { sendRequest } = await import('../send-request.ts');
  const { writeFiles } = await import('../write-files.ts');
  const { path, gaps, languages, apply } = catalog;
  const answers = new Map<CatalogDraft['gaps'][number], string>();
  const round = engine.batchSize * engine.parallel;
  let { text } = catalog;
  for (let start = 0; start < gaps.length; start += round) {
    const batches: (typeof gaps)[] = [];
    const end = Math.min(start + round, gaps.length);
    for (let at = start; at < end; at += engine.batchSize)
      batches.push(gaps.slice(at, Math.min(at + engine.batchSize, end)));
    const results = await Promise.allSettled(
      batches.map(async (batch) => {
        const segments = batch.map(({ segment }) => segment);
        const answer = await sendRequest(engine.request(segments, languages), patience);
        const texts = engine.read(answer, segments) ?? [];
        // Of more or fewer answers than questions nobody can tell which belongs to which.
        const isWhole = texts.length === batch.length;
        batch.forEach((gap, index) => void answers.set(gap, (isWhole && texts[index]) || ''));
        bar.advance(batch.length);
      }),
    );
    const next = apply(answers, engine.name).text;
    if (next !== text) writeFiles(root, [{ path, text: next, before: text }]);
    text = next;
    const failed = results.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
  }
  return apply(answers, engine.name).refused;
}
