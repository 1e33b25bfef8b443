/**
 * What people write for a minus, besides the hyphen of a keyboard, as a part of a class of a pattern: hyphens, dashes of the length
 * of a figure or of an en, the minus and its variants. A longer dash parts sentences.
 */
export const minusSigns = '\u2010-\u2013\u2212\u2796\ufe63\uff0d';
