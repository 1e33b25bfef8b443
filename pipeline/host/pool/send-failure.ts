import { HostFailure } from '../host-failure.ts';
import { HttpFailure } from '../http-failure.ts';
import type { SentFailure } from './text-task.ts';

/** A failure for another process, which has the words. */
export function sendFailure(failure: HostFailure): SentFailure {
  const { key, values } = failure;
  return failure instanceof HttpFailure ? { key, values, reason: failure.reason } : { key, values };
}

/** The failure that another process sent. */
export function receiveFailure({ key, values, reason }: SentFailure): HostFailure {
  return reason ? new HttpFailure({ key, values }, reason, true) : new HostFailure(key, values);
}
