/** Classes of characters by where a line may break beside them: https://www.unicode.org/reports/tr14/ (UAX #14). */
type LineClass =
  | 'AL'
  | 'BA'
  | 'CL'
  | 'CP'
  | 'EX'
  | 'HY'
  | 'IS'
  | 'NU'
  | 'OP'
  | 'PO'
  | 'PR'
  | 'QU'
  | 'SP'
  | 'SY';

/** Characters of each class but letters and their like (AL). */
const signs: Readonly<Partial<Record<LineClass, string>>> = {
  BA: '|',
  CL: '}',
  CP: ')]',
  EX: '!?',
  HY: '-',
  IS: ',.:;',
  NU: '0123456789',
  OP: '([{¡¿',
  PO: '%',
  PR: '$+\\',
  QU: '"\'',
  SP: ' ',
  SY: '/',
};

/** All characters that this knows: printable ASCII, ¡, ¿, and the Latin letters of European languages; one column wide. */
const isKnown = /^[ -~¡¿À-ÖØ-öø-ſ]*$/;

/** Each with the line feed that it ends with, as it is escaped. */
const linesOfString = /(?:[^\\]|\\[^n])*\\n|(?:[^\\]|\\[^n])+/g;

/** Classes by code; what is not here is AL. */
const classes: readonly (LineClass | undefined)[] = Array.from({ length: 0xc0 }, (_, code) => {
  const sign = String.fromCharCode(code);
  return (Object.keys(signs) as LineClass[]).find((one) => signs[one]?.includes(sign));
});

/** Before these no line begins, whatever stands before them. */
const closing: readonly LineClass[] = ['CP', 'CL', 'EX', 'IS', 'SY'];
/** Before these a line begins after a space only. */
const clinging: readonly LineClass[] = ['QU', 'HY', 'BA'];
/** After these, what else a line begins with after a space only. */
const bound: Readonly<Partial<Record<LineClass, readonly LineClass[]>>> = {
  AL: ['AL', 'NU', 'OP', 'PR', 'PO'],
  QU: ['AL', 'NU', 'OP', 'PR', 'PO'],
  NU: ['AL', 'OP'],
  CP: ['AL', 'NU'],
  IS: ['AL', 'NU'],
  PR: ['AL', 'NU'],
  PO: ['AL', 'NU'],
  HY: ['NU'],
};

/**
 * Breaks a string of a PO file into lines as gettext does, and gettext-parser after it, with what it has of its own: a break
 * before "<" after a colon. Undefined where the string holds characters of which too little is known here.
 *
 * @param escaped what stands in quotation marks
 * @param name keyword in front of it
 * @param width columns of a line without its quotation marks
 */
export function foldString(escaped: string, name: string, width: number): string[] | undefined {
  if (!isKnown.test(escaped)) return undefined;
  const [first = '', ...rest] = escaped.includes('\\n') ? (escaped.match(linesOfString) ?? []) : [escaped];
  if (rest.length === 0 && breakPart(first, width, name.length + 1).length === 1) return [first];
  return ['', ...[first, ...rest].flatMap((part) => breakPart(part, width, 0))];
}

/** Puts on each line as much as it takes. @param column where the first one begins */
function breakPart(part: string, width: number, column: number): string[] {
  const lines: string[] = [];
  let from = 0;
  for (let limit = width - column; part.length > limit; limit = from + width) {
    const end = findEnd(part, from, limit);
    if (end === undefined) break;
    lines.push(part.slice(from, end));
    from = end;
  }
  return [...lines, part.slice(from)];
}

/** Where the next line begins: the last place up to the limit, else the first one after it; undefined where there is none. */
function findEnd(part: string, from: number, limit: number): number | undefined {
  for (let at = limit; at > from; at -= 1) if (mayBreak(part, at)) return at;
  for (let at = Math.max(limit, from) + 1; at < part.length; at += 1) if (mayBreak(part, at)) return at;
  return undefined;
}

/** Whether a line may begin at a place; the rules are named as in UAX #14. */
function mayBreak(text: string, at: number): boolean {
  // What the rules come to between letters, and before a word.
  if (isLetter(text, at)) {
    if (isLetter(text, at - 1)) return false;
    if (text[at - 1] === ' ' && isLetter(text, at - 2)) return true;
  }
  const own = classAt(text, at);
  if (own === 'SP' || isEscaped(text, at) || text.startsWith('\\n', at)) return false;
  const previous = classAt(text, at - 1);
  const last = previous === 'SP' ? classAt(text, lastWord(text, at)) : previous;
  if (last === undefined) return false;
  const next = classAt(text, at + 1);
  const isUnit = own === 'PO' || own === 'PR';
  // LB15c
  if (own === 'IS' && previous === 'SP' && next === 'NU') return true;
  // LB19a
  if ((own === 'QU' && previous !== 'SP') || previous === 'QU') return false;
  // LB20a
  if (own === 'AL' && previous === 'HY' && (classAt(text, at - 2) ?? 'SP') === 'SP') return false;
  // LB25
  if (isUnit && (previous === 'CL' || previous === 'CP') && endsNumber(text, at - 1)) return false;
  if ((isUnit || own === 'NU') && endsNumber(text, at)) return false;
  if ((previous === 'PO' || previous === 'PR') && own === 'OP') {
    if (next === 'NU' || (next === 'IS' && classAt(text, at + 2) === 'NU')) return false;
  }
  if (last === 'IS' && text[at] === '<') return true;
  if (last === 'OP' || !own || closing.includes(own)) return false;
  const isBound = clinging.includes(own) || bound[last]?.includes(own) === true;
  return !isBound || previous === 'SP';
}

/** Whether a letter of the English alphabet stands at a place. */
function isLetter(text: string, at: number): boolean {
  const small = text.charCodeAt(at) | 0x20;
  return small >= 0x61 && small <= 0x7a;
}

/** Whether a number ends before a place: figures, and perhaps stops, commas and the like. */
function endsNumber(text: string, at: number): boolean {
  let before = at - 1;
  while (classAt(text, before) === 'SY' || classAt(text, before) === 'IS') before -= 1;
  return classAt(text, before) === 'NU';
}

/** Where the last character before a place is that is no space. */
function lastWord(text: string, at: number): number {
  let before = at - 1;
  while (text[before] === ' ') before -= 1;
  return before;
}

/** Whether the character belongs to an escape sequence that begins before it. */
function isEscaped(text: string, at: number): boolean {
  let before = at;
  while (text[before - 1] === '\\') before -= 1;
  return (at - before) % 2 === 1;
}

/** Undefined where there is no character. */
function classAt(text: string, at: number): LineClass | undefined {
  if (at < 0 || at >= text.length) return undefined;
  return classes[text.charCodeAt(at)] ?? 'AL';
}
