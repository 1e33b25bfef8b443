/** Variables of CSL 1.0.2 that hold names (https://docs.citationstyles.org/en/stable/specification.html#name-variables). */
export const nameVariables: ReadonlySet<string> = new Set(
  (
    'author chair collection-editor compiler composer container-author contributor curator director editor ' +
    'editor-translator editorial-director executive-producer guest host illustrator interviewer narrator organizer ' +
    'original-author performer producer recipient reviewed-author script-writer series-creator translator'
  ).split(' '),
);

/** Variables of CSL 1.0.2 that hold dates. */
export const dateVariables: ReadonlySet<string> = new Set([
  'accessed',
  'available-date',
  'event-date',
  'issued',
  'original-date',
  'submitted',
]);

/** Members of an item that are no text in CSL-JSON, and that styles do not print. */
export const structuredMembers: ReadonlySet<string> = new Set(['categories', 'custom']);

/** Variables of CSL 1.0.2 that hold texts or numbers and that a line of a note may give. */
export const textVariables: ReadonlySet<string> = new Set(
  (
    'annote archive archive_collection archive_location archive-place authority call-number chapter-number ' +
    'citation-number collection-number collection-title container-title container-title-short dimensions division DOI ' +
    'edition event-place event-title genre ISBN ISSN issue jurisdiction keyword language license locator medium number ' +
    'number-of-pages number-of-volumes original-publisher original-publisher-place original-title page part-number ' +
    'part-title printing-number publisher publisher-place references reviewed-genre reviewed-title scale section source ' +
    'status supplement-number title-short URL version volume volume-title volume-title-short year-suffix'
  ).split(' '),
);
