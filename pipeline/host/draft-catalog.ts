import type { TranslationEngine } from '../translation/draft/engine.ts';
import type { CatalogDraft, RefusedDraft } from '../translation/workbench/draft.ts';
import { askInParts, type ServiceRecord } from './ask-in-parts.ts';
import type { ProgressBar } from './create-progress-bar.ts';
import { fetchJson } from './fetch-json.ts';
import { HttpFailure } from './http-failure.ts';
import type { Patience } from './send-request.ts';
import { writeFiles } from './write-files.ts';

type Gap = CatalogDraft['gaps'][number];

/** Where drafts come from, for all catalogs of a command. */
export interface Drafting {
  engine: TranslationEngine;
  patience: Patience;
  bar: ProgressBar;
  record: ServiceRecord;
}

/** Entries that stay without a draft: answers that cannot be taken, and requests without an answer. */
export interface Undrafted {
  refused: RefusedDraft[];
  failed: { msgid: string; failure: HttpFailure }[];
}

/**
 * Asks an engine for what a catalog lacks, and writes the catalog after every round of requests.
 * @throws HttpFailure where the engine is of no more use
 */
export async function draftCatalog(
  root: string,
  catalog: CatalogDraft,
  drafting: Drafting,
): Promise<Undrafted> {
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
