import type { Diagnostic } from '../../model.ts';
import { diagnose } from '../../rules/diagnose.ts';
import { excerpt } from '../../rules/excerpt.ts';
import { findBlockMarkup } from '../find-block-markup.ts';
import { joinPieces, type Piece, splitSegment } from '../inline-codes.ts';
import { nameCodes } from './name-codes.ts';
import type { ReceivedPiece, ReceivedUnit } from './received.ts';
import { isOptional } from './write-inline.ts';
import { writableText } from './write-xml.ts';

/** A code of the unit by its name, as Markdown. */
interface KnownCode {
  open: string | undefined;
  close: string | undefined;
  whole: string | undefined;
  isOptional: boolean;
  /** Its Markdown in the source and in the translation so far, each of its ends. */
  forms: string[];
  /** What a message calls it. */
  form: string;
}

/** The codes that a unit's translation can have, by name. */
export type KnownCodes = Map<string, KnownCode>;

/** Codes of the source, with the Markdown that the translation so far has for them (a title, a sign of emphasis). */
export function listKnownCodes(source: readonly Piece[], target: readonly Piece[]): KnownCodes {
  const names = nameCodes(source, target);
  const known: KnownCodes = new Map();
  for (const [pieces, byId] of [
    [source, names.source],
    [target, names.target],
  ] as const) {
    for (const piece of pieces) {
      if (piece.kind === 'text') continue;
      const name = byId.get(piece.code.id) ?? '';
      const code = known.get(name) ?? {
        open: undefined,
        close: undefined,
        whole: undefined,
        isOptional: isOptional(piece.code) || name.startsWith('t'),
        forms: [],
        form: piece.code.form,
      };
      known.set(name, { ...code, forms: [...code.forms, piece.markdown], [piece.kind]: piece.markdown });
    }
  }
  return known;
}

/** Markdown of received content; undefined where it has a code that is not known. */
export function renderPieces(pieces: readonly ReceivedPiece[], known: KnownCodes): string | undefined {
  let markdown = '';
  for (const piece of pieces) {
    const part = piece.kind === 'text' ? piece.text : known.get(piece.id)?.[piece.kind];
    if (part === undefined) return undefined;
    markdown += part;
  }
  return markdown;
}

/** The translation of a unit as Markdown, or the reasons why it cannot be taken. */
export function renderTarget(
  unit: ReceivedUnit,
  msgid: string,
  known: KnownCodes,
  footnotes: string[],
): { markdown: string } | { refused: Diagnostic[] } {
  const target = unit.target ?? [];
  const faults = [...checkCodes(unit, target, known), ...findChangedCodes(target, known)];
  const markdown = faults.length > 0 ? undefined : renderPieces(target, known);
  if (markdown === undefined) return { refused: faults };
  const block = findBlockMarkup(markdown, msgid, false);
  const other = block
    ? markdown.slice(block.start, block.end).replaceAll('\n', '\\n')
    : findOtherMarkup(target, known, splitSegment(markdown, footnotes));
  if (other === undefined) return { markdown };
  return { refused: [diagnose('exchange-text-is-plain', unit.targetLocation, { found: excerpt(other) })] };
}

function checkCodes(unit: ReceivedUnit, target: readonly ReceivedPiece[], known: KnownCodes): Diagnostic[] {
  const faults: Diagnostic[] = [];
  const seen = new Map<string, number>();
  const open: string[] = [];
  const report = (context: string, code: string, location = unit.targetLocation): void => {
    faults.push(diagnose('exchange-codes-are-kept', location, { context, code }));
  };
  for (const piece of target) {
    if (piece.kind === 'text') continue;
    const { id, kind, markdown, location } = piece;
    const code = known.get(id);
    if (code?.[kind] === undefined || (id.startsWith('t') && isOther([code[kind]], markdown))) {
      report('unknown', id || kind, location);
      continue;
    }
    if (kind === 'open') open.push(id);
    if (kind === 'close' && open.pop() !== id) report('crossed', code.form, location);
    if (kind === 'close') continue;
    seen.set(id, (seen.get(id) ?? 0) + 1);
    if (seen.get(id) === 2) report('doubled', code.form, location);
  }
  for (const id of open) report('crossed', known.get(id)?.form ?? id);
  for (const [id, code] of known) if (!code.isOptional && !seen.has(id)) report('missing', code.form);
  return faults;
}

/** Codes of the source that the file holds other Markdown for: who edits an address in a code is told that it stays. */
export function findChangedCodes(target: readonly ReceivedPiece[], known: KnownCodes): Diagnostic[] {
  return target.flatMap((piece) => {
    const code = piece.kind === 'text' ? undefined : known.get(piece.id);
    if (piece.kind === 'text' || !code || piece.id.startsWith('t') || piece.markdown === '') return [];
    if (!isOther(code.forms, piece.markdown)) return [];
    return diagnose('exchange-codes-are-kept', piece.location, { context: 'changed', code: code.form });
  });
}

/** Whether the file means another code by a name: what it holds for it is none of these, but for white space. */
function isOther(forms: readonly string[], markdown: string | undefined): boolean {
  const squeeze = (text: string): string => writableText(text).replace(/\s+/g, ' ').trim();
  return markdown !== undefined && !forms.some((form) => squeeze(form) === squeeze(markdown));
}

/** The first thing in the Markdown that a reader takes for other markup than the codes that were put there. */
function findOtherMarkup(
  target: readonly ReceivedPiece[],
  known: KnownCodes,
  pieces: readonly Piece[],
): string | undefined {
  const meant: { kind: Piece['kind']; markdown: string }[] = [];
  for (const piece of target) {
    const markdown = piece.kind === 'text' ? piece.text : (known.get(piece.id)?.[piece.kind] ?? '');
    const last = meant.at(-1);
    if (piece.kind === 'text' && last?.kind === 'text') last.markdown += markdown;
    else if (markdown !== '') meant.push({ kind: piece.kind, markdown });
  }
  const read = pieces.filter(({ markdown }) => markdown !== '');
  const at = meant.findIndex(
    (one, index) => read[index]?.kind !== one.kind || read[index]?.markdown !== one.markdown,
  );
  if (at < 0 && read.length === meant.length) return undefined;
  const rest = read.slice(Math.max(at, 0));
  return rest.find(({ kind }) => kind !== 'text')?.markdown ?? joinPieces(rest.length > 0 ? rest : read);
}
