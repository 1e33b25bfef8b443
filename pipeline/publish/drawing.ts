import type { Quad } from '@rdfjs/types';
import type { Iris } from '../graph/iri.ts';
import type { EarlierVersions } from '../linked/compare/read-versions.ts';
import type { Node } from '../linked/rdf/nodes.ts';
import type { WrittenNodes } from '../linked/rdf/write-nodes.ts';
import type {
  CitationStyle,
  Configuration,
  Edition,
  Language,
  OutputFile,
  PlainText,
  Publication,
  SourceFile,
  Staged,
  Vocabulary,
} from '../model.ts';
import type { BuildServices } from '../project/build-services.ts';
import type { EditionWords } from '../project/edition-words.ts';
import type { GroundCounts } from './data/count-grounds.ts';
import type { EditionLinks } from './edition-link.ts';
import type { EvidenceLot } from './jsonld/evidence-lots.ts';
import type { ComposedEdition } from './markdown.ts';
import type { Metadata } from './metadata.ts';
import type { TextShare } from './text-share.ts';

/** What publishing needs of a project, whatever it publishes. */
export interface PublishingContext {
  configuration: Configuration;
  vocabulary: Vocabulary;
  wordsOf: (language: Language) => EditionWords;
  /** The CSL style of each edition. */
  styles: ReadonlyMap<Language, CitationStyle>;
  services: BuildServices;
}

/** The editions of a publication as readers get them, in their order. */
export interface ComposedPublication {
  editions: ComposedEdition[];
  /** The same without markup: evidence has its places in their blocks. */
  texts: Map<Language, PlainText>;
  /** Composes an edition of the publication with another tree and other segments. */
  recompose: (edition: Edition) => ComposedEdition;
}

/** The linked data of a publication: one graph. */
export interface PublicationData {
  /** Expanded, with keys of the vocabulary's context. */
  nodes: Node[];
  quads: Quad[];
  /** Evidence that is not among the nodes and the quads, for it is proven by itself; none of what is published. */
  apart: EvidenceLot[];
  /** Makes the JSON-LD with its context embedded, so that no reader has to fetch one. */
  compact: WrittenNodes['compact'];
  /** Canonical N-Triples (RDFC-1.0, https://www.w3.org/TR/rdf-canon/). */
  canonical: string;
  /** SHA-256 of the canonical N-Triples: equal graphs have equal ones. */
  canonicalSha256: string;
  /** What its assertions rest on. */
  grounds: GroundCounts;
  /** What was published before it. */
  earlier: Staged<EarlierVersions>;
}

/** All that an output of a publication is written from. */
export interface Drawing extends PublishingContext, ComposedPublication, PublicationData {
  publication: Publication;
  /** Front matter of the source edition; undefined where that is not published. */
  source: Metadata | undefined;
  /** Files that the publication was made from. */
  sources: SourceFile[];
  iris: Iris;
  links: EditionLinks;
  /** Whether it is drawn for the proof alone: what no proof reads has no text then. */
  isForProof: boolean;
}

/** A publication with its outputs, all in memory. Its composed editions are let go: their trees are the larger half of what is drawn. */
export interface Drawn extends Omit<Drawing, 'editions'> {
  outputs: OutputFile[];
  /** What one output wrote. */
  filesOf: (output: { name: string }) => readonly OutputFile[];
  /** By the path of an edition or its register: writes it with another tree and other segments of that edition. */
  rewrite: Map<string, (edition: Edition) => OutputFile>;
}

/** All that an output of the project as a whole is written from. */
export interface SharedDrawing extends PublishingContext {
  /** One for each publication. */
  shares: readonly TextShare[];
  /** SHACL shapes of the project's data. */
  shapes: Quad[];
}
