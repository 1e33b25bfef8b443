import type { Heading, Link, Nodes } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import type {
  Configuration,
  Edition,
  Entity,
  Extraction,
  Graph,
  JsonObject,
  Publication,
  Vocabulary,
} from '../../pipeline/model.ts';
import { parseAnnotation } from '../../pipeline/text/annotation.ts';
import { segmentDocument } from '../../pipeline/text/segments.ts';
import { parseDocument, parseSegment } from '../../pipeline/text/syntax.ts';

export const sampleConfiguration: Configuration = {
  base: 'https://example.org/sample/',
  editions: [
    { language: 'en', tag: 'en-US', citationStyle: 'apa' },
    { language: 'es', tag: 'es-PE', citationStyle: 'apa' },
    { language: 'pt', tag: 'pt-BR', citationStyle: 'associacao-brasileira-de-normas-tecnicas' },
  ],
  mentions: 'first-in-section',
  numberSections: true,
  allowHtml: false,
  rules: {},
  pages: [],
  files: [],
};

/** A publication made from one text for each language (the first is the source) and ready entities. */
export function samplePublication(
  texts: Record<string, string>,
  entities: Entity[],
  vocabulary: Vocabulary,
  more: Partial<Graph> = {},
): Publication {
  const documents = Object.entries(texts).map(([language, text]) => ({
    language,
    document: parseDocument({ path: `${language}.md`, text }, { allowHtml: false }).value,
  }));
  const source = documents[0]?.document;
  if (!source) throw new Error('no text');
  const segments = segmentDocument(source).value;
  const sourceHeadings = headings(source.tree);
  const editions = documents.map(({ language, document }, index): Edition => {
    headings(document.tree).forEach((node, position) => {
      const id = sourceHeadings[position]?.data?.id;
      if (id !== undefined) node.data = { ...node.data, id };
    });
    const own = segmentDocument(document).value;
    return {
      language,
      tag: sampleConfiguration.editions.find((edition) => edition.language === language)?.tag ?? language,
      isSource: index === 0,
      tree: document.tree,
      frontMatter: document.frontMatter.value,
      segments: segments.map((segment, position) => {
        const markdown = own[position]?.markdown ?? segment.markdown;
        return {
          segment,
          markdown,
          node: own[position]?.node ?? parseSegment(markdown, { footnotes: [] }),
          state: index === 0 ? 'source' : 'translated',
          remarks: [],
          locate: () => segment.location,
        };
      }),
    };
  });
  const extractions = editions.map((edition) => extractLinks(edition, vocabulary));
  const notes = new Map<string, string[]>();
  for (const { id, properties } of entities) {
    for (const target of [properties.about ?? []].flat()) {
      if (typeof target === 'string') notes.set(target, [...(notes.get(target) ?? []), id]);
    }
  }
  return {
    name: 'sample',
    document: source,
    segments,
    editions,
    extractions,
    graph: {
      entities: new Map(entities.sort((a, b) => (a.id < b.id ? -1 : 1)).map((entity) => [entity.id, entity])),
      facts: [],
      mentions: extractions.flatMap(({ mentions }) => mentions),
      notes,
      ...more,
    },
  };
}

export function sampleEntity(id: string, properties: JsonObject, csl?: JsonObject): Entity {
  const [type = '', slug = ''] = id.split(':');
  return { id, type, slug, properties, origins: new Map(), csl };
}

function headings(tree: Nodes): Heading[] {
  if (tree.type === 'heading') return [tree];
  return 'children' in tree ? tree.children.flatMap((child) => headings(child)) : [];
}

function links(node: Nodes): Link[] {
  if (node.type === 'link') return [node];
  return 'children' in node ? node.children.flatMap((child) => links(child)) : [];
}

function extractLinks({ language, segments }: Edition, vocabulary: Vocabulary): Extraction {
  const extraction: Extraction = { language, mentions: [], statements: [], blanks: [] };
  for (const { segment, node } of segments) {
    links(node).forEach((link, order) => {
      const address = parseAnnotation(link.url, vocabulary);
      if (address.kind !== 'mention' && address.kind !== 'property') return;
      const annotation = {
        entity: address.entity,
        path: undefined,
        title: link.title ?? undefined,
        words: plainText(link),
        language,
        segment: segment.index,
        order,
        location: segment.location,
      };
      if (address.kind === 'mention') extraction.mentions.push({ ...annotation, locator: annotation.title });
      else extraction.blanks.push({ ...annotation, path: address.path });
    });
  }
  return extraction;
}
