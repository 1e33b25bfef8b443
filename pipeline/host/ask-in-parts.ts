import { HttpFailure } from './http-failure.ts';

/** How a command asks a service about some of many things. */
export interface Asking<T> {
  /**
   * Sends one request about some items and keeps what it says of them.
   *
   * @param isPart whether the items have been asked about before, among more
   * @returns whether that was an answer about these items; false where nobody can tell what of it belongs to which
   * @throws HttpFailure
   */
  ask: (items: readonly T[], isPart: boolean) => Promise<boolean>;
  /** Told of an item that has no answer although it was asked about alone. */
  giveUp: (item: T, failure: HttpFailure | undefined) => void;
}

/** What a service did of late: shared by the requests of a command. */
export interface ServiceRecord {
  /** Requests in a row that failed. */
  failures: number;
  hasAnswered: boolean;
  lastFailure: HttpFailure | undefined;
}

/** Requests in a row after which a service is taken not to work: more than it takes to halve twenty items to one. */
const failuresMax = 8;

/**
 * Asks about items in one request; where a service cannot answer that, in two halves, and so on: one item that a service
 * cannot cope with costs itself, not those beside it.
 *
 * @throws HttpFailure where the failure is not about the items, or too many requests in a row failed
 */
export async function askInParts<T>(
  items: readonly T[],
  asking: Asking<T>,
  record: ServiceRecord,
  isPart = false,
): Promise<void> {
  const failure = await attempt(items, asking, record, isPart);
  if (failure === 'answered') return;
  const [only] = items;
  if (items.length === 1 && only !== undefined) {
    asking.giveUp(only, failure);
    return;
  }
  const half = Math.ceil(items.length / 2);
  for (const part of [items.slice(0, half), items.slice(half)]) {
    await askInParts(part, asking, record, true);
  }
}

async function attempt<T>(
  items: readonly T[],
  { ask }: Asking<T>,
  record: ServiceRecord,
  isPart: boolean,
): Promise<HttpFailure | 'answered' | undefined> {
  try {
    const isWhole = await ask(items, isPart);
    record.failures = 0;
    record.hasAnswered = true;
    return isWhole ? 'answered' : undefined;
  } catch (error) {
    if (!(error instanceof HttpFailure)) throw error;
    record.failures += 1;
    record.lastFailure = error;
    if (error.isOfServer || record.failures >= failuresMax) throw error;
    return error;
  }
}
