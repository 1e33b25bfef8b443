import type { Json, JsonObject } from '../../model.ts';
import { isObject } from '../../values/json-value.ts';

/** Fields of biblatex that hold names, by the variable of CSL. */
export const biblatexNames: ReadonlyMap<string, string> = new Map([
  ['author', 'author'],
  ['editor', 'editor'],
  ['translator', 'translator'],
  ['container-author', 'bookauthor'],
]);

/**
 * Names as the library read them, with those in braces as a whole: "{World Bank}" has no family.
 *
 * @param written the field as it stands
 */
export function wholeNames(names: Json, written: string): { names: Json; hasOthers: boolean } {
  const parts = splitNames(written);
  if (!Array.isArray(names)) return { names, hasOthers: false };
  const hasOthers = parts.at(-1) === 'others';
  const kept = hasOthers ? names.slice(0, -1) : names;
  const read = kept.map((name, index): Json => {
    const isWhole = isInBraces(parts[index] ?? '');
    return isWhole && isObject(name) && typeof name.family === 'string' ? literalOf(name) : name;
  });
  return { names: read, hasOthers };
}

function literalOf({ given, family, 'non-dropping-particle': particle }: JsonObject): JsonObject {
  return {
    literal: [given, particle, family].filter((part) => typeof part === 'string').join(' '),
  };
}

/** The names of a list, which " and " separates outside of braces. */
function splitNames(written: string): string[] {
  const names: string[] = [];
  let depth = 0;
  let start = 0;
  const sign = /[{}]|\s+and\s+/gi;
  for (const { 0: found, index } of written.matchAll(sign)) {
    if (found === '{') depth += 1;
    else if (found === '}') depth -= 1;
    else if (depth === 0) {
      names.push(written.slice(start, index).trim());
      start = index + found.length;
    }
  }
  return [...names, written.slice(start).trim()];
}

function isInBraces(name: string): boolean {
  if (!name.startsWith('{') || !name.endsWith('}')) return false;
  let depth = 0;
  for (const [index, sign] of [...name].entries()) {
    if (sign === '{') depth += 1;
    else if (sign === '}') depth -= 1;
    if (depth === 0 && index < name.length - 1) return index === [...name].length - 1;
  }
  return true;
}
