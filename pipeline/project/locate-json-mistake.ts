import type { Location, SourceFile } from '../model.ts';

/** A sign, a text, or a number or word of JSON (RFC 8259), with the white space before it. */
const tokenPattern =
  /[ \t\r\n]*(?:([{}[\],:])|("(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*")|(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[Ee][+-]?\d+)?|true|false|null)(?![\w.]))/uy;

/** What may come next: signs, '"' for a text that is a name, 'value' for any value; '' for the end of the file. */
type Expected = readonly string[];

const afterValue: Record<string, Expected> = { '{': [',', '}'], '[': [',', ']'], '': [''] };

/** Place of the first sign that makes a file no JSON; its end where something is missing there. JSON.parse tells the place of some mistakes only. */
export function locateJsonMistake({ path, text }: SourceFile): Location {
  const offset = findJsonMistake(text) ?? text.length;
  const lines = text.slice(0, offset).split('\n');
  const start = { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1, offset };
  return { path, start, end: { ...start, column: start.column + 1, offset: offset + 1 } };
}

/**
 * Offset of the first sign that makes a text no JSON; its length where something is missing at the end, undefined where
 * it is JSON.
 */
function findJsonMistake(text: string): number | undefined {
  const open: string[] = [];
  let expected: Expected = ['value'];
  const token = new RegExp(tokenPattern);
  const space = /[ \t\r\n]*/y;
  for (;;) {
    space.lastIndex = token.lastIndex;
    const at = space.lastIndex + (space.exec(text)?.[0].length ?? 0);
    const match = token.exec(text);
    if (!match) return at === text.length && expected.includes('') ? undefined : at;
    const [, sign, name] = match;
    const isName = name !== undefined && expected.includes('"');
    const isValue = (sign ?? '{') === '{' || sign === '[';
    if (!isName && !(isValue && expected.includes('value')) && !(sign && expected.includes(sign))) return at;
    if (isName) expected = [':'];
    else if (sign === ':') expected = ['value'];
    else if (sign === ',') expected = open.at(-1) === '{' ? ['"'] : ['value'];
    else if (sign === '{' || sign === '[') {
      open.push(sign);
      expected = sign === '{' ? ['"', '}'] : ['value', ']'];
    } else {
      if (sign) open.pop();
      expected = afterValue[open.at(-1) ?? ''] ?? [''];
    }
  }
}
