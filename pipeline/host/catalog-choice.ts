import { textList } from './parameters.ts';

/** The options of commands that work on some catalogs. */
export const catalogChoice = {
  edition: textList('help.optionEdition', '<language>'),
  publication: textList('help.optionPublication', '<name>'),
};
