/** The parts of citation-js that we use; it brings no types (https://citation.js.org/api/). */
declare module '@citation-js/core' {
  export class Cite {
    constructor(data: object[], options?: { generateGraph: boolean });
    format(name: 'biblatex'): string;
  }
  export const plugins: { config: { get: (name: '@bibtex') => { format: object } } };
}
declare module '@citation-js/plugin-bibtex';
