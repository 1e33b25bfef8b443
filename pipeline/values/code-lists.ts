import { iso31661, iso31662 } from 'iso-3166';

/** What the keeper of a list says of a code. */
export interface ListedCode {
  /** In the keeper's words: "Bolivia, Plurinational State of", "Madre de Dios". */
  name: string;
  /** Code of what it is a part of; undefined for what is whole. */
  parent: string | undefined;
}

/** Codes that somebody else keeps, by the name that a schema gives the list (x-code-list). */
export const codeLists: ReadonlyMap<string, ReadonlyMap<string, ListedCode>> = new Map([
  [
    'iso-3166',
    new Map([
      ...iso31661.map(({ alpha2, name }): [string, ListedCode] => [alpha2, { name, parent: undefined }]),
      ...iso31662.map(({ code, name, parent }): [string, ListedCode] => [code, { name, parent }]),
    ]),
  ],
]);
