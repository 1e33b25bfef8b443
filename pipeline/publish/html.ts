import type { ElementContent, Nodes as HastNodes, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { Raw } from 'mdast-util-to-hast';
import type { Publication, Vocabulary } from '../model.ts';
import { segmentIds } from '../text/segment-ids.ts';
import { textDirection } from '../text/text-direction.ts';
import { doiAddress } from '../values/iri-form.ts';
import { citationValues } from './citation.ts';
import type { Drawing } from './drawing.ts';
import { type EditionLinks, pathInForm } from './edition-link.ts';
import { createAnnotationTriples } from './html/annotation-triples.ts';
import { writeHead } from './html/head.ts';
import { toHast } from './html/to-hast.ts';
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
  const ids = segmentIds(publication.segments);
  const write = (block: ElementContent): string => toHtml(block, { allowDangerousHtml: true });
  const written = (tree: HastNodes): Raw[] =>
    childrenOf(tree).map((block) => ({
      type: 'raw',
      value:
        block.type === 'element'
          ? services.recall('HTML of a block', [JSON.stringify(block)], () => write(block))
          : write(block),
    }));
  const { t } = wordsOf(language);
  const words = {
    triples: createAnnotationTriples(publication, edition, { iris, vocabulary }),
    idOf: (segment: number) => ids.get(segment),
    expand: (iri: string) => expand(iri, vocabulary),
    footnotes: t('edition:footnotes'),
    alert: (name: string) => t(`edition:kind.alert${name.charAt(0)}${name.slice(1).toLowerCase()}`),
  };
  const page: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      h('html', { lang: tag, dir: textDirection(tag) }, [
        h('head', describePage(composed, drawing, descriptions)),
        h('body', [
          h('nav', writeLanguages(publication, language, links)),
          h('header', writeTitle(composed, drawing)),
          h('main', written(toHast(text, words))),
          h('footer', { className: ['back'] }, written(toHast(backMatter, words))),
        ]),
      ]),
    ],
  };
  return `${toHtml(page, { allowDangerousHtml: true })}\n`;
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
        property: expand('schema:name', vocabulary),
        // In a gap the words are the source's.
        lang: isGap(edition, 'title') ? (source?.language ?? language) : language,
      },
      metadata.title,
    ),
    ...(metadata.subtitle ? [h('p', { id: '_subtitle' }, metadata.subtitle)] : []),
    h('p', byline(composed)),
  ];
}

function childrenOf(tree: HastNodes): ElementContent[] {
  return 'children' in tree ? (tree.children as ElementContent[]) : [];
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

/** A full IRI of a compact one, by the prefixes of the context. */
function expand(iri: string, { context }: Vocabulary): string {
  const [, prefix = '', local = ''] = /^([A-Za-z-]+):(?!\/\/)(.*)$/.exec(iri) ?? [];
  const namespace = Object.hasOwn(context, prefix) ? context[prefix] : undefined;
  return typeof namespace === 'string' ? namespace + local : iri;
}
