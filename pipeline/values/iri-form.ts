/** Characters beyond ASCII that an IRI may have: those of RFC 3987, 2.2, without the signs of direction that 4.1 forbids. */
const beyond =
  '\\u{A0}-\\u{61B}\\u{61D}-\\u{200D}\\u{2010}-\\u{2029}\\u{202F}-\\u{2065}\\u{206A}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{FDF0}-\\u{FFEF}' +
  Array.from({ length: 14 }, (_, index) => {
    const plane = (index + 1).toString(16);
    // What tags characters, at the start of plane 14, is not among them.
    return `\\u{${plane}${plane === 'e' ? '1000' : '0000'}}-\\u{${plane}FFFD}`;
  }).join('');
/** For private use, in queries only. */
const privateUse = '\\u{E000}-\\u{F8FF}\\u{F0000}-\\u{FFFFD}\\u{100000}-\\u{10FFFD}';
const common = `A-Za-z0-9\\-._~!$&'()*+,;=:@${beyond}`;
const encoded = '%[0-9A-Fa-f]{2}';
const pathChars = `(?:[${common}/]|${encoded})*`;
const host = `(?:\\[[0-9A-Fa-f:.]+\\]|(?:[${common.replace(':@', '')}]|${encoded})*)`;
const authority = `(?:(?:[${common.replace('@', '')}]|${encoded})*@)?${host}(?::[0-9]*)?`;
const iri = new RegExp(
  `^[A-Za-z][A-Za-z0-9+.-]*:(?://${authority}(?:/${pathChars})?|(?!//)${pathChars})` +
    `(?:\\?(?:[${common}/?${privateUse}]|${encoded})*)?(?:#(?:[${common}/?]|${encoded})*)?$`,
  'u',
);
const ofQueries = new RegExp(`[${privateUse}]`, 'u');
const allowed = new RegExp(`[${common}/?]`, 'u');

/**
 * Whether a text is an absolute IRI (https://www.rfc-editor.org/rfc/rfc3987#section-2.2), as RDF has addresses, that browsers can
 * follow. Spaces of other scripts, which that grammar lets pass, are none.
 */
export function isIri(text: string): boolean {
  return iri.test(text) && !/\s/.test(text) && URL.canParse(text);
}

/**
 * An address as browsers take it, with what an IRI may not have percent-encoded (RFC 3987, 3.1): spaces, brackets outside of a
 * host, signs of direction, a percent sign that encodes nothing, a second "#".
 */
export function encodeIri(address: string): string {
  const [, head = '', rest = address] =
    /^([A-Za-z][A-Za-z0-9+.-]*:(?:\/\/[^/?#]*)?)([\s\S]*)$/.exec(address) ?? [];
  let hasFragment = false;
  const encode = (sign: string, at: number): string => {
    if (sign === '%') return /^%[0-9A-Fa-f]{2}/.test(rest.slice(at)) ? sign : '%25';
    if (sign === '#' && !hasFragment) {
      hasFragment = true;
      return sign;
    }
    const isInQuery = !hasFragment && rest.lastIndexOf('?', at) >= 0;
    if (isInQuery && ofQueries.test(sign)) return sign;
    return allowed.test(sign) && !/\s/.test(sign) ? sign : percentEncode(sign);
  };
  return head + rest.replace(/[\s\S]/gu, encode);
}

/** The address of a DOI, whose name may have what an address may not (https://www.doi.org/doi-handbook/HTML/encoding-rules-for-urls.html). */
export function doiAddress(doi: string): string {
  return encodeIri(`https://doi.org/${doi.replace(/%(?![0-9A-Fa-f]{2})|[?#]/g, percentEncode)}`);
}

/** Half of a surrogate pair, which has no bytes, is the sign that stands for what cannot be written. */
function percentEncode(sign: string): string {
  const bytes = new TextEncoder().encode(sign);
  return Array.from(bytes, (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}
