import type { Diagnostic } from '../../model.ts';
import type { Finding } from '../finding.ts';
import type { RulePage } from './rule-page.ts';

/** The words of a report in the reader's language; host/words.ts makes them from locales/<lang>/. */
export interface ReportWords {
  /** What should hold and what was found. */
  message: (finding: Diagnostic) => string;
  /** The next step; '' where the rule has none. */
  help: (finding: Diagnostic) => string;
  /** Text of the report itself, by its key in locales/<lang>/cli.json. */
  say: (key: string, values?: Record<string, string | number>) => string;
}

/** All that a reporter needs; every reporter is a function from this to text. */
export interface Report {
  /** Sorted, with severities settled. */
  findings: Finding[];
  words: ReportWords;
  /**
   * Path of a project's file as the reader would type it, relative to the folder the tool was started in; for a program that
   * shows the findings of a repository, relative to the root of that.
   */
  show: (path: string) => string;
  /** Text of a file of the project, for code frames; undefined where it could not be read. */
  read: (path: string) => string | undefined;
  /** Where the page of a rule can be read on this machine. */
  page: (rule: string) => string;
  /** Public address of a rule's page; undefined where the project names none. */
  address: (rule: string) => string | undefined;
  /** What the page of a rule says; undefined for a rule of the project's own. */
  explain: (rule: string) => RulePage | undefined;
  /** What each finding is known by from run to run (`fingerprintsOf`). */
  fingerprints: () => readonly string[];
  /** Version of tinkuy. */
  version: string;
}
