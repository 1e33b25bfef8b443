import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { Edition, Publication, Recall } from '../model.ts';
import { stringify } from '../text/syntax.ts';
import { recallNothing } from '../values/recall-nothing.ts';
import { pathInForm } from './edition-link.ts';
import { writeAbout } from './markdown/about.ts';
import { createBodyWriter } from './markdown/body.ts';
import type { BodyWriter } from './markdown/body-writer.ts';
import type { ComposedFile } from './markdown/composed-file.ts';
import { writeEntityIndex } from './markdown/entity-index.ts';
import { writeFrontMatter } from './markdown/front-matter.ts';
import { leadBeside, listAnchors } from './markdown/lead-beside.ts';
import { withoutMarks } from './markdown/marks.ts';
import { joinNodes, mergeTexts, paragraph, strong, text } from './markdown/nodes.ts';
import { writeNoteList } from './markdown/note-list.ts';
import { protectText } from './markdown/protect-text.ts';
import { writeReferenceLists } from './markdown/reference-lists.ts';
import { composeRegister, linkToRegister } from './markdown/register-file.ts';
import { createScope, languageAt, type Scope } from './markdown/scope.ts';
import { headingWithAnchor } from './markdown/section.ts';
import type { EditionServices } from './markdown/services.ts';
import { htmlType, markdownType } from './media-types.ts';
import { type Metadata, readMetadata } from './metadata.ts';
import { relativeToEdition } from './relative-to-edition.ts';

/** An edition as readers get it, before it is written down in a format: its words are marked by what they are. */
export interface ComposedEdition {
  edition: Edition;
  metadata: Metadata;
  /** Abstract, keywords and text. */
  text: RootContent[];
  /** Editorial notes, references, complementary references, index of entities, about this edition. */
  backMatter: RootContent[];
  /** The edition as Markdown, which has its index of entities in a file of its own. */
  markdown: ComposedFile;
  /** The register of entities beside it; undefined where no entity is spoken of. */
  register: ComposedFile | undefined;
}

/**
 * Composes an edition for readers: no annotation syntax is left; every link of the text leads to an anchor of the
 * edition or its register. Footnotes stay where the source has them; viewers gather them. What has no content has no heading.
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
  const text = [...opening, ...writer.document(edition.tree.children)];
  const lists = [...writeNoteList(scope), ...writeReferenceLists(scope)];
  const entries = writeEntityIndex(scope);
  const register = entries.length > 0 ? composeRegister(entries, metadata, scope) : undefined;
  const heading = register ? headingWithAnchor(2, '_index', scope.t('edition:index')) : [];
  const pointer = register ? [...heading, writePointer(register.name, scope)] : [];
  const about = (form: string, register: string | undefined) =>
    writeAbout(metadata, scope, { form, register });
  return {
    edition,
    metadata,
    text,
    backMatter: [...lists, ...heading, ...entries, ...about(htmlType, undefined)],
    markdown: {
      name: relativeToEdition(pathInForm(scope.links, scope.language, markdownType), scope.language),
      frontMatter: writeFrontMatter(metadata, scope),
      content: [...text, ...lists, ...pointer, ...about(markdownType, register?.name)],
    },
    register,
  };
}

/** Writes a composed file as Markdown; its links lead to anchors of its own and of the file beside it. */
export function writeMarkdown(
  { frontMatter, content }: ComposedFile,
  beside: ComposedFile | undefined,
  recall: Recall = recallNothing,
): string {
  const [name = '', anchors = new Set<string>()] = beside ? [beside.name, listAnchors(beside)] : [];
  const read = [JSON.stringify(content), name, JSON.stringify([...anchors])];
  const body = recall('Markdown of a file', read, () => {
    const children = leadBeside(content, name, anchors);
    return stringify(protectText(withoutMarks({ type: 'root', children })), recall);
  });
  return frontMatter + body;
}

/** What stands in the place of the index of entities where it is a file of its own. */
function writePointer(register: string, scope: Scope): Paragraph {
  return paragraph(text(`${scope.t('edition:indexBeside')} `), linkToRegister(register, scope), text('.'));
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
