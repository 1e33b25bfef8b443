import { excerpt } from '../../rules/excerpt.ts';
import type { TranslationEngine } from '../../translation/draft/engine.ts';
import type { CatalogChoice } from '../../translation/workbench/choose-catalogs.ts';
import type { CatalogDraft, RefusedDraft } from '../../translation/workbench/draft.ts';
import { chooseEngine } from '../choose-engine.ts';
import type { CommandContext, ReportOptions } from '../command-context.ts';
import { createProgressBar, type ProgressBar } from '../create-progress-bar.ts';
import { exitCodes } from '../exit-codes.ts';
import { openProject } from '../open-project.ts';
import { refuseUnknown } from '../refuse-unknown.ts';
import { reportProject } from '../report-project.ts';
import { type Patience, sendRequest } from '../send-request.ts';
import { writeFiles } from '../write-files.ts';

/** What `tinkuy catalog draft` is asked. */
export interface DraftOptions extends ReportOptions, CatalogChoice {
  engine: string | undefined;
  patience: Patience;
}

/**
 * `tinkuy catalog draft`: has a machine translate what nobody has translated, as fuzzy translations that say so. The
 * catalog is written after every round of requests, so that an interruption loses one round, and the next run goes on.
 * Returns the exit code: that of findings where an answer could not be taken.
 */
export async function draftCatalogs(
  folder: string,
  options: DraftOptions,
  context: CommandContext,
): Promise<number> {
  const { terminal, say, ways } = context;
  const engine = chooseEngine(options.engine, await ways.engines(), terminal.env);
  const project = openProject(folder, terminal.cwd);
  const openDrafts = await ways.openDrafts();
  const { value, diagnostics } = openDrafts(project.value, options);
  const tell = await reportProject(project, diagnostics, options, context);
  if (tell === undefined) return exitCodes.findings;
  const { catalogs, unknown } = value;
  refuseUnknown(unknown);

  const total = catalogs.reduce((sum, { gaps }) => sum + gaps.length, 0);
  const bar = await createProgressBar(terminal, total);
  let refusals = 0;
  try {
    for (const catalog of catalogs) {
      const refused = await draftCatalog(project.root, catalog, engine, options.patience, bar);
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
  if (catalogs.length === 0) tell(`${say('done.nothingToDraft')}\n`);
  return refusals > 0 ? exitCodes.findings : exitCodes.clean;
}

async function draftCatalog(
  root: string,
  catalog: CatalogDraft,
  engine: TranslationEngine,
  patience: Patience,
  bar: ProgressBar,
): Promise<RefusedDraft[]> {
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
