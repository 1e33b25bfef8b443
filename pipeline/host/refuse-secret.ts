import { UsageError } from './usage-error.ts';

/**
 * A secret in an address ends in logs and histories.
 * @param name of the option or variable that has the address
 * @throws UsageError where an address has a user or a secret in it
 */
export function refuseSecret(name: string, address: string): void {
  const { username, password } = new URL(address);
  if (username !== '' || password !== '') throw new UsageError('secretInAddress', { name });
}
