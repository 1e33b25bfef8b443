import type { BlockContent, Paragraph, PhrasingContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { BodyWriter } from './body-writer.ts';
import { splitContainer } from './containers-of.ts';
import { writeDataTable } from './data-table.ts';
import { anchor, mergeTexts, paragraph, strong, text } from './nodes.ts';
import type { Scope } from './scope.ts';

/**
 * The portable form of a container. Boxes, quotations and definitions are block quotes (all of pandoc, GitHub and Quarto
 * draw them apart from the text and let them hold lists and tables), with the title in bold; a table has its caption
 * above, a figure below.
 */
export function writeContainer(
  container: ContainerDirective,
  scope: Scope,
  writer: BodyWriter,
): BlockContent[] {
  const { label, content } = splitContainer(container);
  const number = scope.parts.captions.get(container);
  const id = container.attributes?.id;
  const place = id ? [anchor(id)] : [];
  // In the order in which they are read, for the sake of first mentions and notes.
  const titleFollows = container.name === 'figure' || container.name === 'quote';
  const before = titleFollows ? writer.blocks(content) : [];
  const title = label ? writer.words(label) : [];
  const blocks = titleFollows ? before : writer.blocks(content);
  const quoted = (...head: PhrasingContent[]): BlockContent[] => [
    { type: 'blockquote', children: head.length > 0 ? [paragraph(...mergeTexts(head)), ...blocks] : blocks },
  ];
  const caption = (): Paragraph =>
    paragraph(
      ...place,
      ...(number ? [strong(text(`${number}.`))] : []),
      ...(title.length > 0 ? [text(' '), ...title] : []),
    );

  switch (container.name) {
    case 'table': {
      const hasTable = content.some((node) => node.type === 'table');
      const table = hasTable ? undefined : writeDataTable(container, scope);
      return [caption(), ...(table ? [table] : []), ...blocks];
    }
    case 'figure':
      return [...blocks, caption()];
    case 'quote':
      return title.length > 0 || id
        ? [{ type: 'blockquote', children: [...blocks, paragraph(...place, ...attributed(title))] }]
        : quoted();
    default: {
      const head = number ? [text(title.length > 0 ? `${number}. ` : number), ...title] : title;
      return quoted(...place, ...(head.length > 0 ? [strong(...mergeTexts(head.flatMap(unwrap)))] : []));
    }
  }
}

/** Who said it, under a quotation. */
function attributed(words: PhrasingContent[]): PhrasingContent[] {
  return words.length > 0 ? mergeTexts([text('— '), ...words]) : [];
}

/** Strong within strong cannot be written. */
function unwrap(node: PhrasingContent): PhrasingContent[] {
  if (node.type === 'marked') return [{ ...node, children: node.children.flatMap(unwrap) }];
  return node.type === 'strong' ? node.children : [node];
}
