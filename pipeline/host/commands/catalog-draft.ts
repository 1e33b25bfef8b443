import { excerpt } from '../../rules/excerpt.ts';
import type { TranslationEngine } from '../../translation/draft/engine.ts';
import type { CatalogChoice } from '../../translation/workbench/choose-catalogs.ts';
import type { CatalogDraft, RefusedDraft } from '../../translation/workbench/draft.ts';
import { askInParts, type ServiceRecord } from '../ask-in-parts.ts';
import { chooseEngine } from '../choose-engine.ts';
import type { CommandContext, ReportOptions } from '../command-context.ts';
import { createProgressBar, type ProgressBar } from '../create-progress-bar.ts';
import { exitCodes } from '../exit-codes.ts';
import { fetchJson } from '../fetch-json.ts';
import { HttpFailure } from '../http-failure.ts';
import { hurry } from '../hurry.ts';
import { openProject } from '../open-project.ts';
import { refuseUnknown } from '../refuse-unknown.ts';
import { reportProject } from '../report-project.ts';
import type { Patience } from '../send-request.ts';
import { tellReason } from '../tell-failure.ts';
import { writeFiles } from '../write-files.ts';

type Gap = CatalogDraft['gaps'][number];

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
  const record: ServiceRecord = { failures: 0, hasAnswered: false, lastFailure: undefined };
  const drafting = { engine, patience: hurry(options.patience, terminal.env), bar, record };
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
        tell(`${say('done.refused.failed', { msgid: excerpt(msgid), answer: tellReason(failure, say) })}\n`);
    }
  } finally {
    bar.stop();
  }
  if (catalogs.length === 0) tell(`${say('done.nothingToDraft')}\n`);
  return missing > 0 ? exitCodes.findings : exitCodes.clean;
}

/** Where drafts come from, for all catalogs of a command. */
interface Drafting {
  engine: TranslationEngine;
  patience: Patience;
  bar: ProgressBar;
  record: ServiceRecord;
}

/** Entries that stay without a draft: answers that cannot be taken, and requests without an answer. */
interface Undrafted {
  refused: RefusedDraft[];
  failed: { msgid: string; failure: HttpFailure }[];
}

async function draftCatalog(root: string, catalog: CatalogDraft, drafting: Drafting): Promise<Undrafted> {
  const { path, gaps, apply } = catalog;
  const { engine, bar, record } = drafting;
  const answers = new Map<Gap, string>();
  const failed: Undrafted['failed'] = [];
  const ask = async (batch: readonly Gap[], isPart: boolean): Promise<boolean> => {
    const texts = await askEngine(batch, catalog, drafting, isPart);
    // Of more or fewer answers than questions nobody can tell which belongs to which.
    if (texts.length !== batch.length) return false;
    batch.forEach((gap, index) => void answers.set(gap, texts[index] ?? ''));
    bar.advance(batch.length);
    return true;
  };
  const giveUp = (gap: Gap, failure: HttpFailure | undefined) => {
    if (failure) failed.push({ msgid: gap.entry.msgid, failure });
    else answers.set(gap, '');
    bar.advance(1);
  };
  const round = engine.batchSize * engine.parallel;
  let { text } = catalog;
  for (let start = 0; start < gaps.length; start += round) {
    const batches = cut(gaps.slice(start, start + round), engine.batchSize);
    const results = await Promise.allSettled(
      batches.map((batch) => askInParts(batch, { ask, giveUp }, record)),
    );
    const next = apply(answers, engine.name).text;
    if (next !== text) writeFiles(root, [{ path, text: next, before: text }]);
    text = next;
    const stop = results.find((result) => result.status === 'rejected');
    if (stop) throw stop.reason;
  }
  return { refused: apply(answers, engine.name).refused, failed };
}

function cut<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

/** The translations that an engine gives, undefined where one is none. @throws HttpFailure */
async function askEngine(
  batch: readonly Gap[],
  { languages }: CatalogDraft,
  { engine, patience }: Drafting,
  isPart: boolean,
): Promise<(string | undefined)[]> {
  const segments = batch.map(({ segment }) => segment);
  const { url, headers, body } = engine.request(segments, languages);
  const words = { key: 'engine', values: { url } };
  const { json, said } = await fetchJson(
    {
      method: 'POST',
      url,
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
      words,
    },
    { ...patience, retries: isPart ? Math.min(1, patience.retries) : patience.retries },
  );
  const reading = engine.read(json, segments);
  if ('texts' in reading) return reading.texts;
  const key = reading.fault === 'cut' ? 'cutAnswer' : 'noTranslations';
  throw new HttpFailure(words, { key, values: { found: said } }, false);
}
