import type { Definition, Paragraph, Root, RootContent } from 'mdast';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Diagnostic, Document, Recall, SourceFile, Staged } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { findUnwritable } from '../values/find-unwritable.ts';
import { recallNothing } from '../values/recall-nothing.ts';
import { checkAttributes } from './check-attributes.ts';
import { checkCrossReferences } from './check-cross-references.ts';
import { checkHeadings } from './check-headings.ts';
import { checkReferences } from './check-references.ts';
import { checkSize, isTooDeep, nestingMax } from './check-size.ts';
import { checkStructure } from './check-structure.ts';
import { containerSyntax } from './container-syntax.ts';
import { freezeHeadingIds } from './heading-ids.ts';
import { createLocator, type Locator } from './locator.ts';
import { normalizeTree } from './normalize-tree.ts';
import { readAlerts } from './read-alerts.ts';
import { readFrontMatter } from './read-front-matter.ts';
import { readPlainParagraph } from './read-plain-paragraph.ts';
import { type ReadTree, readTree } from './read-tree.ts';
import { resolveReferences } from './resolve-references.ts';
import { segmentSyntax } from './segment-syntax.ts';
import { visitNodes } from './visit-nodes.ts';

export { paragraphMax } from './check-size.ts';
export { containerNames } from './container-syntax.ts';
export { stringify } from './stringify.ts';

/**
 * Reads a whole source text in the dialect: CommonMark, GFM tables and footnotes, YAML front matter, and container
 * directives with registered names. A byte order mark is dropped, so that offsets are those an editor shows;
 * CRLF and LF give the same tree. HTML becomes text unless `allowHtml`.
 * A page has its title in the text and the ids that GitHub gives its headings; a publication numbers its sections.
 * A text that is too large or too deep to read safely comes back with an empty tree.
 */
export function parseDocument(
  file: SourceFile,
  options: { allowHtml: boolean; isPage?: boolean },
  recall: Recall = recallNothing,
): Staged<Document> {
  const text = file.text.replace(/^\uFEFF/, '');
  const locator = createLocator(file.path, text);
  const empty = (): Document => ({
    path: file.path,
    text,
    tree: { type: 'root', children: [] },
    frontMatter: { value: {}, locate: () => locator.range(0, 0) },
  });
  const oversize = checkSize(text, locator);
  if (oversize.length > 0) return { value: empty(), diagnostics: oversize };

  const read = [file.path, text, JSON.stringify(options)];
  const { matter, tree, quotationMarks, definitions, diagnostics } = recall('text', read, () =>
    readBody(text, locator, options),
  );
  if (!matter) return { value: empty(), diagnostics };
  const frontMatter = readFrontMatter({ type: 'root', children: matter }, locator);
  return {
    value: { path: file.path, text, tree, frontMatter: frontMatter.value, quotationMarks, definitions },
    diagnostics: [...frontMatter.diagnostics, ...diagnostics],
  };
}

/** A text but for what its front matter says. */
interface ReadBody {
  /** The front matter, where there is one; undefined where the text is too deep to read safely. */
  matter?: RootContent[];
  tree: Root;
  quotationMarks: number[];
  definitions: Definition[];
  diagnostics: Diagnostic[];
}

function readBody(
  text: string,
  locator: Locator,
  options: { allowHtml: boolean; isPage?: boolean },
): ReadBody {
  const { tree, quotationMarks } = readTree(text, parseWhole);
  if (isTooDeep(tree)) {
    const finding = diagnose('nesting-is-shallow', locator.range(0, 0), { limit: nestingMax });
    return {
      tree: { type: 'root', children: [] },
      quotationMarks: [],
      definitions: [],
      diagnostics: [finding],
    };
  }
  const matter = tree.children[0]?.type === 'yaml' ? tree.children.splice(0, 1) : [];
  const structure = [...checkStructure(tree, locator, options), ...checkReferences(tree, locator)];
  const marks = new Set(quotationMarks);
  const definitions = resolveReferences(tree);
  normalizeTree(tree, { text, quotationMarks: marks }, options);
  const alerts = readAlerts(tree, locator, marks);
  freezeHeadingIds(tree, options.isPage ? '' : 's ', text);
  const unwritable = findUnwritable(text).map(({ at, name }) =>
    diagnose('characters-are-visible', locator.range(at, at + 1), { found: name }),
  );
  const diagnostics = [
    ...unwritable,
    ...structure,
    ...alerts,
    ...checkAttributes(tree, locator),
    ...(options.isPage ? [] : checkHeadings(tree, locator)),
    ...checkCrossReferences(tree, locator),
  ];
  if (tree.children.length === 0) diagnostics.push(diagnose('document-has-text', locator.range(0, 0)));
  return { matter, tree, quotationMarks, definitions, diagnostics };
}

/** What the parser has to know about the document around a segment. */
export interface SegmentContext {
  /** Labels of the document's footnotes, without the caret. */
  footnotes: string[];
  /** Labels of definitions of links: what has one is a reference, and else text; none unless given. */
  definitions?: readonly string[];
  /** As in `parseDocument`; false unless given. */
  allowHtml?: boolean;
  /** Nothing is known unless given. */
  recall?: Recall;
}

/**
 * Reads inline Markdown, such as a msgid or msgstr: a heading's sign, a list's dash and the like are text here.
 * Offsets in the result are those of `markdown`. Blank lines count as soft breaks; what is nested too deep to read
 * safely comes back as plain text.
 */
export function parseSegment(markdown: string, context: SegmentContext): Paragraph {
  return readSegment(markdown, context).value;
}

/** As `parseSegment`, with the findings about what comes back as plain text; their places are within `markdown`. */
export function readSegment(markdown: string, context: SegmentContext): Staged<Paragraph> {
  // Same length, so that offsets hold: only the first line ending of blank lines stays one.
  const text = markdown.replace(/(\r\n?|\n)((?:[ \t]*(?:\r\n?|\n))+)/g, (_, first: string, rest: string) => {
    return first + ' '.repeat(rest.length);
  });
  const plain: Paragraph = { type: 'paragraph', children: [{ type: 'text', value: text }] };
  const locator = createLocator('', text);
  const oversize = checkSize(text, locator);
  if (oversize.length > 0) {
    // Variants for a text that blank lines cannot divide.
    const inSegment = oversize.map((finding) => ({
      ...finding,
      values: { context: 'segment', ...finding.values },
    }));
    return { value: plain, diagnostics: inSegment };
  }
  const { recall = recallNothing } = context;
  // A text without a call does not change with the notes around it.
  const footnotes = text.includes('[^') ? context.footnotes : [];
  const definitions = text.includes('[') ? (context.definitions ?? []) : [];
  const read = [text, ...footnotes, '', ...definitions];
  const tree =
    readPlainSegment(text) ??
    recall('tree of a segment', read, () => segmentParser(footnotes, definitions)(text));
  nameFootnotes(tree, footnotes);
  if (isTooDeep(tree)) {
    const finding = diagnose('nesting-is-shallow', locator.range(0, 0), { limit: nestingMax });
    return { value: plain, diagnostics: [finding] };
  }
  normalizeTree(tree, { text, quotationMarks: new Set() }, { allowHtml: context.allowHtml ?? false });
  const node = tree.children[0];
  return { value: node?.type === 'paragraph' ? node : { type: 'paragraph', children: [] }, diagnostics: [] };
}

/** What the parser makes of a plain segment; undefined for any other. */
function readPlainSegment(text: string): Root | undefined {
  const paragraph = readPlainParagraph(text, { line: 1, offset: 0 });
  return paragraph?.position && { type: 'root', children: [paragraph], position: { ...paragraph.position } };
}

/** Calls have the labels of the document, in whatever Unicode form they were typed. */
function nameFootnotes(tree: Root, footnotes: readonly string[]): void {
  const named = new Map(footnotes.map((label) => [label.normalize('NFC').toLowerCase(), label]));
  visitNodes(tree, (call) => {
    if (call.type !== 'footnoteReference') return;
    const label = named.get((call.label ?? '').normalize('NFC').toLowerCase());
    if (label === undefined || label === call.label) return;
    call.label = label;
    call.identifier = label.toLowerCase();
  });
}

function segmentParser(footnotes: readonly string[], definitions: readonly string[]): (text: string) => Root {
  const processor = unified()
    .use(remarkParse)
    .data('micromarkExtensions', [segmentSyntax(footnotes, definitions)])
    .data('fromMarkdownExtensions', [gfmFootnoteFromMarkdown()]);
  return (text) => processor.parse(fileOf(text));
}

/** Without a folder a file of the library asks the system for the one of the process. */
function fileOf(value: string): { value: string; cwd: string } {
  return { value, cwd: '/' };
}

function parseWhole(text: string): ReadTree {
  const quotationMarks: number[] = [];
  const tree = documentParser(({ start }) => void quotationMarks.push(start.offset))(text);
  return { tree, quotationMarks };
}

function documentParser(
  onQuotationMark: (token: { start: { offset: number } }) => void,
): (text: string) => Root {
  const processor = unified()
    .use(remarkParse)
    .data('micromarkExtensions', [frontmatter(), gfmTable(), gfmFootnote(), containerSyntax()])
    .data('fromMarkdownExtensions', [
      frontmatterFromMarkdown(),
      gfmTableFromMarkdown(),
      gfmFootnoteFromMarkdown(),
      // Verbose tells whether a container has its closing fence.
      directiveFromMarkdown({ verbose: true }),
      { enter: { blockQuoteMarker: onQuotationMark } },
    ]);
  return (text) => processor.parse(fileOf(text));
}
