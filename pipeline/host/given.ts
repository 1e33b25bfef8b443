import { type ReportOptions, reporters } from './command-context.ts';
import { UsageError } from './usage-error.ts';

/** Options as commander hands them over. */
export interface Given {
  color?: boolean;
  strict?: boolean;
  reporter?: string;
  check?: boolean;
  engine?: string;
  edition?: string[];
  format?: string;
  output?: string;
  force?: boolean;
  project?: string;
  publication?: string[];
  all?: boolean;
  line?: string[];
  dryRun?: boolean;
  overwrite?: boolean;
  labels?: string;
  memory?: string;
  timeout?: string;
  endpoint?: string;
  auth?: string;
  user?: string;
  graphParameter?: string;
  verify?: string;
  service?: string;
  language?: string;
  type?: string[];
}

/** @throws UsageError */
export function reporting({ strict, reporter = 'terminal' }: Given): ReportOptions {
  return { strict: strict === true, reporter: oneOf('--reporter', reporter, reporters) };
}

/** @throws UsageError where an option's value is not one that it can have */
export function oneOf<const T extends string>(option: string, found: string, allowed: readonly T[]): T {
  const known = allowed.find((candidate): candidate is T => candidate === found);
  if (known === undefined) {
    throw new UsageError('invalidValue', { option, found, expected: allowed.join(', ') });
  }
  return known;
}

/** @throws UsageError where an option's value is no number above 0 */
export function positive(option: string, found: string): number {
  const value = /^\d+(?:\.\d+)?$/.test(found) ? Number(found) : 0;
  if (!(value > 0 && Number.isFinite(value))) throw new UsageError('noNumber', { option, found });
  return value;
}

/** The values of an option that may be given several times, or as a list with commas. */
export function listed(values: readonly string[] = []): string[] {
  return values.flatMap((value) => value.split(',')).filter((value) => value !== '');
}

/** What commander does with an option that may be given several times; a list would take the argument after it too. */
export function collect(value: string, before: string[] = []): string[] {
  return [...before, value];
}
