import type { Staged } from '../../model.ts';
import { diagnose } from '../../rules/diagnose.ts';
import { placeIn } from './place-in.ts';
import { readSparqlTokens, type SparqlToken } from './read-sparql-tokens.ts';

/** What a query asks for: rows, a graph, or yes or no. */
export type QueryForm = 'rows' | 'graph' | 'boolean';

/** A query that only reads the data at hand. */
export interface CheckedQuery {
  text: string;
  path: string;
  tokens: SparqlToken[];
  form: QueryForm;
  /** Whether it says in which order its rows come. */
  isOrdered: boolean;
}

const forms: ReadonlyMap<string, QueryForm> = new Map([
  ['SELECT', 'rows'],
  ['ASK', 'boolean'],
  ['CONSTRUCT', 'graph'],
  ['DESCRIBE', 'graph'],
]);

/** What an update begins with (https://www.w3.org/TR/sparql11-update/#formalModelGraphUpdate). */
const updates: ReadonlySet<string> = new Set([
  'INSERT',
  'DELETE',
  'WITH',
  'LOAD',
  'CLEAR',
  'CREATE',
  'DROP',
  'COPY',
  'MOVE',
  'ADD',
]);

/**
 * Refuses what would change data or fetch it from elsewhere: updates, SERVICE, FROM. Whether the rest is SPARQL is
 * the engine's to say; a query of no form at all is one for rows here.
 * Findings: query-only-reads.
 */
export function checkQuery(text: string, path: string): Staged<CheckedQuery> {
  const tokens = readSparqlTokens(text);
  const words = tokens.filter(({ kind }) => kind === 'word');
  const [first] = withoutPrologue(tokens);
  const refused = [
    ...(first && updates.has(keyword(first)) ? [{ token: first, context: 'update' }] : []),
    ...words.flatMap((token) => {
      if (keyword(token) === 'SERVICE') return [{ token, context: 'service' }];
      return keyword(token) === 'FROM' ? [{ token, context: 'dataset' }] : [];
    }),
  ];
  const form = words.map((token) => forms.get(keyword(token))).find((found) => found !== undefined);
  return {
    value: { text, path, tokens, form: form ?? 'rows', isOrdered: isOrdered(tokens) },
    diagnostics: refused.map(({ token, context }) =>
      diagnose('query-only-reads', placeIn(path, text, token.start, token.end), {
        context,
        found: keyword(token),
      }),
    ),
  };
}

function keyword({ text }: SparqlToken): string {
  return text.toUpperCase();
}

/** The tokens behind PREFIX and BASE, which an update has too. */
function withoutPrologue(tokens: readonly SparqlToken[]): SparqlToken[] {
  let rest = [...tokens];
  for (;;) {
    const [first] = rest;
    const skipped = first && { PREFIX: 3, BASE: 2 }[keyword(first)];
    if (skipped === undefined) return rest;
    rest = rest.slice(skipped);
  }
}

/** ORDER BY behind the last bracket is the query's own, not that of a subquery. */
function isOrdered(tokens: readonly SparqlToken[]): boolean {
  const last = tokens.findLastIndex(({ text }) => text === '}');
  return tokens.slice(last + 1).some((token) => token.kind === 'word' && keyword(token) === 'ORDER');
}
