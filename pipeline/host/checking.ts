import { inspecting } from './inspecting.ts';
import { countFromZero, flag, optionalText, textIfAny } from './parameters.ts';

/** The options of `check`: those of all that inspect a project, and what a team may leave for later. */
export const checking = {
  ...inspecting,
  baseline: optionalText('help.optionBaseline', '<file>'),
  writeBaseline: flag('help.optionWriteBaseline'),
  changed: textIfAny('help.optionChanged', '[ref]'),
  maxWarnings: countFromZero('help.optionMaxWarnings'),
};

/** What they say. */
export type CheckOptions = {
  [Name in keyof typeof checking]: ReturnType<(typeof checking)[Name]['read']>;
};
