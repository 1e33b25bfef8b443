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
  const [first = '', ...rest] = escaped.match(/(?:[^\\]|\\[^n])*\\n|(?:[^\\]|\\[^n])+/g) ?? [];
  if (rest.length === 0 && breakPart(first, width, name.length + 1).length === 1) return [first];
  return ['', ...[first, ...rest].flatMap((part) => breakPart(part, width, 0))];
}

/** Puts on each line as much as it takes. @param column where the first one begins */
function breakPart(part: string, width: number, column: number): string[] {
  if (column + part.length <= width) return [part];
  const lines: string[] = [];
  let [from, last, start] = [0, 0, -column];
  for (const at of [...findBreaks(part), part.length]) {
    if (last > 0 && at - start > width) {
      lines.push(part.slice(from, last));
      [from, start] = [last, last];
    }
    last = at;
  }
  return [...lines, part.slice(from)];
}

/** Where a line may begin. */
function findBreaks(text: string): number[] {
  const breaks: number[] = [];
  let before: Before = {
    previous: undefined,
    last: undefined,
    isAfterSpace: false,
    isHyphen: false,
    isNumber: false,
  };
  let isEscaped = false;
  for (let at = 0; at < text.length; at += 1) {
    const own = classAt(text, at);
    const isInside = isEscaped || text.startsWith('\\n', at);
    if (own !== 'SP' && !isInside && mayBreak(text, at, before)) breaks.push(at);
    const { previous, last } = before;
    before = {
      previous: own,
      last: own === 'SP' ? last : own,
      isAfterSpace: own === 'SP',
      isHyphen: own === 'HY' && (previous === undefined || previous === 'SP'),
      isNumber: continuesNumber(before),
    };
    isEscaped = !isEscaped && text[at] === '\\';
  }
  return breaks;
}

/** What stands before a character. */
interface Before {
  /** Class of the last character; undefined at the beginning. */
  previous: LineClass | undefined;
  /** Class of the last one that is no space. */
  last: LineClass | undefined;
  isAfterSpace: boolean;
  /** Whether the last one is a hyphen that a word begins with. */
  isHyphen: boolean;
  /** Whether a number ended before the last one. */
  isNumber: boolean;
}

function continuesNumber({ previous, isNumber }: Before): boolean {
  return previous === 'NU' || (isNumber && (previous === 'SY' || previous === 'IS'));
}

function mayBreak(text: string, at: number, before: Before): boolean {
  const own = classAt(text, at);
  const { previous, last, isAfterSpace, isHyphen, isNumber } = before;
  if (last === undefined) return false;
  const next = classAt(text, at + 1);
  const isUnit = own === 'PO' || own === 'PR';
  // LB15c
  if (own === 'IS' && previous === 'SP' && next === 'NU') return true;
  // LB19a
  if ((own === 'QU' && previous !== 'SP') || previous === 'QU') return false;
  // LB20a
  if (isHyphen && own === 'AL') return false;
  // LB25
  if (isNumber && (previous === 'CL' || previous === 'CP') && isUnit) return false;
  if ((isUnit || own === 'NU') && continuesNumber(before)) return false;
  if ((previous === 'PO' || previous === 'PR') && own === 'OP') {
    if (next === 'NU' || (next === 'IS' && classAt(text, at + 2) === 'NU')) return false;
  }
  if (last === 'IS' && text[at] === '<') return true;
  if (last === 'OP' || closing.includes(own)) return false;
  const isBound = clinging.includes(own) || bound[last]?.includes(own) === true;
  return !isBound || isAfterSpace;
}

function classAt(text: string, at: number): LineClass {
  return classes[text.charCodeAt(at)] ?? 'AL';
}
