import type { Element } from 'xast';
import { x } from 'xastscript';
import type { EntityId, Glossary, Language, TermLabel } from '../../model.ts';
import type { Piece } from '../inline-codes.ts';
import type { Identify } from './exchange-unit.ts';
import { writableText } from './write-xml.ts';

/** What terms are found with. */
export interface TermContext {
  identify: Identify;
  glossary: Glossary;
}

/** A link to an entity, with its words. */
interface NamedLink {
  id: number;
  entity: EntityId;
  words: string;
}

/** Numbers of the links whose words are a label of the entity that they lead to. */
export function findTerms(
  pieces: readonly Piece[],
  language: Language,
  { identify, glossary }: TermContext,
): Set<number> {
  const terms = listLinks(pieces, identify).filter(({ words, entity }) => {
    const label = glossary.match(words, entity, language);
    return label !== undefined && label.role !== 'avoided';
  });
  return new Set(terms.map(({ id }) => id));
}

/**
 * The glossary module of XLIFF: what the entities of a text are called in both languages, a name for a name and an
 * acronym for an acronym; those that links name with a reference to their marker.
 *
 * @param terms what {@link findTerms} found
 */
export function writeTerms(
  pieces: readonly Piece[],
  [source, target]: readonly [Language, Language],
  terms: ReadonlySet<number>,
  { identify, glossary }: TermContext,
): Element[] {
  const found = new Map<EntityId, { term: string; role: TermLabel['role']; ref?: string }>();
  for (const { id, entity, words } of listLinks(pieces, identify)) {
    if (!terms.has(id) || found.has(entity)) continue;
    const role = glossary.match(words, entity, source)?.role ?? 'name';
    found.set(entity, { term: words, role, ref: `#n${id}` });
  }
  for (const { term, label } of glossary.find(plainWords(pieces), source)) {
    if (label.role === 'avoided' || found.has(term.entity)) continue;
    found.set(term.entity, { term: label.text, role: label.role });
  }
  const entries = [...found].flatMap(([entity, { term, role, ref }]) => {
    const labels = glossary.terms.get(entity)?.labels.get(target) ?? [];
    const translation = labels.find((label) => label.role === role)?.text ?? glossary.name(entity, target);
    if (translation === undefined) return [];
    return x('gls:glossEntry', { ref }, [
      x('gls:term', {}, writableText(term)),
      x('gls:translation', {}, writableText(translation)),
    ]);
  });
  return entries.length > 0 ? [x('gls:glossary', {}, entries)] : [];
}

function listLinks(pieces: readonly Piece[], identify: Identify): NamedLink[] {
  const inner = innerPieces(pieces);
  return pieces.flatMap((piece): NamedLink[] => {
    if (piece.kind !== 'open' || piece.code.url === undefined) return [];
    const { id, url, title } = piece.code;
    const entity = identify(url, title)?.entity;
    return entity === undefined ? [] : [{ id, entity, words: plainWords(inner.get(id) ?? []) }];
  });
}

/** Signs before which a backslash says that they are no markup (https://spec.commonmark.org/0.31.2/#backslash-escapes). */
const escaped = /\\([!-/:-@[-`{-~])/g;

/** The words of pieces, without codes and backslashes. */
function plainWords(pieces: readonly Piece[]): string {
  return pieces
    .filter(({ kind }) => kind === 'text')
    .map(({ markdown }) => markdown.replace(escaped, '$1'))
    .join('');
}

/** The pieces between the two ends of each code with words in it, by the code's number. */
function innerPieces(pieces: readonly Piece[]): Map<number, Piece[]> {
  const inner = new Map<number, Piece[]>();
  const open: Piece[][] = [];
  for (const piece of pieces) {
    if (piece.kind === 'close') open.pop();
    for (const list of open) list.push(piece);
    if (piece.kind !== 'open') continue;
    const list: Piece[] = [];
    inner.set(piece.code.id, list);
    open.push(list);
  }
  return inner;
}
