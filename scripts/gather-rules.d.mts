export interface GatheredRule {
  id: string;
  severity: string;
  /** Of a rule that is one pattern, as its page has them. */
  pattern: string | undefined;
  expects: string | undefined;
  /** Name that pipeline/rules/quality/<id>.ts exports; undefined for a rule that is not there. */
  quality: string | undefined;
}

export interface Gathered {
  /** Sorted by id. */
  rules: GatheredRule[];
  /** Languages that the tool speaks. */
  languages: string[];
  /** In words, each with the file and what to do. */
  problems: string[];
  /** What is left to be written of a new rule, told in the same way. */
  unfinished: string[];
}

export function gatherRules(root: string): Gathered;
