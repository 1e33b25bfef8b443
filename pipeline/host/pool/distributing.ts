import { atLeastOne, optionalText } from '../parameters.ts';

/** The options of a build whose texts are built by others. */
export const distributing = {
  workers: atLeastOne('help.optionWorkers'),
  shard: optionalText('help.optionShard', '<part>'),
  queue: optionalText('help.optionQueue', '<address>'),
  store: optionalText('help.optionStore', '<folder>'),
  patience: atLeastOne('help.optionPatience'),
};
