/** The command line says something that tinkuy does not know: exit code 2. */
export class UsageError extends Error {
  /** Key of the sentence under "usage" in locales/<lang>/cli.json. */
  readonly key: string;
  readonly values: Record<string, string>;

  constructor(key: string, values: Record<string, string>) {
    super(`${key} ${JSON.stringify(values)}`);
    this.name = 'UsageError';
    this.key = key;
    this.values = values;
  }
}
