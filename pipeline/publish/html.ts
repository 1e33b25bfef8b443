import type { ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { createIris } from '../graph/iri.ts';
import type { Configuration, OutputFile, Publication, Vocabulary } from '../model.ts';
import { segmentIds } from '../text/segment-ids.ts';
import { textDirection } from '../text/text-direction.ts';
import { htmlPath, htmlType, relativeToEdition } from './files.ts';
import { createAnnotationTriples } from './html/annotation-triples.ts';
import { writeHead } from './html/head.ts';
import { toHast } from './html/to-hast.ts';
import type { ComposedEdition } from './markdown.ts';
import { publicationVersion } from './metadata.ts';
import { isGap } from './translation-status.ts';

export interface HtmlServices {
  configuration: Configuration;
  vocabulary: Vocabulary;
  t: (key: string) => string;
  /** Values for `citation_*`. */
  citation: { name: string; content: string }[];
  /** What schema.org's words say of the edition and of the dataset, each JSON-LD. */
  descriptions: string[];
}

/**
 * Writes a composed edition as one page of HTML: the words of the Markdown edition, with RDFa 1.1 around those that are
 * annotated, so that the page carries what it states (https://www.w3.org/TR/html-rdfa/). Every block has the id that
 * evidence names; no script runs, nothing is fetched.
 */
export function writeHtml(
  publication: Publication,
  composed: ComposedEdition,
  services: HtmlServices,
): OutputFile {
  const { edition, metadata, text, backMatter } = composed;
  const { configuration, vocabulary, t, citation, descriptions } = services;
  const { language, tag } = edition;
  const iris = createIris(configuration.base, publicationVersion(publication));
  const ids = segmentIds(publication.segments);
  const words = {
    triples: createAnnotationTriples(publication, edition, { iris, vocabulary }),
    idOf: (segment: number) => ids.get(segment),
    expand: (iri: string) => expand(iri, vocabulary),
    footnotes: t('edition:footnotes'),
  };
  const source = publication.editions.find(({ isSource }) => isSource);
  // In a gap the words are the source's.
  const titleLanguage = isGap(edition, 'title') ? (source?.language ?? language) : language;
  const editionIri = iris.edition(publication.name, language);
  const canonical = metadata.canonical
    ? `${metadata.canonical.replace(/\/+$/, '')}/${language}`
    : iris.editionSeries(publication.name, language);
  const citeAs = metadata.doi && edition.isSource ? `https://doi.org/${metadata.doi}` : editionIri;
  const page: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      h('html', { lang: tag, dir: textDirection(tag) }, [
        h('head', writeHead({ publication, edition, metadata, canonical, citeAs, citation, descriptions })),
        h('body', [
          h('nav', writeLanguages(publication, language)),
          h('header', [
            h(
              'h1',
              { id: '_title', about: editionIri, property: words.expand('schema:name'), lang: titleLanguage },
              metadata.title,
            ),
            ...(metadata.subtitle ? [h('p', { id: '_subtitle' }, metadata.subtitle)] : []),
            h('p', byline(composed)),
          ]),
          h('main', childrenOf(toHast(text, words))),
          h('footer', { className: ['back'] }, childrenOf(toHast(backMatter, words))),
        ]),
      ]),
    ],
  };
  return {
    path: htmlPath(publication, language),
    text: `${toHtml(page, { allowDangerousHtml: true })}\n`,
    mediaType: htmlType,
    language,
  };
}

function childrenOf(tree: ReturnType<typeof toHast>): ElementContent[] {
  return 'children' in tree ? (tree.children as ElementContent[]) : [];
}

/** The editions in their own names. */
function writeLanguages({ editions, name }: Publication, language: string): ElementContent[] {
  return editions.flatMap(({ tag, language: other }, index): ElementContent[] => {
    const label = new Intl.DisplayNames([tag], { type: 'language' }).of(other) ?? other;
    const separator: ElementContent[] = index === 0 ? [] : [{ type: 'text', value: ' · ' }];
    if (other === language) return [...separator, h('strong', label)];
    const href = relativeToEdition(htmlPath({ name }, other), language);
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
