import type { Document } from '../model.ts';

/** The labels that a document has definitions of links for. */
export function listLabels({ definitions = [] }: Pick<Document, 'definitions'>): string[] {
  return definitions.map(({ label, identifier }) => label ?? identifier);
}
