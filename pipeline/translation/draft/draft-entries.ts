import type { Glossary, Language } from '../../model.ts';
import { joinPieces, type Piece, splitSegment } from '../inline-codes.ts';
import { isInUse, type PoEntry, type PoFile, stateOf } from '../po-file.ts';
import type { DraftSegment } from './engine.ts';
import { localizeFigures } from './localize-figures.ts';
import { type DraftProblem, protectCodes, restoreCodes } from './protect-codes.ts';

/** An entry without a translation, ready for a machine. */
export interface UntranslatedEntry {
  entry: PoEntry;
  pieces: Piece[];
  segment: DraftSegment;
}

interface DraftContext {
  footnotes: string[];
  glossary: Glossary;
  source: { language: Language; tag: string };
  target: { language: Language; tag: string };
}

/** The entries of a catalog that nobody has translated, in their order. */
export function findUntranslated(
  po: PoFile,
  { footnotes, glossary, source, target }: DraftContext,
): UntranslatedEntry[] {
  const isUntranslated = (entry: PoEntry) => isInUse(entry) && stateOf(entry) === 'untranslated';
  return po.entries.filter(isUntranslated).map((entry): UntranslatedEntry => {
    const pieces = splitSegment(entry.msgid, footnotes);
    const words = joinPieces(pieces.filter(({ kind }) => kind === 'text'));
    const terms = glossary.find(words, source.language).flatMap(({ term, label }) => {
      const name = glossary.name(term.entity, target.language);
      return name === undefined || label.role === 'avoided' || label.role === 'form'
        ? []
        : [{ source: label.text, target: name }];
    });
    const known = new Map(terms.map((term) => [term.source, term]));
    return { entry, pieces, segment: { text: protectCodes(pieces), terms: [...known.values()] } };
  });
}

/** How a translator sees who made a draft: a comment that stays until somebody takes it away. */
function machineRemark(engine: string): string {
  return `# Drafted by machine: ${engine}`;
}

/** The entry with a machine's answer as a fuzzy translation, or why the answer cannot be taken. */
export function draftEntry(
  { entry, pieces }: UntranslatedEntry,
  answer: string,
  engine: string,
  { footnotes, source, target }: DraftContext,
): { entry: PoEntry } | { problem: DraftProblem } {
  const original = joinPieces(pieces);
  const restored = restoreCodes(answer, pieces, footnotes);
  if ('problem' in restored) return restored;
  const tags = { source: source.tag, target: target.tag };
  const msgstr = splitSegment(restored.markdown, footnotes)
    .map((piece) =>
      piece.kind === 'text' ? localizeFigures(piece.markdown, original, tags) : piece.markdown,
    )
    .join('');
  const remark = machineRemark(engine);
  const comments = entry.comments.filter((comment) => comment !== remark);
  return { entry: { ...entry, msgstr, fuzzy: true, comments: [...comments, remark], body: undefined } };
}
