/**
 * Names of XLIFF 2.1 (https://docs.oasis-open.org/xliff/xliff-core/v2.1/os/xliff-core-v2.1-os.html) and 1.2
 * (https://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html).
 */
export const xliffNames = {
  core12: 'urn:oasis:names:tc:xliff:document:1.2',
  core: 'urn:oasis:names:tc:xliff:document:2.0',
  its: 'http://www.w3.org/2005/11/its',
  glossary: 'urn:oasis:names:tc:xliff:glossary:2.0',
  /** Of our own attributes, which other tools keep and do not read. */
  own: 'urn:tinkuy:exchange:1',
  /** On a unit: state and digest of the translation as it was exported. */
  stamp: 'tinkuy:exported',
  /** On a segment: a translation that nobody has confirmed. */
  fuzzy: 'tinkuy:fuzzy',
} as const;

/** Categories of the notes that we write; a note with another one is a translator's. */
export const noteCategories = {
  location: 'location',
  description: 'description',
  previous: 'previous-source',
  remark: 'remark',
} as const;

/** Whom notes of XLIFF 1.2, which have no category, are from; one from somebody else is a translator's. */
export const noteAuthors = {
  /** The usual name, which `xliff2po` makes `#.` of. */
  description: 'developer',
  previous: 'previous-source',
  remark: 'translator',
} as const;
