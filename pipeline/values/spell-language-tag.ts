/**
 * A language tag in the spelling of BCP 47, whatever its case: "pt-BR", "zh-Hant" (https://www.rfc-editor.org/rfc/rfc5646#section-2.1.1).
 * Libraries that read RDF give tags in lower case, and tinkuy.yaml has them as here.
 */
export function spellLanguageTag(tag: string): string {
  const subtags = tag.toLowerCase().split('-');
  // After a subtag of one letter, which begins an extension, all is in lower case.
  const extension = subtags.findIndex((subtag) => subtag.length === 1);
  return subtags
    .map((subtag, index) => {
      if (index === 0 || (extension >= 0 && index > extension)) return subtag;
      if (subtag.length === 2) return subtag.toUpperCase();
      return /^[a-z]{4}$/.test(subtag) ? subtag.charAt(0).toUpperCase() + subtag.slice(1) : subtag;
    })
    .join('-');
}
