import { CST, Lexer } from 'yaml';
import type { Remark, SourceFile } from '../model.ts';

/**
 * The comments of a text of YAML, or of JSON that may have some, as its lexer finds them, so that none is a part of a text. Their places
 * begin behind the sign, and are of one line.
 */
export function listComments({ path, text }: SourceFile, syntax: 'yaml' | 'json'): Remark[] {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  let line = 0;
  return (syntax === 'yaml' ? findInYaml(text) : findInJson(text)).map(({ offset, words }) => {
    while ((starts[line + 1] ?? Number.POSITIVE_INFINITY) <= offset) line += 1;
    const column = offset - (starts[line] ?? 0) + 1;
    const point = (length: number) => ({ line: line + 1, column: column + length });
    return { text: words, location: { path, start: point(0), end: point(words.length) } };
  });
}

interface FoundComment {
  offset: number;
  words: string;
}

function findInYaml(text: string): FoundComment[] {
  const found: FoundComment[] = [];
  let [offset, isScalar] = [0, false];
  for (const token of new Lexer().lex(text)) {
    if ([CST.DOCUMENT, CST.FLOW_END, CST.SCALAR].includes(token)) {
      isScalar = token === CST.SCALAR;
      continue;
    }
    if (!isScalar && token.startsWith('#')) {
      const [sign = '#'] = /^#\s*/.exec(token) ?? [];
      found.push({ offset: offset + sign.length, words: token.slice(sign.length).trimEnd() });
    }
    isScalar = false;
    offset += token.length;
  }
  return found;
}

/** What stands between quotation marks is none; of one over several lines the first counts. */
function findInJson(text: string): FoundComment[] {
  const token =
    /"(?:[^"\\\n]|\\[\s\S])*"?|'(?:[^'\\\n]|\\[\s\S])*'?|(\/\/[ \t]*)([^\r\n]*)|(\/\*[ \t]*)([\s\S]*?)(?:\*\/|$)/g;
  return [...text.matchAll(token)].flatMap(({ index, 1: line, 2: words, 3: block, 4: inside }) => {
    const sign = line ?? block;
    const [first = ''] = (words ?? inside ?? '').split('\n');
    return sign === undefined ? [] : [{ offset: index + sign.length, words: first.trimEnd() }];
  });
}
