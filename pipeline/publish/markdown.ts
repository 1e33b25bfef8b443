import type { Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import type { Edition, Publication, Recall } from '../model.ts';
import { stringify } from '../text/syntax.ts';
import { writeAbout } from './markdown/about.ts';
import { createBodyWriter } from './markdown/body.ts';
import type { BodyWriter } from './markdown/body-writer.ts';
import { writeEntityIndex } from './markdown/entity-index.ts';
import { writeFrontMatter } from './markdown/front-matter.ts';
import { withoutMarks } from './markdown/marks.ts';
import { joinNodes, mergeTexts, paragraph, strong, text } from './markdown/nodes.ts';
import { writeNoteList } from './markdown/note-list.ts';
import { protectText } from './markdown/protect-text.ts';
import { writeReferenceLists } from './markdown/reference-lists.ts';
import { createScope, languageAt, type Scope } from './markdown/scope.ts';
import type { EditionServices } from './markdown/services.ts';
import { type Metadata, readMetadata } from './metadata.ts';

/** An edition as readers get it, before it is written down in a format: its words are marked by what they are. */
export interface ComposedEdition {
  edition: Edition;
  metadata: Metadata;
  /** YAML, between its fences. */
  frontMatter: string;
  /** Abstract, keywords and text. */
  text: RootContent[];
  /** Editorial notes, references, complementary references, index of entities, about this edition. */
  backMatter: RootContent[];
}

/**
 * Composes an edition for readers: no annotation syntax is left; every link of the text leads to an anchor of the same
 * file. Footnotes stay where the source has them; viewers gather them. What has no content has no heading.
 */
export function composeEdition(
  publication: Publication,
  edition: Edition,
  services: EditionServices,
): ComposedEdition {
  const scope = createScope(publication, edition, services);
  const metadata = readMetadata(edition);
  const writer = createBodyWriter(scope);

  // The text comes first: it numbers the notes that the lists after it point to.
  const opening = writeOpening(metadata, scope, writer);
  const body = writer.document(edition.tree.children);
  return {
    edition,
    metadata,
    frontMatter: writeFrontMatter(metadata, scope),
    text: [...opening, ...body],
    backMatter: [
      ...writeNoteList(scope),
      ...writeReferenceLists(scope),
      ...writeEntityIndex(scope),
      ...writeAbout(metadata, scope),
    ],
  };
}

/** Writes a composed edition as Markdown. */
export function writeMarkdown({ frontMatter, text, backMatter }: ComposedEdition, recall?: Recall): string {
  const root: Root = { type: 'root', children: [...text, ...backMatter] };
  return frontMatter + stringify(protectText(withoutMarks(root)), recall);
}

/** Abstract and keywords; title and subtitle are in the front matter, from which viewers make the head of the page. */
function writeOpening(metadata: Metadata, scope: Scope, writer: BodyWriter): RootContent[] {
  const { edition, t } = scope;
  const abstract = edition.segments.find(({ segment }) => segment.key === 'abstract')?.node;
  const keywords = metadata.keywords.map((keyword, index) =>
    scope.marked({ text: keyword, language: languageAt(`keywords/${index}`, scope) }),
  );
  const labelled = (key: string, ...words: PhrasingContent[]): Paragraph =>
    paragraph(
      ...mergeTexts([strong(text(t('edition:label', { label: t(`edition:${key}`) }))), text(' '), ...words]),
    );
  return [
    ...(abstract ? [labelled('abstract', ...writer.words(abstract))] : []),
    ...(keywords.length > 0 ? [labelled('keywords', ...joinNodes(keywords, '; '))] : []),
  ];
}
