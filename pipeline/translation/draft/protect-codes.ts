import { type InlineCode, joinPieces, type Piece, splitSegment } from '../inline-codes.ts';

/**
 * Why a machine's answer cannot be taken: it lost, doubled or invented a tag, crossed two, came back empty, would be
 * read back as other markup than was asked for, or has characters that are no text.
 */
export type DraftProblem = 'empty' | 'tags' | 'markup' | 'characters';

/** Control characters but for white space, halves of surrogate pairs, noncharacters. */
const noText = /[^\P{Cc}\t\n\r]|[\p{Cs}\p{Noncharacter_Code_Point}]/u;

/**
 * A segment as text with tags: a code with words is `<g id="1">…</g>`, one without `<x id="2"/>`, as in XLIFF 1.2, which
 * translation engines know; the words are escaped as in XML.
 */
export function protectCodes(pieces: readonly Piece[]): string {
  return pieces.map(protect).join('');
}

function protect(piece: Piece): string {
  switch (piece.kind) {
    case 'text':
      return escapeText(piece.markdown);
    case 'open':
      return `<g id="${piece.code.id}">`;
    case 'close':
      return '</g>';
    case 'whole':
      return `<x id="${piece.code.id}"/>`;
  }
}

/**
 * The Markdown of a machine's answer, or why there is none.
 *
 * @param pieces of the source, whose tags the answer must have, each once
 */
export function restoreCodes(
  answer: string,
  pieces: readonly Piece[],
  footnotes: string[],
): { markdown: string } | { problem: DraftProblem } {
  if (answer.trim() === '') return { problem: 'empty' };
  if (noText.test(answer)) return { problem: 'characters' };
  const restored = readTags(answer.trim(), pieces);
  if (!restored) return { problem: 'tags' };
  const markdown = joinPieces(restored).replace(
    /[ \t]*\n[ \t]*(?=\S)/g,
    (space, offset: number, text: string) => (text[offset - 1] === '\\' ? space : ' '),
  );
  const forms = (all: readonly Piece[]) => all.filter((piece) => piece.kind !== 'text').map(formOf);
  const again = splitSegment(markdown, footnotes);
  return JSON.stringify(forms(again)) === JSON.stringify(forms(restored))
    ? { markdown }
    : { problem: 'markup' };
}

function formOf(piece: Piece): string {
  return piece.kind === 'text' ? '' : `${piece.kind} ${piece.code.form}`;
}

/** Undefined where a tag is unknown, missing, doubled or crosses another. */
function readTags(answer: string, pieces: readonly Piece[]): Piece[] | undefined {
  const wanted = new Map<string, Piece>();
  for (const piece of pieces) if (piece.kind !== 'text') wanted.set(`${piece.kind} ${piece.code.id}`, piece);
  const restored: Piece[] = [];
  const open: InlineCode['id'][] = [];
  const take = (key: string): boolean => {
    const piece = wanted.get(key);
    if (!piece) return false;
    wanted.delete(key);
    restored.push(piece);
    return true;
  };
  let at = 0;
  // LibreTranslate gives "<x id="2"></x>" for "<x id="2"/>".
  for (const match of answer.matchAll(/<(g|x)\s+id=["']?(\d+)["']?\s*\/?>(?:<\/x>)?|<\/g>/g)) {
    addText(restored, answer.slice(at, match.index));
    at = match.index + match[0].length;
    const [, name, id = ''] = match;
    if (name === 'g') open.push(Number(id));
    const key = name === 'g' ? `open ${id}` : name === 'x' ? `whole ${id}` : `close ${open.pop() ?? ''}`;
    if (!take(key)) return undefined;
  }
  addText(restored, answer.slice(at));
  return wanted.size === 0 && open.length === 0 ? restored : undefined;
}

function addText(pieces: Piece[], text: string): void {
  if (text !== '') pieces.push({ kind: 'text', markdown: unescapeText(text) });
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function unescapeText(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
