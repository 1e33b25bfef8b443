/** Addresses of the Graph Store Protocol with authentication and of SPARQL, and how to end it. */
export interface Virtuoso {
  graphStore: string;
  sparql: string;
  update: string;
  stop: () => Promise<void>;
}

export function startVirtuoso(): Promise<Virtuoso>;
