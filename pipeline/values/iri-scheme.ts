/**
 * Schemes that lead to a page, a message or a name (https://www.iana.org/assignments/uri-schemes), and prefixes of
 * identifiers that are used like one. What a browser would run or show as a page of ours is not among them: javascript,
 * data, vbscript, blob, file.
 */
const safeSchemes: ReadonlySet<string> = new Set(
  (
    'ark cid did doi ftp ftps geo git hdl http https info irc ircs isbn isni issn ldap mailto mid news oai orcid pmid ' +
    'purl ror sip sips sms ssh svn swh tag tel urn wd xmpp'
  ).split(' '),
);

/** Scheme of an address where it is none that is safe to follow; undefined where it is, and for a relative address. */
export function unsafeScheme(address: string): string | undefined {
  // Browsers leave these out before they look for the scheme (https://url.spec.whatwg.org/#url-parsing).
  const cleaned = [...address].filter((char) => char > '\u0020' && char !== '\u007F').join('');
  const scheme = /^([^/?#:]*):/.exec(cleaned)?.[1]?.toLowerCase();
  return scheme === undefined || safeSchemes.has(scheme) ? undefined : scheme;
}
