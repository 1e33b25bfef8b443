import { flag, unless } from './parameters.ts';
import { reporting } from './reporting.ts';

/** The options of commands that go through all stages and print what they found. */
export const inspecting = {
  ...reporting,
  cache: unless('help.optionNoCache'),
  explain: flag('help.optionExplain'),
  timings: flag('help.optionTimings'),
};

/** What they say. */
export type InspectOptions = {
  [Name in keyof typeof inspecting]: ReturnType<(typeof inspecting)[Name]['read']>;
};
