import type { SparqlToken } from './read-sparql-tokens.ts';

/** Signs by which a query compares two values. */
const comparing: ReadonlySet<string> = new Set(['=', '!=']);

/**
 * A query with the language tags in lower case that it compares with what `LANG` gives: the engine gives tags so, while the data and their
 * readers spell them `pt-BR` (https://www.rfc-editor.org/rfc/rfc5646#section-2.1.1). Compared are strings beside `LANG(…)` and beside variables
 * that stand for it, alone or in a list behind `IN`, and those that `VALUES` gives such a variable. The text stays as long as it is.
 */
export function lowerTags(text: string, tokens: readonly SparqlToken[]): string {
  const isWord = (at: number, ...words: string[]): boolean =>
    tokens[at]?.kind === 'word' && words.includes(tokens[at]?.text.toUpperCase() ?? '');
  const isSign = (at: number, sign: string): boolean => tokens[at]?.text === sign;
  /** The place behind LANG(…), with the STR or LCASE around it; undefined where none begins. */
  const behindLang = (at: number): number | undefined => {
    if (isWord(at, 'STR', 'LCASE') && isSign(at + 1, '(')) {
      const inner = behindLang(at + 2);
      return inner !== undefined && isSign(inner, ')') ? inner + 1 : undefined;
    }
    return isWord(at, 'LANG') && isSign(at + 1, '(') && isSign(at + 3, ')') ? at + 4 : undefined;
  };
  const variables = new Set<string>();
  const spans: [start: number, end: number][] = [];
  for (const at of tokens.keys()) {
    const end = behindLang(at);
    if (end === undefined) continue;
    spans.push([at, end]);
    const named = tokens[end + 1];
    if (isWord(end, 'AS') && named?.kind === 'variable') variables.add(named.text.slice(1));
    // LANG(?n) = ?l, either way round.
    for (const other of [
      comparing.has(tokens[end]?.text ?? '') ? end + 1 : -1,
      comparing.has(tokens[at - 1]?.text ?? '') ? at - 2 : -1,
    ])
      if (tokens[other]?.kind === 'variable') variables.add((tokens[other]?.text ?? '').slice(1));
  }
  if (spans.length === 0) return text;
  const isTag = (at: number): boolean =>
    tokens[at]?.kind === 'variable' && variables.has(tokens[at]?.text.slice(1) ?? '');
  for (const at of tokens.keys()) if (isTag(at)) spans.push([at, at + 1]);

  const lowered = new Set<number>();
  const takeList = (at: number, open: string, close: string): void => {
    for (let item = at + 1; isSign(at, open) && item < tokens.length && !isSign(item, close); item++)
      lowered.add(item);
  };
  for (const [start, end] of spans) {
    if (comparing.has(tokens[end]?.text ?? '')) lowered.add(end + 1);
    if (comparing.has(tokens[start - 1]?.text ?? '')) lowered.add(start - 2);
    const list = isWord(end, 'NOT') ? end + 1 : end;
    if (isWord(list, 'IN')) takeList(list + 1, '(', ')');
    if (isWord(start - 1, 'VALUES')) takeList(end, '{', '}');
  }
  return [...lowered]
    .flatMap((at) => tokens[at] ?? [])
    .filter(({ kind, text: words }) => kind === 'string' && !words.includes('\\'))
    .reduce(
      (query, { start, end, text: words }) => query.slice(0, start) + words.toLowerCase() + query.slice(end),
      text,
    );
}
