import { readVocabulary } from '../../pipeline/graph/schema.ts';
import type { Diagnostic, Document, Edition, Extraction, Property, Staged } from '../../pipeline/model.ts';
import { extract } from '../../pipeline/text/extract.ts';
import { segmentDocument } from '../../pipeline/text/segments.ts';
import { parseDocument, parseSegment } from '../../pipeline/text/syntax.ts';
import { type EditionWords, editionWords } from '../edition-words.ts';
import { borderSchemas, builtinSchemas } from '../graph/builtin-schemas.ts';
import { namedKind } from '../named-kind.ts';

export const vocabulary = readVocabulary(builtinSchemas(), borderSchemas()).value;

export const editions = ['en-US', 'es-PE', 'es-EC', 'pt-BR'] as const;

export type Tag = (typeof editions)[number];

const words = new Map(editions.map((tag) => [tag, editionWords(tag, vocabulary)]));

export function readerOf(tag: Tag): EditionWords['reader'] {
  return (words.get(tag) as EditionWords).reader;
}

export function writerOf(tag: Tag): EditionWords['writer'] {
  return (words.get(tag) as EditionWords).writer;
}

/** "border#length", "hub#population.period". */
export function propertyOf(address: string): Property {
  const [type = '', path = ''] = address.split('#');
  let properties = vocabulary.types.get(type)?.properties;
  let property: Property | undefined;
  for (const name of path.split('.')) {
    property = properties?.get(name);
    properties = property?.parts;
  }
  if (!property) throw new Error(`no property ${address}`);
  return property;
}

/** A property of a kind, without the rest that a schema says. */
export function propertyOfKind(kind: string, more: Partial<Property> = {}): Property {
  return {
    name: 'sample',
    kind: namedKind(kind),
    many: false,
    range: [],
    codes: new Map(),
    units: [],
    label: {},
    description: '',
    parts: new Map(),
    follows: undefined,
    csl: undefined,
    iri: '',
    ...more,
  };
}

/** What a reader makes of words: the value, or the rule that they break with what its message is told. */
export function outcome(result: ReturnType<EditionWords['reader']['read']>): unknown {
  return result.ok ? result.value : { rule: result.rule, ...result.values };
}

export function parse(text: string, options = { allowHtml: false }): Staged<Document> {
  return parseDocument({ path: 'source/demo/article.md', text }, options);
}

/** Findings with what they point at. */
export function findingsOf(text: string, options = { allowHtml: false }): { rule: string; at: string }[] {
  const { value, diagnostics } = parse(text, options);
  return diagnostics.map(({ rule, location }) => ({ rule, at: slice(value.text, location) }));
}

export function slice(text: string, { start, end }: Diagnostic['location']): string {
  const lines = text.split(/\r\n?|\n/);
  const line = lines[start.line - 1] ?? '';
  const found = text.slice(start.offset, end.offset);
  if (!line.slice(start.column - 1).startsWith(found.split(/[\r\n]/)[0] ?? '')) {
    throw new Error(`offset ${start.offset} is not ${start.line}:${start.column}`);
  }
  return found;
}

/** A source text as the edition in its own language. */
export function sourceEdition(text: string, tag: Tag = 'en-US'): Edition {
  const document = parse(text).value;
  const segments = segmentDocument(document).value;
  return {
    language: tag.slice(0, 2),
    tag,
    isSource: true,
    tree: document.tree,
    frontMatter: document.frontMatter.value,
    segments: segments.map((segment) => ({
      segment,
      markdown: segment.markdown,
      node: segment.node ?? parseSegment(segment.markdown, { footnotes: [] }),
      state: 'source',
      remarks: [],
      locate: (node) => {
        const { start, end } = node.position ?? segment.location;
        return segment.node ? { path: document.path, start, end } : segment.location;
      },
    })),
  };
}

export function extractFrom(text: string, tag: Tag = 'en-US'): Staged<Extraction> & { text: string } {
  return { ...extract(sourceEdition(text, tag), vocabulary, readerOf(tag)), text };
}
