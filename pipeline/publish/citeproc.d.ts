/** The part of citeproc-js that is used; it ships no types. https://citeproc-js.readthedocs.io/en/latest/running.html */
declare module 'citeproc' {
  interface System {
    /** XML text, or the same as JSON: name, attrs, children. */
    retrieveLocale(tag: string): unknown;
    retrieveItem(id: string): unknown;
  }

  class Engine {
    constructor(system: System, style: unknown, tag: string, forceTag: boolean);
    opt: { development_extensions: Record<string, boolean> };
    updateItems(ids: string[]): void;
    /** HTML of every entry, and the ids in the same order; false for a style without a bibliography. */
    makeBibliography(): [{ entry_ids: string[][] }, string[]] | false;
    makeCitationCluster(items: { id: string; locator?: string; label?: string; suffix?: string }[]): string;
  }

  const CSL: { Engine: typeof Engine };
  export default CSL;
}
