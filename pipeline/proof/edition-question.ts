import type { Configuration, Edition, TextSources } from '../model.ts';

/**
 * What an edition was read from, places and all, as a question that stages recall their findings under: the text, the edition's
 * catalog, and what tinkuy.yaml says. What they hold it against is theirs to add.
 */
export function editionQuestion(
  { article, catalogs, page }: TextSources,
  { language, tag }: Edition,
  configuration: Configuration,
): string[] {
  const { path, text } = catalogs.get(language) ?? { path: '', text: '' };
  const said = JSON.stringify([language, tag, configuration, page]);
  return [article.path, article.text, path, text, said];
}
