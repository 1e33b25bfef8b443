import { minusSigns } from '../minus-signs.ts';

/** A minus at the end of what stands before figures; a hyphen or a dash after a word or a number is no minus. */
export const minusBefore = new RegExp(`(?:^|[\\s([“"«|])([-${minusSigns}])$`);
