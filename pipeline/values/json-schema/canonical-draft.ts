/** Drafts that are read, by what their addresses have of the name; none is the latest, as http://json-schema.org/schema# was. */
const drafts: ReadonlyMap<string, string> = new Map([
  ['', 'https://json-schema.org/draft/2020-12/schema'],
  ['draft/2020-12', 'https://json-schema.org/draft/2020-12/schema'],
  ['draft/2019-09', 'https://json-schema.org/draft/2019-09/schema'],
  ['draft-07', 'http://json-schema.org/draft-07/schema#'],
  ['draft-06', 'http://json-schema.org/draft-06/schema#'],
  ['draft-04', 'http://json-schema.org/draft-04/schema#'],
]);
const spelling = /^https?:\/\/(?:www\.)?json-schema\.org\/(?:(draft[-/][^/#]+)\/)?(?:hyper-)?schema\/?#?$/;

/** Addresses of the drafts that are read, the latest first. */
export const readDrafts: readonly string[] = [...new Set(drafts.values())];

/**
 * The address of the draft that `$schema` means, as the draft itself writes it: with http or https, with or without an empty fragment,
 * with the links of a hyper-schema. Any other address stays as it is.
 */
export function canonicalDraft(address: string): string {
  const found = spelling.exec(address);
  return (found && drafts.get(found[1] ?? '')) ?? address;
}
