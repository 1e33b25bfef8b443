import { setInterval } from 'node:timers';
import { Worker } from 'node:worker_threads';
import type { EngineAnswer, EngineRequest } from '../linked/query/query-engine.ts';
import { packageRoot } from './package-root.ts';
import type {} from './query-worker.ts';

export interface Bounds {
  /** In seconds, of the whole run. */
  time: number;
  /** What a query may take above what the process has, in MiB. */
  memory: number;
}

/** How often a running query is looked at, in milliseconds. */
const interval = 50;
/** For the result as a text, in MiB of JavaScript's heap; the engine's own memory is outside of it. */
const heapMax = 512;

/**
 * Runs a query on the embedded engine in a thread of its own. The engine keeps its memory where V8 sets it no limit, so
 * the memory of the whole process is watched; the thread is ended where it takes too much, or too long.
 */
export function runQuery(request: EngineRequest, bounds: Bounds): Promise<EngineAnswer> {
  const before = process.memoryUsage.rss();
  const started = performance.now();
  const worker = new Worker(`${packageRoot}lib/host/query-worker.js`, {
    workerData: request,
    resourceLimits: { maxOldGenerationSizeMb: heapMax },
  });
  return new Promise((resolve, reject) => {
    const finish = (answer: EngineAnswer): void => {
      clearInterval(watch);
      void worker.terminate().then(() => resolve(answer));
    };
    const watch = setInterval(() => {
      const taken = (process.memoryUsage.rss() - before) / 1024 / 1024;
      if (taken > bounds.memory) finish({ exceeded: 'memory' });
      else if (performance.now() - started > bounds.time * 1000) finish({ exceeded: 'time' });
    }, interval);
    worker.once('message', finish);
    worker.once('error', (error: NodeJS.ErrnoException) => {
      clearInterval(watch);
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY' || error instanceof RangeError || isTrap(error))
        resolve({ exceeded: 'memory' });
      else reject(error);
    });
  });
}

/** An engine that gets no more memory from the system stops with "unreachable". */
function isTrap(error: Error): boolean {
  return error.name === 'RuntimeError';
}
