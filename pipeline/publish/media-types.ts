/** Media types of what is published, as https://www.iana.org/assignments/media-types registers them, or as its makers name it. */
export const markdownType = 'text/markdown; charset=utf-8; variant=GFM';
export const jsonType = 'application/json';
export const jsonldType = 'application/ld+json';
export const turtleType = 'text/turtle; charset=utf-8';
export const htmlType = 'text/html; charset=utf-8';
export const csvType = 'text/csv; charset=utf-8; header=present';
export const csvwType = 'application/csvm+json';
export const cslType = 'application/vnd.citationstyles.csl+json';
export const biblatexType = 'text/x-bibtex; charset=utf-8';
export const plainTextType = 'text/plain; charset=utf-8';
export const ntriplesType = 'application/n-triples';
export const nquadsType = 'application/n-quads';

/** A media type without its parameters. */
export function bareType(mediaType: string): string {
  return mediaType.split(';', 1)[0] ?? mediaType;
}
