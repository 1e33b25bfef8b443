/** The thread that a query runs in, so that it can be ended: run-query.ts starts it. */
import { parentPort, workerData } from 'node:worker_threads';
import oxigraph from 'oxigraph';
import type { EngineAnswer, EngineRequest } from '../linked/query/query-engine.ts';

parentPort?.postMessage(answer(workerData as EngineRequest));

function answer({ data, query, spaced, accept }: EngineRequest): EngineAnswer {
  const store = new oxigraph.Store();
  // A mistake shows on an empty store at once.
  const mistake = findMistake(new oxigraph.Store(), query) && findMistake(new oxigraph.Store(), spaced);
  if (mistake !== undefined) return { mistake };
  for (const text of data) store.load(text, { format: 'application/n-triples' });
  try {
    return { text: String(store.query(query, { results_format: accept })) };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}

/** What the engine says where a text is no SPARQL; undefined where it is. */
function findMistake(store: InstanceType<typeof oxigraph.Store>, query: string): string | undefined {
  try {
    store.query(query);
    return undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    return message.startsWith('error at ') ? message : undefined;
  }
}
