import type { CheckedQuery } from './check-query.ts';
import { lowerTags } from './lower-tags.ts';

/** A query as the engine gets it. */
export interface EngineQuery {
  /** With the prefixes that it uses and does not declare, in the place of its first line's start. */
  text: string;
  /** The same with so much space between its tokens that {@link explainMistake} can tell the token at fault. */
  spaced: string;
}

/** Longer than any keyword of SPARQL: the engine counts the length of the keyword that it looked for to the place of a mistake. */
export const room = 40;

/** Declares the prefixes of the vocabulary for a query, so that nobody has to. */
export function writeRequest(
  { text, tokens }: CheckedQuery,
  prefixes: ReadonlyMap<string, string>,
): EngineQuery {
  const declared = new Set(
    tokens.flatMap(({ text }, index) =>
      tokens[index - 1]?.text.toUpperCase() === 'PREFIX' ? [text.replace(/:$/, '')] : [],
    ),
  );
  const used = new Set(tokens.flatMap((token) => (token.kind === 'name' ? [token.text.split(':')[0]] : [])));
  const prologue = [...prefixes]
    .filter(([prefix]) => used.has(prefix) && !declared.has(prefix))
    .map(([prefix, namespace]) => `PREFIX ${prefix}: <${namespace}> `)
    .join('');
  return {
    text: prologue + lowerTags(text, tokens),
    spaced: `${prologue}\n${spaceOut(tokens.map((token) => token.text))}`,
  };
}

/** Each token on a line of its own, but for the lines within a string. */
function spaceOut(texts: readonly string[]): string {
  return texts.map((text) => text + ' '.repeat(room)).join('');
}
