import type { Manifest } from './read-manifest.ts';

/** What an address may not have (https://www.rfc-editor.org/rfc/rfc3987#section-2.2 and 4.1). */
const unusable = /[\p{Cc}\p{Bidi_Control}\p{Zs}\p{Zl}\p{Zp}<>"{}|\\^`]/gu;

/**
 * Address of an entity that a service names by its id: the id itself where it is an IRI; else the identifier space with the
 * id, where the space is the beginning of addresses; else the address of its page. Some services write any IRI as their
 * identifier space, so that a space that ends within a word is taken for a beginning only where there is no page.
 *
 * @returns undefined where no address can be made of them
 */
export function entityAddress(id: string, manifest: Manifest): string | undefined {
  // Half of a surrogate pair is no character and has no bytes.
  if (/\p{Cs}/u.test(id)) return undefined;
  const address = addressOf(id, manifest).replace(unusable, encodeURIComponent);
  return isIri(address) && URL.canParse(address) ? address : undefined;
}

/** Beginnings of all addresses that entities of a service can have. */
export function addressBeginnings({ identifierSpace, view }: Manifest): string[] {
  return [identifierSpace, view?.split('{{id}}', 1)[0] ?? ''].filter(isIri);
}

function addressOf(id: string, { identifierSpace, view, encodesIds }: Manifest): string {
  if (isIri(id)) return id;
  const isBeginning = /[/#?&=:]$/.test(identifierSpace);
  if (isBeginning || view === undefined) return identifierSpace + id;
  return view.replaceAll('{{id}}', () => (encodesIds ? encodeURIComponent(id) : id));
}

function isIri(text: string): boolean {
  return /^(?:https?:\/\/[^/]|urn:[a-z0-9])/i.test(text);
}
