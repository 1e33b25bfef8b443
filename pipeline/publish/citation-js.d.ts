/** The parts of citation-js that we use; it brings no types (https://citation.js.org/api/). */
declare module '@citation-js/core' {
  interface BibtexConfiguration {
    format: object;
    constants: { defaultStrings: Record<string, string> };
    types: { biblatex: { source: Record<string, string> } };
  }
  export class Cite {
    constructor(data: object[], options?: { generateGraph: boolean });
    format(name: 'biblatex'): string;
  }
  export const plugins: {
    config: { get: (name: '@bibtex') => BibtexConfiguration };
    input: {
      /** One step of reading; throws where the input is none of the type. */
      data(input: object[], type: '@biblatex/entries+list'): object[];
      data(input: object, type: '@ris/record'): object;
    };
  };
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
