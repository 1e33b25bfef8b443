import { list } from './parameters.ts';

/** The options of commands that work on some catalogs. */
export const catalogChoice = {
  edition: list('help.optionEdition', '<language>'),
  publication: list('help.optionPublication', '<name>'),
};
