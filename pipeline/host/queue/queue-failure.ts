import { HostFailure } from '../host-failure.ts';
import { reasonOf } from '../reason-of.ts';

/** What Redis says, and the key under "failure" in locales/<lang>/cli.json that tells what to do about it. */
const meanings: [said: RegExp, key: string][] = [
  [/NOAUTH|WRONGPASS|NOPERM|invalid (?:username|password)|without any password configured/i, 'queueRefused'],
  [/\bOOM\b|maxmemory/, 'queueFull'],
  [/MISCONF|READONLY|LOADING|MASTERDOWN/, 'queueNoWrite'],
  [/unknown command|Redis version needs/i, 'queueOld'],
];

/** An error of the queue's client as a failure that its reader can do something about. The address has no secret in it. */
export function queueFailure(error: unknown, address: string): HostFailure {
  if (error instanceof HostFailure) return error;
  const reason = reasonOf(error).split('\n')[0] ?? '';
  const [, key = 'queueUnreachable'] = meanings.find(([said]) => said.test(reason)) ?? [];
  return new HostFailure(key, { address, reason }, error);
}
