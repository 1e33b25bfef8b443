import type { Patience } from './send-request.ts';
import type { Terminal } from './terminal.ts';

/** Patience with the pause before the first repetition that TINKUY_WAIT says, in milliseconds: tests do not wait. */
export function hurry(patience: Patience, env: Terminal['env']): Patience {
  const wait = Number(env.TINKUY_WAIT || Number.NaN);
  return Number.isFinite(wait) && wait >= 0 ? { ...patience, firstWait: wait } : patience;
}
