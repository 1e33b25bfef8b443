import type { Element, ElementContent, RootContent as HastContent, Nodes as HastNodes } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { RootContent } from 'mdast';
import type { Publication, Vocabulary } from '../model.ts';
import { alertNames } from '../text/read-alerts.ts';
import { segmentIds } from '../text/segment-ids.ts';
import { textDirection } from '../text/text-direction.ts';
import { doiAddress } from '../values/iri-form.ts';
import { citationValues } from './citation.ts';
import type { Drawing } from './drawing.ts';
import { type EditionLinks, pathInForm } from './edition-link.ts';
import { createAnnotationTriples } from './html/annotation-triples.ts';
import { expandIn } from './html/expand-in.ts';
import { writeHead } from './html/head.ts';
import { type HtmlWords, toHast } from './html/to-hast.ts';
import type { ComposedEdition } from './markdown.ts';
import { htmlType } from './media-types.ts';
import { relativeToEdition } from './relative-to-edition.ts';
import { isGap } from './translation-status.ts';

/**
 * Writes a composed edition as one page of HTML: the words of the Markdown edition, with RDFa 1.1 around those that are
 * annotated, so that the page carries what it states (https://www.w3.org/TR/html-rdfa/). Every block has the id that
 * evidence names; no script runs, nothing is fetched.
 *
 * @param descriptions what schema.org's words say of the edition and of the dataset, each JSON-LD
 */
export function writeHtml(
  composed: ComposedEdition,
  drawing: Drawing,
  descriptions: readonly string[],
): string {
  const { edition, text, backMatter } = composed;
  const { publication, vocabulary, iris, links, wordsOf, services } = drawing;
  const { language, tag } = edition;
  const { t } = wordsOf(language);
  const words: HtmlWords = {
    triples: Object.fromEntries(createAnnotationTriples(publication, edition, { iris, vocabulary })),
    ids: Object.fromEntries(segmentIds(publication.segments)),
    namespaces: namespacesOf(vocabulary),
    footnotes: t('edition:footnotes'),
    alerts: Object.fromEntries(
      alertNames.map((name) => [
        name,
        t(`edition:kind.alert${name.charAt(0)}${name.slice(1).toLowerCase()}`),
      ]),
    ),
  };
  const read = JSON.stringify(words);
  const written = (nodes: RootContent[]): string =>
    services.recall('HTML of blocks', [JSON.stringify(nodes), read], () => write(toHast(nodes, words)));
  // The parts are joined once: an element copies all that is in it, and so does each around it.
  return [
    write([{ type: 'doctype' }]),
    startOf(h('html', { lang: tag, dir: textDirection(tag) })),
    write([h('head', describePage(composed, drawing, descriptions))]),
    '<body>',
    write([
      h('nav', writeLanguages(publication, language, links)),
      h('header', writeTitle(composed, drawing)),
    ]),
    `<main>${written(text)}</main>`,
    startOf(h('footer', { className: ['back'] })),
    `${written(backMatter)}</footer></body></html>\n`,
  ].join('');
}

function write(nodes: HastNodes | HastContent[]): string {
  return toHtml(nodes, { allowDangerousHtml: true });
}

/** The start tag of an element without content. */
function startOf(element: Element): string {
  return write(element).replace(/<\/[a-z]+>$/, '');
}

function describePage(
  composed: ComposedEdition,
  { publication, iris, links }: Drawing,
  descriptions: readonly string[],
): ElementContent[] {
  const { edition, metadata } = composed;
  const { name } = publication;
  const { language } = edition;
  const canonical = metadata.canonical
    ? `${metadata.canonical.replace(/\/+$/, '')}/${language}`
    : iris.editionSeries(name, language);
  const citeAs = metadata.doi && edition.isSource ? doiAddress(metadata.doi) : iris.edition(name, language);
  const citation = citationValues(composed, iris.file(pathInForm(links, language, htmlType)));
  return writeHead({ publication, edition, metadata, links, canonical, citeAs, citation, descriptions });
}

function writeTitle(composed: ComposedEdition, { publication, iris, vocabulary }: Drawing): ElementContent[] {
  const { edition, metadata } = composed;
  const { language } = edition;
  const source = publication.editions.find(({ isSource }) => isSource);
  return [
    h(
      'h1',
      {
        id: '_title',
        about: iris.edition(publication.name, language),
        property: expandIn(namespacesOf(vocabulary), 'schema:name'),
        // In a gap the words are the source's.
        lang: isGap(edition, 'title') ? (source?.language ?? language) : language,
      },
      metadata.title,
    ),
    ...(metadata.subtitle ? [h('p', { id: '_subtitle' }, metadata.subtitle)] : []),
    h('p', byline(composed)),
  ];
}

/** The editions in their own names. */
function writeLanguages({ editions }: Publication, language: string, links: EditionLinks): ElementContent[] {
  return editions.flatMap(({ tag, language: other }, index): ElementContent[] => {
    const label = new Intl.DisplayNames([tag], { type: 'language' }).of(other) ?? other;
    const separator: ElementContent[] = index === 0 ? [] : [{ type: 'text', value: ' · ' }];
    if (other === language) return [...separator, h('strong', label)];
    const href = relativeToEdition(pathInForm(links, other, htmlType), language);
    return [...separator, h('a', { href, hrefLang: tag, lang: tag }, label)];
  });
}

function byline({ metadata, edition }: ComposedEdition): string {
  const names = new Intl.ListFormat(edition.tag).format(metadata.authors.map(({ name }) => name));
  return [names, metadata.date, metadata.version].filter(Boolean).join(' · ');
}

/** What the terms of the context that are no more than an address stand for: its prefixes. */
function namespacesOf({ context }: Vocabulary): Record<string, string> {
  return Object.fromEntries(
    Object.entries(context).flatMap(([term, is]) => (typeof is === 'string' ? [[term, is]] : [])),
  );
}
