import type { UnknownName } from '../translation/workbench/choose-catalogs.ts';
import { UsageError } from './usage-error.ts';

/** @throws UsageError where the command line names an edition or a publication that the project does not have */
export function refuseUnknown(unknown: UnknownName | undefined): void {
  if (!unknown) return;
  const { option, found, expected } = unknown;
  throw new UsageError('invalidValue', { option, found, expected: expected.join(', ') });
}
