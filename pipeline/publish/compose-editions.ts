import type { CitationStyle, Edition, Language, PlainText, Publication } from '../model.ts';
import { writePlainText } from '../text/write-plain-text.ts';
import { createCitationReaders } from '../values/create-citation-readers.ts';
import type { ComposedPublication, PublishingContext } from './drawing.ts';
import type { EditionServices } from './markdown/services.ts';
import { type ComposedEdition, composeEdition } from './markdown.ts';
import { listLinks } from './outputs/list-links.ts';
import { registerPath } from './outputs/register.ts';
import { createReferences, type References } from './references.ts';

/** The editions of a publication as readers get them, with their plain texts. */
export async function composeEditions(
  publication: Publication,
  context: PublishingContext,
): Promise<ComposedPublication> {
  const services = await createEditionServices(publication, context);
  const recompose = (edition: Edition): ComposedEdition => {
    const own = services.get(edition.language);
    if (!own) throw new Error(`${publication.name} has no edition in ${edition.language}`);
    return composeEdition(publication, edition, own);
  };
  const editions = publication.editions.map(recompose);
  return { editions, texts: writePlainTexts(editions, publication), recompose };
}

/** What writing each edition needs, by language. */
async function createEditionServices(
  publication: Publication,
  { configuration, vocabulary, wordsOf, styles, services: own }: PublishingContext,
): Promise<Map<Language, EditionServices>> {
  const { editions, graph } = publication;
  const source = editions.find(({ isSource }) => isSource);
  const links = listLinks(publication);
  const items = JSON.stringify(
    [...graph.entities.values()].flatMap(({ id, csl }) => (csl ? [[id, csl]] : [])),
  );
  const words = [...styles.keys()].map((language) => wordsOf(language).citations);
  const readersOf = own.keep('readers of citations', [styles, ...words], () =>
    createCitationReaders(styles, wordsOf),
  );
  const services = new Map<Language, EditionServices>();
  const used = new Map(
    editions.map(({ language }) => [
      language,
      { style: styles.get(language) as CitationStyle, words: wordsOf(language).citations },
    ]),
  );
  const read = [...used.values()].flatMap(({ style, words }) => [style, JSON.stringify(words)]);
  const lists = await own.keep(`references ${publication.name}`, [items, ...read], () =>
    createReferences(graph.entities.values(), used, source?.language ?? '', own),
  );
  for (const { language } of editions) {
    const references = lists.get(language) as References;
    const { writer, t } = wordsOf(language);
    const { writer: sourceWriter } = wordsOf(source?.language ?? language);
    services.set(language, {
      configuration,
      vocabulary,
      writer,
      sourceWriter,
      t,
      references,
      ...readersOf(language),
      links,
      registerPath: (other) => registerPath(publication, other),
    });
  }
  return services;
}

function writePlainTexts(
  composed: readonly ComposedEdition[],
  { segments }: Publication,
): Map<Language, PlainText> {
  return new Map(
    composed.map(({ edition: { language }, metadata: { title, subtitle }, text }) => [
      language,
      writePlainText({ language, title, subtitle, text }, segments),
    ]),
  );
}
