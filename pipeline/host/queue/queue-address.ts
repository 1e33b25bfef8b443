import { UsageError } from '../usage-error.ts';

/** Where a queue is. */
export interface QueueAddress {
  /** With its secret: for the client alone. */
  url: string;
  /** As it may be printed. */
  shown: string;
}

/** Has the password, where the address has none: an address stands in lists of processes and in histories. */
const passwordVariable = 'TINKUY_QUEUE_PASSWORD';

/** @throws UsageError for what is no address of Redis */
export function readQueueAddress(
  given: string,
  env: Readonly<Record<string, string | undefined>>,
): QueueAddress {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (!url || !/^rediss?:$/.test(url.protocol) || url.hostname === '' || !/^(?:\/\d*)?$/.test(url.pathname))
    throw new UsageError('noQueue', { found: hideSecret(given) });
  const password = env[passwordVariable];
  if (url.password === '' && password) url.password = encodeURIComponent(password);
  const shown = new URL(url);
  [shown.username, shown.password] = ['', ''];
  return { url: url.href, shown: shown.href };
}

/** Nothing before an @ is shown of what may be an address. */
function hideSecret(given: string): string {
  return given.replace(/^.*@/, '…@');
}
