import type { Diagnostic } from '../../model.ts';
import { diagnose } from '../../rules/diagnose.ts';
import type { CheckedQuery } from './check-query.ts';
import { placeIn } from './place-in.ts';
import { type EngineQuery, room } from './write-request.ts';

/** What the engine says where a text is no SPARQL: "error at 2:10: expected one of …". */
const said = /^error at (\d+):(\d+): ([\s\S]*)$/;
/** Sentences of the engine among the tokens that it expected, by the message of ours that stands for them. */
const reasons: [string, RegExp][] = [
  ['prefix', /Prefix not found/],
  ['iri', /IRI parsing failed/],
  ['duplicate', /Duplicated variable name/],
  ['unbound', /contains a variable that is unbound/],
];

/**
 * The finding for a text that is no SPARQL query, at the token where it stops to be one.
 *
 * @param message what the engine says of the spaced query
 */
export function explainMistake(query: CheckedQuery, { spaced }: EngineQuery, message: string): Diagnostic {
  const { path, text, tokens } = query;
  const [, line, column, expected = ''] = said.exec(message) ?? [];
  const place = offsetOf(spaced, Number(line), Number(column));
  let start = spaced.indexOf('\n') + 1;
  let found = tokens[0];
  for (const token of tokens) {
    if (start > place) break;
    found = token;
    start += token.text.length + room;
  }
  const context = reasons.find(([, pattern]) => pattern.test(expected))?.[0];
  if (found === undefined || (context === undefined && place >= spaced.length)) {
    const end = found?.end ?? text.length;
    return diagnose('query-is-well-formed', placeIn(path, text, end, end), { context: 'end', found: '' });
  }
  const values = context === undefined ? { found: found.text } : { context, found: found.text };
  return diagnose('query-is-well-formed', placeIn(path, text, found.start, found.end), values);
}

/** UTF-16 offset of a line and a column that counts code points, both from 1. */
function offsetOf(text: string, line: number, column: number): number {
  const before = text
    .split('\n')
    .slice(0, line - 1)
    .reduce((sum, { length }) => sum + length + 1, 0);
  const own = text.slice(before).split('\n')[0] ?? '';
  return before + [...own].slice(0, column - 1).join('').length;
}
