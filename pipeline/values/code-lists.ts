import { iso31661, iso31662 } from 'iso-3166';

/** Codes that somebody else keeps, by the name that a schema gives the list (x-code-list). */
export const codeLists: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['iso-3166', new Set([...iso31661.map(({ alpha2 }) => alpha2), ...iso31662.map(({ code }) => code)])],
]);
