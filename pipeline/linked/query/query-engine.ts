/** What an engine is asked. */
export interface EngineRequest {
  /** N-Triples, one text for each publication: one graph. */
  data: string[];
  query: string;
  /** Asked in its place if the query is no SPARQL, for its message. */
  spaced: string;
  /** Media type of the answer: SPARQL 1.1 Query Results JSON, or N-Triples for a graph. */
  accept: 'application/sparql-results+json' | 'application/n-triples';
}

/**
 * An answer; or what the engine says is wrong with the text of the query, and of the spaced one; or why it cannot run it;
 * or the bound that it came to.
 */
export type EngineAnswer =
  | { text: string }
  | { mistake: string }
  | { failure: string }
  | { exceeded: 'time' | 'memory' };

/** Runs a query, bounded in time and memory. */
export type QueryEngine = (request: EngineRequest) => Promise<EngineAnswer>;
