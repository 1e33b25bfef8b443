import { splitSegment } from '../inline-codes.ts';

/** What of a segment can be compared with what it was before. */
export interface Wording {
  /** Words in lower case and figures as typed, with the ends of links and other codes between them. */
  tokens: WordingToken[];
  /** Figures with their signs: "28 %", "US$", "1,528". */
  figures: string[];
  /** Codes that say something, in order, each with its title. */
  codes: { kind: 'links' | 'notes' | 'code'; form: string }[];
  /** Forms of all codes, emphasis too, sorted. */
  forms: string[];
  /** Marks that make a sentence a question or an exclamation. */
  marks: string;
  /** Mark at the end; '' for none. */
  ending: string;
}

export interface WordingToken {
  kind: 'word' | 'code';
  text: string;
}

/** Codes that only show words in another way. */
const shown: ReadonlySet<string> = new Set(['emphasis', 'strong', 'delete', 'break']);
const kinds: Record<string, Wording['codes'][number]['kind']> = {
  link: 'links',
  image: 'links',
  footnoteReference: 'notes',
};
const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[’'][\p{L}\p{M}]+)*/gu;
const figure = /\p{N}(?:[\p{L}\p{N}]|[.,:/’'\u00a0\u202f –-](?=\p{N}))*|[\p{Sc}\p{Sm}%‰°]/gu;

/** @param footnotes labels of the document's footnotes */
export function readWording(markdown: string, footnotes: string[]): Wording {
  const wording: Wording = { tokens: [], figures: [], codes: [], forms: [], marks: '', ending: '' };
  let text = '';
  for (const piece of splitSegment(markdown, footnotes)) {
    if (piece.kind === 'text') {
      const plain = piece.markdown.replace(/\\(?=\p{P}|\p{S})/gu, '');
      text += plain;
      continue;
    }
    const { code } = piece;
    if (piece.kind !== 'close') wording.forms.push(code.form);
    if (shown.has(code.type)) continue;
    addWords(wording, text);
    text = '';
    const form = `${code.form} ${code.title ?? ''}`;
    wording.tokens.push({ kind: 'code', text: `${piece.kind} ${form}` });
    if (piece.kind !== 'close') wording.codes.push({ kind: kinds[code.type] ?? 'code', form });
  }
  addWords(wording, text);
  wording.forms.sort();
  wording.ending = /[.:;?!…](?=[\s”"’'»)\]*_]*$)/u.exec(markdown)?.[0] ?? '';
  return wording;
}

function addWords(wording: Wording, text: string): void {
  for (const [found] of text.matchAll(word)) {
    wording.tokens.push({ kind: 'word', text: found.normalize('NFC').toLowerCase() });
  }
  for (const [found] of text.matchAll(figure)) wording.figures.push(found);
  wording.marks += text.replace(/[^?!¿¡]/gu, '');
}
