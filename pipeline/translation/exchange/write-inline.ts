import type { Element, ElementContent } from 'xast';
import { x } from 'xastscript';
import type { InlineCode, Piece } from '../inline-codes.ts';
import type { Identify } from './exchange-unit.ts';
import { splitUnwritable, writableText } from './write-xml.ts';

/** What the writing of one unit needs to know beside its pieces. */
export interface InlineContext {
  /** Names of codes by their number. */
  names: Map<number, string>;
  /** Id of the <data> that holds a code's Markdown. */
  dataRef: (markdown: string) => string;
  identify: Identify;
  /** Numbers of the links whose words are a term of the glossary. */
  terms: ReadonlySet<number>;
}

/**
 * Content of <source> or <target>. Codes with words in them are <pc>, others <ph>; a link to an entity has its words
 * in a marker of ITS text analysis, and in another one where they are a term: one marker cannot be both.
 */
export function writeInline(pieces: readonly Piece[], context: InlineContext): ElementContent[] {
  const root: ElementContent[] = [];
  const open: { children: ElementContent[]; element: Element }[] = [];
  const push = (...nodes: ElementContent[]): void => {
    (open.at(-1)?.children ?? root).push(...nodes);
  };
  for (const piece of pieces) {
    if (piece.kind === 'text') push(...writeText(piece.markdown));
    else if (piece.kind === 'whole') push(writePlaceholder(piece.code, piece.markdown, context));
    else if (piece.kind === 'open') {
      const element = writePair(piece.code, piece.markdown, context);
      const { outer, inner } = writeMarkers(piece.code, context);
      if (outer) element.children.push(outer);
      push(element);
      open.push({ children: (inner ?? element).children as ElementContent[], element });
    } else {
      const closed = open.pop();
      if (!closed) continue;
      closed.element.attributes.dataRefEnd = context.dataRef(piece.markdown);
      closed.element.attributes.dispEnd = piece.code.url === undefined ? show(piece.markdown) : '›';
    }
  }
  return root;
}

/** Text of XLIFF, where a character that XML cannot hold is an element. */
export function writeText(text: string): ElementContent[] {
  return splitUnwritable(text).flatMap((part, index): ElementContent[] => {
    if (part === '') return [];
    if (index % 2 === 0) return [{ type: 'text', value: part }];
    const hex = (part.codePointAt(0) ?? 0).toString(16).toUpperCase();
    return [x('cp', { hex: hex.padStart(4, '0') })];
  });
}

function writePair(code: InlineCode, markdown: string, { names, dataRef }: InlineContext): Element {
  return x('pc', {
    id: names.get(code.id),
    ...rightsOf(code),
    ...kindOf(code),
    dataRefStart: dataRef(markdown),
    dispStart: code.url === undefined ? show(markdown) : `‹${show(code.url)}: `,
  });
}

function writePlaceholder(code: InlineCode, markdown: string, { names, dataRef }: InlineContext): Element {
  return x('ph', {
    id: names.get(code.id),
    ...rightsOf(code),
    ...kindOf(code),
    dataRef: dataRef(markdown),
    disp: show(markdown),
    equiv: code.type === 'break' ? ' ' : '',
  });
}

function writeMarkers(
  code: InlineCode,
  { names, identify, terms }: InlineContext,
): { outer?: Element; inner?: Element } {
  const identity = code.url === undefined ? undefined : identify(code.url, code.title);
  if (!identity) return {};
  const name = names.get(code.id) ?? '';
  const attributes = { 'its:taClassRef': identity.type, 'its:taIdentRef': identity.iri };
  const outer = x('mrk', { id: `m${name}`, type: 'its:generic', ...attributes });
  if (!terms.has(code.id)) return { outer, inner: outer };
  const inner = x('mrk', { id: `n${name}`, type: 'term', ref: identity.iri });
  outer.children.push(inner);
  return { outer, inner };
}

/** Emphasis is a matter of the language; everything else stands once in every edition. */
export function isOptional({ type }: Pick<InlineCode, 'type'>): boolean {
  return type === 'emphasis' || type === 'strong';
}

function rightsOf(code: InlineCode): Record<string, string> {
  return { canCopy: 'no', canDelete: isOptional(code) ? 'yes' : 'no', canReorder: 'yes' };
}

function kindOf({ type }: InlineCode): { type: string; subType?: string } {
  switch (type) {
    case 'link':
    case 'image':
      return { type };
    case 'emphasis':
      return { type: 'fmt', subType: 'xlf:i' };
    case 'strong':
      return { type: 'fmt', subType: 'xlf:b' };
    case 'break':
      return { type: 'fmt', subType: 'xlf:lb' };
    default:
      return { type: 'other', subType: `tinkuy:${type}` };
  }
}

/** What a translator sees of a code: its Markdown on one line. */
function show(markdown: string): string {
  return writableText(markdown.replace(/\s+/g, ' '));
}
