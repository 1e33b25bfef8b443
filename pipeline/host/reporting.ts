import { addressPattern, choice, flag } from './parameters.ts';

/** The options of commands that print findings. */
export const reporting = {
  strict: flag('help.optionStrict'),
  reporter: choice(
    ['terminal', 'json', 'github', 'gitlab', 'sarif', 'junit', 'rdjson'],
    'terminal',
    'help.optionReporter',
  ),
  rulePages: addressPattern('help.optionRulePages', 'rule'),
};

/** What they say. */
export type ReportOptions = {
  [Name in keyof typeof reporting]: ReturnType<(typeof reporting)[Name]['read']>;
};

/** Findings for a person who asked something else. */
export const forPeople: ReportOptions = { strict: false, reporter: 'terminal', rulePages: undefined };
