/** Markup that CSL-JSON allows in texts (https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html). */
const markup = /<\/?(?:i|b|em|strong|sup|sub|sc|span)(?:\s[^<>]*)?>/g;

/** A text of CSL-JSON without markup: "<i>Titicaca</i>" is "Titicaca". */
export function plainTitle(text: string): string {
  return text.replace(markup, '');
}
