import { choice, flag } from './parameters.ts';

/** The options of commands that print findings. */
export const reporting = {
  strict: flag('help.optionStrict'),
  reporter: choice(['terminal', 'json', 'github', 'sarif'], 'terminal', 'help.optionReporter'),
};

/** What they say. */
export type ReportOptions = {
  [Name in keyof typeof reporting]: ReturnType<(typeof reporting)[Name]['read']>;
};
