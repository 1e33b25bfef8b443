import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Edition, Publication } from '../../model.ts';
import { type EditionLinks, pathInForm } from '../edition-link.ts';
import { bareType, htmlType } from '../media-types.ts';
import type { Metadata } from '../metadata.ts';
import { relativeToEdition } from '../relative-to-edition.ts';
import { style } from './style.ts';

export interface HeadInput {
  publication: Publication;
  edition: Edition;
  metadata: Metadata;
  links: EditionLinks;
  /** Address of the edition without a version. */
  canonical: string;
  /** Address that stays: of the version, or the DOI's. */
  citeAs: string;
  /** Values for `citation_*`. */
  citation: { name: string; content: string }[];
  /** What schema.org's words say of the edition and of the dataset, each JSON-LD. */
  descriptions: readonly string[];
}

/**
 * The head of a page: what search engines, reference managers and crawlers of linked data look for. Links by the
 * types of https://signposting.org and https://html.spec.whatwg.org/#linkTypes.
 */
export function writeHead(input: HeadInput): ElementContent[] {
  const { publication, edition, metadata, links, canonical, citeAs, citation, descriptions } = input;
  const { language } = edition;
  const near = (path: string) => relativeToEdition(path, language);
  const source = publication.editions.find(({ isSource }) => isSource) ?? edition;
  const pageIn = (other: Edition) => near(pathInForm(links, other.language, htmlType));
  const own = links(language).filter(({ mediaType }) => mediaType !== htmlType);
  const licence = metadata.licence.text;
  return [
    h('meta', { charSet: 'utf-8' }),
    h('title', metadata.title),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    ...(metadata.abstract ? [h('meta', { name: 'description', content: metadata.abstract })] : []),
    ...citation.map((meta) => h('meta', meta)),
    h('link', { rel: ['canonical'], href: canonical }),
    h('link', { rel: ['cite-as'], href: citeAs }),
    ...(licence?.startsWith('http') ? [h('link', { rel: ['license'], href: licence })] : []),
    ...publication.editions.map((other) =>
      h('link', { rel: ['alternate'], hrefLang: other.tag, href: pageIn(other) }),
    ),
    h('link', { rel: ['alternate'], hrefLang: 'x-default', href: pageIn(source) }),
    ...own.map(({ relation, mediaType, path }) =>
      h('link', { rel: [relation], type: bareType(mediaType), href: near(path) }),
    ),
    h('style', style),
    ...descriptions.map((text) =>
      h('script', { type: 'application/ld+json' }, text.trim().replaceAll('<', '\\u003c')),
    ),
  ];
}
