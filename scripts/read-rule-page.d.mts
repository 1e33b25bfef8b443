/** Files laid over a base project; those without text are taken away. */
export type Example = Map<string, string | undefined>;

/** A page of docs/rules/. */
export interface RulePage {
  /** The front matter as it stands there, unchecked. */
  settings: Record<string, unknown>;
  title: string;
  /** Headings of the second level. */
  headings: string[];
  /** Whether something stands between title and first heading. */
  explanation: boolean;
  fails: Example[];
  passes: Example[];
  /** Headings under which something else than an example stands. */
  described: string[];
}

export function readRulePage(markdown: string): RulePage;
