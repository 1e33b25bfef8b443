/** The part of citeproc-js that is used; it ships no types. https://citeproc-js.readthedocs.io/en/latest/running.html */
declare module 'citeproc' {
  interface System {
    /** XML text, or the same as JSON: name, attrs, children. */
    retrieveLocale(tag: string): unknown;
    retrieveItem(id: string): unknown;
  }

  class Engine {
    constructor(system: System, style: unknown, tag: string, forceTag: boolean);
    opt: { development_extensions: Record<string, boolean>; 'disambiguate-add-year-suffix': boolean };
    /** The items by id and in the order of the list. `year_suffix` is the number of the letter ("0" is "a"), or false for none. */
    registry: {
      registry: Record<string, { disambig: { year_suffix: string | false } }>;
      reflist: { id: string }[];
    };
    updateItems(ids: string[]): void;
    /** HTML of every entry, and the ids in the same order; false for a style without a bibliography. An entry without words is in the ids and the errors alone. */
    makeBibliography():
      | [{ entry_ids: string[][]; bibliography_errors: { itemID: string }[] }, string[]]
      | false;
    makeCitationCluster(items: { id: string; locator?: string; label?: string; suffix?: string }[]): string;
  }

  const CSL: { Engine: typeof Engine };
  export default CSL;
}
