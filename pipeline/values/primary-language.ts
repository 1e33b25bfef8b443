/** First subtag of a language tag or of a locale's name ("pt-BR", "pt_BR.UTF-8"), in lower case. */
export function primaryLanguage(tag: string): string {
  return tag.split(/[-_@.]/, 1)[0]?.toLowerCase() ?? '';
}
