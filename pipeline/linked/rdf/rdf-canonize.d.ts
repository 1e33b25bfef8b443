/** The part of rdf-canonize that we use; it brings no types (https://github.com/digitalbazaar/rdf-canonize). */
declare module 'rdf-canonize' {
  import type { Quad } from '@rdfjs/types';

  interface Options {
    algorithm: 'RDFC-1.0';
    /** Bound of the work on blank nodes that look alike; 1 unless given. */
    maxWorkFactor?: number;
  }
  const rdfCanonize: {
    canonize: (quads: Quad[], options: Options) => Promise<string>;
  };
  export default rdfCanonize;
}
