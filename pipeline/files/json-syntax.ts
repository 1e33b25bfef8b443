/** How a text of JSON is written. Each pattern is to be tried at a place; none keeps one of its own. */
export interface JsonSyntax {
  space: RegExp;
  string: RegExp;
  /** What a text in quotation marks says; undefined where it has an escape that is none. */
  unquote: (quoted: string) => string | undefined;
  /** The exponent is the first group. */
  number: RegExp;
  /** A number as JSON writes it. */
  plainNumber: (text: string) => string;
  /** Names without quotation marks. */
  name: RegExp | undefined;
  hasLastComma: boolean;
}

/** The writings of JSON: RFC 8259; with comments, as editors and compilers keep their settings; JSON5 (https://spec.json5.org). */
export type JsonWriting = 'json' | 'comments' | 'json5';

export function jsonSyntax(writing: JsonWriting): JsonSyntax {
  const strict: JsonSyntax = {
    space: /[ \t\r\n]*/y,
    string: /"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"/uy,
    unquote: (quoted) => JSON.parse(quoted) as string,
    number: /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[Ee]([+-]?\d+))?(?![\w.])/y,
    plainNumber: (text) => text,
    name: undefined,
    hasLastComma: false,
  };
  if (writing === 'json') return strict;
  const commented = {
    ...strict,
    space: /(?:[ \t\r\n]+|\/\/[^\r\n]*|\/\*[\s\S]*?\*\/)*/y,
    hasLastComma: true,
  };
  if (writing === 'comments') return commented;
  return {
    ...commented,
    space: /(?:[\s\ufeff]+|\/\/[^\r\n\u2028\u2029]*|\/\*[\s\S]*?\*\/)*/y,
    string: /"(?:[^"\\\r\n]|\\(?:\r\n|[\s\S]))*"|'(?:[^'\\\r\n]|\\(?:\r\n|[\s\S]))*'/y,
    unquote: unquoteJson5,
    number: /[+-]?(?:0[xX][\dA-Fa-f]+|(?:(?:0|[1-9]\d*)(?:\.\d*)?|\.\d+)(?:[Ee]([+-]?\d+))?)(?![\w.$])/y,
    plainNumber: plainJson5Number,
    name: /[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*/uy,
  };
}

const escapes: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '0': '\0',
};

function unquoteJson5(quoted: string): string | undefined {
  const inside = quoted.slice(1, -1);
  if (/(?:^|[^\\])(?:\\\\)*\\(?:[1-9]|0\d|x(?![\dA-Fa-f]{2})|u(?![\dA-Fa-f]{4}))/.test(inside))
    return undefined;
  return inside.replace(
    /\\(?:u([\dA-Fa-f]{4})|x([\dA-Fa-f]{2})|(\r\n|[\s\S]))/g,
    (_, unit: string | undefined, byte: string | undefined, sign = '') => {
      const code = unit ?? byte;
      if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
      return /^[\r\n\u2028\u2029]/.test(sign) ? '' : (escapes[sign] ?? sign);
    },
  );
}

function plainJson5Number(text: string): string {
  const [sign, number] = text.startsWith('-') ? ['-', text.slice(1)] : ['', text.replace(/^\+/, '')];
  if (/^0x/i.test(number)) return sign + BigInt(number).toString();
  return sign + number.replace(/^\./, '0.').replace(/\.(?=$|e)/i, '');
}
