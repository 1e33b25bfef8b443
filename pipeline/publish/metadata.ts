import { toString as plainText } from 'mdast-util-to-string';
import type { Edition, Json, JsonObject, Publication, Segment, SegmentNode } from '../model.ts';
import { doiAddress } from '../values/iri-form.ts';

/** What a front matter says of the dataset (`dataset`). */
export interface Coverage {
  contact: { name: string; email: string | undefined; url: string | undefined } | undefined;
  /** IRIs. */
  themes: string[];
  /** Entity ids. */
  places: string[];
  /** Dates, both included. */
  period: { start: string; end: string } | undefined;
}

/** Who translated an edition; a reader must be able to see that it was software. */
export interface Translator {
  name: string;
  isSoftware: boolean;
}

/** The published work that a publication gives an account of. */
export interface Basis {
  /** Entity id. */
  work: string | undefined;
  title: string;
  authors: string[];
  journal: string | undefined;
  volume: string | undefined;
  number: string | undefined;
  date: string | undefined;
  pages: string | undefined;
  language: string | undefined;
  /** Address, of the DOI where there is one. */
  url: string | undefined;
  /** Code: account, summary, translation … */
  relation: string | undefined;
  /** What we did with the work, in the edition's language. */
  role: string | undefined;
}

/** The front matter of one edition (schemas/front-matter.json), in plain text without annotations. */
export interface Metadata {
  title: string;
  subtitle: string | undefined;
  abstract: string | undefined;
  keywords: string[];
  authors: {
    name: string;
    affiliation: string | undefined;
    orcid: string | undefined;
    entity: string | undefined;
  }[];
  translators: Translator[];
  date: string | undefined;
  version: string | undefined;
  doi: string | undefined;
  publisher: string | undefined;
  canonical: string | undefined;
  /** IRI, or the code all-rights-reserved or by-permission. */
  licence: { text: string | undefined; data: string | undefined; statement: string | undefined };
  basis: Basis | undefined;
  dataset: Coverage;
}

/** What is read of an edition: the front matter, and the segments that stand in it. */
export interface DescribedEdition extends Pick<Edition, 'language' | 'frontMatter'> {
  segments: readonly { segment: Pick<Segment, 'key'>; node: SegmentNode }[];
}

/** Reads an edition's front matter; what is missing or has another shape is left out. */
export function readMetadata(edition: DescribedEdition): Metadata {
  const all = edition.frontMatter;
  const plain = (key: string, fallback: Json | undefined): string | undefined => {
    const segment = edition.segments.find((candidate) => candidate.segment.key === key);
    return segment ? plainText(segment.node) : string(fallback);
  };
  const licence = object(all.licence);
  const translators = list(object(all.translators)[edition.language]).map(object);
  return {
    title: plain('title', all.title) ?? '',
    subtitle: plain('subtitle', all.subtitle),
    abstract: plain('abstract', all.abstract),
    keywords: list(all.keywords).flatMap((keyword, index) => plain(`keywords/${index}`, keyword) ?? []),
    authors: list(all.authors)
      .map(object)
      .flatMap((author, index) => {
        const name = string(author.name);
        if (name === undefined) return [];
        const affiliation = plain(`authors/${index}/affiliation`, author.affiliation);
        return [{ name, affiliation, orcid: string(author.orcid), entity: string(author.entity) }];
      }),
    translators: translators.flatMap(({ name, kind }) =>
      typeof name === 'string' ? [{ name, isSoftware: kind === 'software' }] : [],
    ),
    date: string(all.date),
    version: string(all.version),
    doi: string(all.doi),
    publisher: string(all.publisher),
    canonical: string(all.canonical),
    licence: {
      text: string(licence.text),
      data: string(licence.data),
      statement: plain('licence/statement', licence.statement),
    },
    basis: readBasis(object(all.basedOn), plain),
    dataset: readCoverage(object(all.dataset)),
  };
}

function readCoverage({ contact, themes, places, period }: JsonObject): Coverage {
  const { name, email, url } = object(contact);
  const [start, end = start] = string(period)?.split('/') ?? [];
  return {
    contact: typeof name === 'string' ? { name, email: string(email), url: string(url) } : undefined,
    themes: list(themes).flatMap((theme) => string(theme) ?? []),
    places: list(places).flatMap((place) => string(place) ?? []),
    period: start === undefined || end === undefined ? undefined : { start, end },
  };
}

function readBasis(
  basis: JsonObject,
  plain: (key: string, fallback: Json | undefined) => string | undefined,
): Basis | undefined {
  const title = string(basis.title);
  if (title === undefined) return undefined;
  const doi = string(basis.doi);
  return {
    work: string(basis.work),
    title,
    authors: list(basis.authors).flatMap((author) => string(author) ?? []),
    journal: string(basis.journal),
    volume: string(basis.volume),
    number: string(basis.number),
    date: string(basis.date),
    pages: string(basis.pages),
    language: string(basis.language),
    url: doi === undefined ? string(basis.url) : doiAddress(doi),
    relation: string(basis.relation),
    role: plain('basedOn/role', basis.role),
  };
}

function string(value: Json | undefined): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function object(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

function list(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}

/** Version of a publication, as the front matter of its source text gives it. */
export function publicationVersion({ editions }: Publication): string | undefined {
  return string(editions.find(({ isSource }) => isSource)?.frontMatter.version);
}
